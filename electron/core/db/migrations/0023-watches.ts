import type { Migration } from '../migrate.ts'

/**
 * Watched folders and what became of each file that was met in them. Memory of files stays when their batch goes: a
 * batch that is deleted must not make its files new.
 */
export const watches: Migration = {
  name: '0023-watches',
  sql: `
create table watches (
  id integer primary key autoincrement,
  folder text not null,
  config text not null, -- json
  is_on integer not null,
  mount text, -- where the share that it lies on is mounted; null: it lies on the disk of the system
  destination_mount text, -- the same of where originals are moved to
  created_at text not null
) strict;

create table watch_batches (
  batch_id text primary key references batches (id) on delete cascade,
  watch_id integer not null references watches (id) on delete cascade
) strict;
create index watch_batches_by_watch on watch_batches (watch_id);

create table watch_files (
  id integer primary key,
  watch_id integer not null references watches (id) on delete cascade,
  path text not null,
  size integer not null,
  modified_at real not null,
  sha256 text, -- null: it was there before the folder was watched, and is left alone
  state text not null check (state in ('taken', 'done', 'failed', 'set_aside', 'duplicate', 'left')),
  batch_id text,
  item_id integer,
  code text, -- of a failed one
  same_as text, -- of a duplicate: the file that had the content first
  moving_to text, -- where it was put, or is being put
  moved integer not null default 0, -- 1: it lies there; 2: it is a link, or somebody else took it away
  at text not null
) strict;
create index watch_files_by_path on watch_files (watch_id, path, id);
create index watch_files_by_content on watch_files (watch_id, sha256, state);
create index watch_files_by_state on watch_files (watch_id, state, moved);
create index watch_files_open on watch_files (watch_id) where state in ('taken', 'failed');
`,
}
