import type { Migration } from '../migrate.ts'

/**
 * Batches have a priority and two more kinds; items may be read with settings of their own, and be extracted
 * anew without being read again.
 */
export const life: Migration = {
  name: '0008-life',
  sql: `
alter table batches add column priority text not null default 'normal'
  check (priority in ('low', 'normal', 'high'));
-- A check cannot be changed: the kinds get a new column under the old name.
alter table batches add column new_kind text not null default 'extract'
  check (new_kind in ('read', 'classify', 'split', 'extract'));
update batches set new_kind = kind;
alter table batches drop column kind;
alter table batches rename column new_kind to kind;
alter table items add column reader_key text; -- null: as its batch reads
alter table items add column reader_settings text; -- json: reader settings and language data of a retry
alter table items add column stale integer not null default 0; -- its documents are owed another extraction
create index items_stale on items (batch_id, seq) where stale = 1;
alter table field_events add column of_batch integer not null default 0; -- done to all documents of its batch
create table settings (name text primary key, value text not null) strict;
`,
}
