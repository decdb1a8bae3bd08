import type { Migration } from '../migrate.ts'

/** Other programs on this computer that may ask, each with a key of its own, and what they asked for once. */
export const clients: Migration = {
  name: '0019-clients',
  sql: `
create table clients (
  id integer primary key autoincrement,
  name text not null,
  scope text not null check (scope in ('read', 'write')),
  key_hash text not null unique, -- sha-256, hex; the key itself is kept nowhere
  folders text not null, -- json; it may name files within these
  created_at text not null,
  last_used_at text,
  expires_at text, -- null: never
  revoked_at text
) strict;
create table client_requests (
  client_id integer not null references clients (id) on delete cascade,
  request_key text not null,
  body_hash text not null,
  batch_id text not null, -- no reference: a batch that was purged must not be made again by a late repetition
  at text not null,
  primary key (client_id, request_key)
) strict, without rowid;
create index client_requests_by_time on client_requests (at);
`,
}
