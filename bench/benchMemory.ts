import { madeMixture } from './pages/madeMixture.ts'
import { readWithSheaf } from './readers/sheaf.ts'
import type { Surroundings } from './surroundings.ts'
import { tableLines } from './table.ts'

/** Pages between two lines, and pages at either end that are compared. */
const every = 50
const ends = 100

const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0)
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Reads many pages in one run of Sheaf and prints what its two processes have resident. Gives what was read. */
export async function benchMemory(
  pages: number,
  { folder, answer, say }: Surroundings,
): Promise<string> {
  say('Making the pages …')
  const paths = await madeMixture(folder, pages)
  const resident: number[] = []
  const failures: string[] = []
  let [base, threads] = [0, 1]
  answer('pages read   resident MB')
  await readWithSheaf({ paths, languages: [] }, (report) => {
    if (report.kind === 'ready') [base, threads] = [report.rss, report.threads]
    if (report.kind !== 'page') return
    resident.push(report.rss)
    if ('error' in report.outcome) failures.push(report.outcome.error)
    if (resident.length % every === 0)
      answer(`${String(resident.length).padStart(10)}   ${megabytes(report.rss).padStart(11)}`)
  })

  const span = Math.min(ends, Math.ceil(pages / 2))
  const [first, last] = [mean(resident.slice(0, span)), mean(resident.slice(-span))]
  const change = (100 * (last - first)) / first
  const rows = [
    ['before the first page', megabytes(base)],
    [`mean of the first ${span} pages`, megabytes(first)],
    [`mean of the last ${span} pages`, megabytes(last)],
    ['most after any page', megabytes(Math.max(...resident))],
    [
      `a worker (of ${threads}) with its share of their process`,
      megabytes((last - base) / threads),
    ],
  ]
  answer('')
  for (const line of tableLines(['resident', 'MB'], rows)) answer(line)
  answer('')
  answer(
    `From the first to the last ${span} pages: ${change >= 0 ? '+' : ''}${change.toFixed(1)} %.`,
  )
  if (failures.length > 0) answer(`Not read: ${failures.length} pages (${failures[0]}).`)
  return `${pages} pages, two half-page scans of A5 to one page of text, 20 and 10 different ones`
}
