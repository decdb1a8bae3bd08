import type { Migration } from '../migrate.ts'

/** Whether what is told to an address leaves this machine is shown beside it. */
export const hookPlaces: Migration = {
  name: '0018-hook-places',
  sql: `
alter table hooks add column place text check (place in ('loopback', 'private', 'public', 'unknown')); -- of an address, when it was added
`,
}
