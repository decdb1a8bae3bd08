import { type Cost, measure } from './measure.ts'
import type { Reader, Reading } from './readers/reader.ts'
import { reasonOf } from './readers/runTool.ts'
import { countWords, f1Of, tallyWords } from './score.ts'
import { tableLines } from './table.ts'
import { pagesIn, type Workload } from './workload.ts'

export interface CompareOptions {
  /** What the pace of pages is told for. */
  readonly pace: 'minute' | 'second'
  readonly answer: (line: string) => void
  readonly say: (line: string) => void
}

/** Has each reader read the same files, one after the other, and prints a table with a row for each. */
export async function compareReaders(
  workload: Workload,
  readers: readonly Reader[],
  { pace, answer, say }: CompareOptions,
): Promise<void> {
  const rows: (readonly string[])[] = []
  const remarks: string[] = []
  for (const reader of readers) {
    const { name } = reader
    if (!reader.isInstalled) {
      remarks.push(`${name} is not installed here, and was skipped.`)
      continue
    }
    say(`${name} …`)
    try {
      const run = await reader.prepare(workload.inputs)
      const { value, cost } = await measure(run)
      rows.push([name, ...figures(workload, { reading: value, cost, pace })])
      remarks.push(...value.failures.map((failure) => `${name} could not read ${failure}`))
    } catch (thrown) {
      // The others are measured all the same.
      remarks.push(`${name} broke off: ${reasonOf(thrown)}`)
    }
  }
  const head = ['', 'pages', `pages/${pace}`, 'CPU s/page', 'peak MB', 'words', 'F1 of words']
  for (const line of tableLines(head, rows)) answer(line)
  answer('')
  for (const line of meaning) answer(line)
  for (const remark of remarks) answer(remark)
}

const meaning = [
  'CPU and memory are those of all processes of a reader together; memory is what is resident,',
  'looked at five times a second, and what they share counts for each.',
] as const

interface Measured {
  readonly reading: Reading
  readonly cost: Cost
  readonly pace: CompareOptions['pace']
}

function figures(workload: Workload, { reading, cost, pace }: Measured): readonly string[] {
  const { seconds, cpuSeconds, peakBytes } = cost
  const pages = pagesIn(workload.inputs)
  const words = reading.texts.reduce((sum, text) => sum + countWords(text), 0)
  const f1 = accuracy(workload, reading)
  return [
    `${pages}`,
    ((pages / seconds) * (pace === 'minute' ? 60 : 1)).toFixed(1),
    cpuSeconds === null ? '–' : (cpuSeconds / pages).toFixed(pace === 'minute' ? 2 : 3),
    peakBytes === null ? '–' : (peakBytes / 2 ** 20).toFixed(0),
    `${words}`,
    f1 === null ? '–' : `${(100 * f1).toFixed(1)} %`,
  ]
}

/** Over the documents of which the text is known. */
function accuracy({ inputs, truths }: Workload, { texts }: Reading): number | null {
  const tallies = [...truths].map(([document, truth]) => {
    const parts = texts.filter((_, i) => inputs[i]?.document === document)
    return tallyWords(parts.join('\n'), truth)
  })
  return f1Of(tallies)
}
