import type { Migration } from '../migrate.ts'

/** What happens after batches, and an outbox of what is owed: it is written with the end of the batch. */
export const hooks: Migration = {
  name: '0017-hooks',
  sql: `
create table hooks (
  id integer primary key autoincrement,
  hook text not null, -- json, with its secret
  is_on integer not null default 1,
  created_at text not null
) strict;
create table deliveries (
  seq integer primary key autoincrement,
  id text not null unique, -- goes along, so that a receiver knows what it had already
  batch_id text references batches (id) on delete cascade, -- null: somebody tried the hook
  hook_id integer references hooks (id) on delete cascade, -- null: the batch was started with it
  hook text not null, -- json, as it was at the end of the batch
  body text not null, -- json
  export_path text,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'delivered', 'failed')),
  tries integer not null default 0,
  created_at text not null,
  ended_at text,
  error_code text, -- of the last try
  error_details text, -- json
  output text -- the end of what a command said
) strict;
create index deliveries_by_batch on deliveries (batch_id, seq);
create index deliveries_by_hook on deliveries (hook_id, seq);
create index deliveries_owed on deliveries (seq) where state = 'waiting';
`,
}
