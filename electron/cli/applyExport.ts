import type { App } from '../core/createApp.ts'
import type { Comparison, Correction } from '../views.ts'
import { callOf } from './call.ts'
import type { Command } from './command.ts'
import { exit } from './exitStatus.ts'
import type { Terminal } from './terminal.ts'

/** Takes what was corrected in an export over, or only tells it; conflicts only where that is asked for. */
export async function applyExport(
  app: App,
  terminal: Terminal,
  { file: path, isDryRun, withConflicts, json }: Extract<Command, { kind: 'apply' }>,
): Promise<number> {
  const call = callOf(app)
  const comparison = await call('roundTrip.compare', { path })
  const { batchId, corrections, notices } = comparison
  const chosen = corrections.filter(({ isConflict }) => withConflicts || !isConflict)
  const done =
    isDryRun || chosen.length === 0
      ? { applied: 0, failures: [] }
      : await call('roundTrip.apply', { batchId, corrections: chosen })
  const { applied } = done
  const failures = done.failures.map(({ failure }) => failure.message)
  const isWhole = chosen.length === corrections.length && notices.length === 0
  if (json) terminal.answer(JSON.stringify({ ...comparison, applied, failures }, null, 2))
  else {
    for (const line of linesOf(comparison)) terminal.answer(line)
    for (const sentence of failures) terminal.say(sentence)
    const left = corrections.length - chosen.length
    if (left > 0)
      terminal.say(`Both sides changed ${left} of them; --conflicts takes those of the file.`)
    terminal.answer(isDryRun ? `would apply ${chosen.length}` : `applied ${applied}`)
  }
  return isWhole && failures.length === 0 ? exit.good : exit.someFailed
}

function linesOf({ batchId, corrections, kept, notices, ...sums }: Comparison): readonly string[] {
  return [
    `batch ${batchId}`,
    `compared ${sums.values} values of ${sums.documents} documents`,
    ...corrections.map((correction) => {
      const { filename, isConflict } = correction
      return `${isConflict ? 'conflict' : 'change'} ${filename} ${wordsOf(correction)}`
    }),
    ...(kept > 0 ? [`kept ${kept} that were changed in Sheaf alone`] : []),
    ...notices.flatMap(({ code, count, sentence, places }) => [
      `notice ${code} ${count} ${sentence}`,
      ...places.map((place) => `  ${place}`),
    ]),
  ]
}

function wordsOf(correction: Correction): string {
  const { table, row } = correction
  const place = table === null || row === null ? '' : `${table}[${row + 1}]`
  if (correction.kind !== 'value')
    return `${place} ${correction.kind === 'row_added' ? 'added' : 'deleted'}: ${correction.words}`
  const { name, now, next } = correction
  return `${[place, name].filter(Boolean).join('.')}: ${quoted(now)} -> ${quoted(next)}`
}

const quoted = (value: string | null) => (value === null ? 'nothing' : JSON.stringify(value))
