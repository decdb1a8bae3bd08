import { statuses } from '../../workers/model.ts'
import type { BatchSummary, DocumentRow, Ledger, UnreadLine } from '../views.ts'
import type { Call } from './call.ts'
import { ledgerLines } from './ledgerLines.ts'
import { duration } from './words.ts'

/** How a batch stands, one fact a line, each beginning with its name. */
export function summaryLines(batch: BatchSummary, pages: string): readonly string[] {
  const state = batch.outcome ?? batch.lifecycle
  return [
    `batch ${batch.id} ${state}`,
    ...statuses
      .filter((status) => batch.counts[status] > 0)
      .map((status) => `${status} ${batch.counts[status]}`),
    `pages ${batch.pagesTotal}, ${pages}`,
    ...(batch.error ? [`error ${batch.error.code} ${batch.error.message}`] : []),
  ]
}

/** Every file that gave nothing. */
export async function problemsOf(call: Call, batchId: string): Promise<readonly DocumentRow[]> {
  const problems: DocumentRow[] = []
  for (let after = -1; ; ) {
    const { rows } = await call('batch.documents', {
      batchId,
      statuses: ['failed', 'skipped'],
      after,
      limit: 1000,
    })
    problems.push(...rows)
    const last = rows.at(-1)
    if (!last) return problems
    after = last.index
  }
}

/** Status, code, path and sentence of a file that gave nothing. */
export function problemLine({ status, path, error }: DocumentRow): string {
  return `problem ${status} ${error?.code} ${path} ${error?.message}`
}

/** Pages that are missing in a document. */
export async function missingOf(
  call: Call,
  batchId: string,
  { incomplete }: Pick<Ledger, 'incomplete'>,
): Promise<readonly UnreadLine[]> {
  const missing: UnreadLine[] = []
  for (let after = -1; incomplete > 0; ) {
    const { lines } = await call('batch.unread', { batchId, after, limit: 1000 })
    missing.push(...lines.filter(({ isWhole }) => !isWhole))
    const last = lines.at(-1)
    if (!last) break
    after = last.index
  }
  return missing
}

/** How every file and page ended, and a line for each page that is missing in a document. */
export function ledgerReportLines(
  ledger: Ledger,
  missing: readonly UnreadLine[],
): readonly string[] {
  const tell = (line: UnreadLine) => `problem page ${line.code} ${line.path} ${line.message}`
  return [...ledgerLines(ledger), ...missing.map(tell)]
}

/** Time and pace of this run; kept pages took no time, so they do not count. */
export function timeLine(pagesRead: number, seconds: number): string {
  const perMinute = ((pagesRead / seconds) * 60).toFixed(1)
  const pace = pagesRead > 0 && seconds > 0 ? `, ${perMinute} pages/minute` : ''
  return `time ${duration(seconds)}${pace}`
}
