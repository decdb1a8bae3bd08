import type { Migration } from '../migrate.ts'

export const reading: Migration = {
  name: '0002-reading',
  sql: `
alter table pages add column rotation integer not null default 0; -- degrees clockwise that made it upright
alter table items add column protection text not null default 'none'
  check (protection in ('none', 'owner', 'password'));
alter table batches add column kind text not null default 'extract'
  check (kind in ('extract', 'read')); -- read: words alone, no documents
`,
}
