import type { Migration } from '../migrate.ts'

/** How a person wants the columns of an export, by name; “Booking” and “booking” are one. */
export const layouts: Migration = {
  name: '0022-layouts',
  sql: `
create table column_layouts (
  name text primary key collate nocase,
  layout text not null, -- json
  saved_at text not null
) strict;
`,
}
