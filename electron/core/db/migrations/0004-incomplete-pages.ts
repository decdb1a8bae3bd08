import type { Migration } from '../migrate.ts'

export const incompletePages: Migration = {
  name: '0004-incomplete-pages',
  sql: `
alter table pages add column incomplete integer not null default 0; -- 1: its picture is cut off or wrong in part
`,
}
