import type { Migration } from '../migrate.ts'

/**
 * What templates were, version by version. The one that counts is a file in the data folder, so that neither a
 * restored database nor a new computer costs anybody their templates; this is the memory beside it.
 */
export const templates: Migration = {
  name: '0013-templates',
  sql: `
create table template_versions (
  name text not null,
  version integer not null,
  saved_at text, -- null: it came with Sheaf
  removed_at text, -- of the version that counted when a person took the template out of the list
  template text not null, -- json
  primary key (name, version)
) strict;
`,
}
