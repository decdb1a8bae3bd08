import type { Migration } from '../migrate.ts'

export const exactSources: Migration = {
  name: '0005-exact-sources',
  sql: `
alter table pages add column exact text; -- json: what e-invoices and payment codes state; null without any
`,
}
