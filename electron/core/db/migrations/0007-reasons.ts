import type { Migration } from '../migrate.ts'

/** Reasons got the names that exports document; what was kept under the old ones is said in the new. */
export const reasons: Migration = {
  name: '0007-reasons',
  sql: `
update fields set reasons =
  replace(replace(replace(reasons, '"missing"', '"not_found"'), '"weak_reading"', '"low_ocr"'), '"close_runner_up"', '"close_second"')
where reasons <> '[]';
`,
}
