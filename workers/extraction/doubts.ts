import type { Check, ReviewReason } from '../model.ts'

/** Why the fields that a failed check names need review: the sums of the document, or another rule. */
export const doubts: readonly ReviewReason[] = ['equation_broken', 'check_failed']

/** Names of fields to the doubt that failed checks of error level cast on them; the first one counts. */
export function doubtsFrom(checks: readonly Check[]): ReadonlyMap<string, ReviewReason> {
  const failed = checks.filter((check) => !check.passed && check.level === 'error')
  const doubted = failed.flatMap((check) =>
    check.fields.map((name) => [name, doubtOf(check)] as const),
  )
  return new Map(doubted.toReversed())
}

function doubtOf({ code }: Check): ReviewReason {
  return /_add_up$|^balance_|^ledger_/.test(code) ? 'equation_broken' : 'check_failed'
}
