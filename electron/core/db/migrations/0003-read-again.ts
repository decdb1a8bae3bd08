import type { Migration } from '../migrate.ts'

export const readAgain: Migration = {
  name: '0003-read-again',
  sql: `
alter table documents add column reader_key text; -- null: its pages were read with that of its batch
`,
}
