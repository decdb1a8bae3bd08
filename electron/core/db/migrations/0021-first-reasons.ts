import type { Migration } from '../migrate.ts'

/** Why a value was in doubt, where a lower threshold has taken that away: a higher one says it again. */
export const firstReasons: Migration = {
  name: '0021-first-reasons',
  sql: `
alter table fields add column first_reasons text; -- json; null: none were taken away
`,
}
