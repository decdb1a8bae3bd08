import type { Migration } from '../migrate.ts'

export const otherReadings: Migration = {
  name: '0006-other-readings',
  sql: `
alter table pages add column others text; -- json: [words, ...], of pages that were read in several ways
`,
}
