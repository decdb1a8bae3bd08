import type { Migration } from '../migrate.ts'

/** Exports are remembered with what they held and how they were asked for, so that they can be proven and repeated. */
export const exportsKept: Migration = {
  name: '0016-exports',
  sql: `
alter table exports add column asked text; -- where to, as asked; null: by an older Sheaf
alter table exports add column format text;
alter table exports add column options text not null default '{}'; -- json
alter table exports add column selection text; -- json; null: the whole batch
alter table exports add column is_partial integer not null default 0;
alter table exports add column files text not null default '[]'; -- json: name, bytes, sha256
create index exports_by_batch on exports (batch_id, id);
`,
}
