import { type Failure, resultOf } from '../../workers/errors.ts'
import type { Input, Output } from '../contract.ts'
import type { App } from '../core/createApp.ts'
import type { BatchSummary } from '../views.ts'
import { type Call, callOf } from './call.ts'
import type { Telling, Writing } from './command.ts'
import { exit, exitStatusOf } from './exitStatus.ts'
import { tellWritten } from './exportCommands.ts'
import { followBatch } from './followBatch.ts'
import { ledgerReport, problemLines, summaryLines, timeLine } from './report.ts'
import { tellHooks } from './tellHooks.ts'
import type { Terminal } from './terminal.ts'

export interface BatchToRun {
  readonly batchId: string
  /** Exports beside the one that the core writes by itself. */
  readonly others: readonly string[]
  readonly writing?: Writing
}

/** Follows a started batch to its end, writes what else was asked for, and reports. */
export async function runBatch(
  app: App,
  terminal: Terminal,
  telling: Telling,
  { batchId, others, writing }: BatchToRun,
): Promise<number> {
  const call = callOf(app)
  const { batch, seconds, isInterrupted } = await followBatch(app, terminal, { batchId, telling })
  const isFinished = batch.lifecycle === 'finished'
  const { output, asked, pagesRead } = app.factsOf(batchId)
  const isWritten = isFinished && output !== null && !batch.error
  const exports = isFinished
    ? await exportTo(call, others, { batchId, ...writing })
    : { written: [], failures: [] }

  const pages = `read now ${pagesRead}, kept from before ${batch.pagesDone - pagesRead}`
  for (const line of summaryLines(batch, pages)) terminal.answer(line)
  terminal.answer(timeLine(pagesRead, seconds))
  if (isWritten) tellWritten(terminal, { path: output, asked: asked ?? output })
  for (const written of exports.written) tellWritten(terminal, written)
  for (const line of await ledgerReport(call, batchId)) terminal.answer(line)
  for (const line of await problemLines(call, batchId)) terminal.answer(line)
  for (const failure of exports.failures)
    terminal.answer(`error ${failure.code} ${failure.message}`)
  if (isFinished) await tellHooks(app, terminal, batchId)
  if (batch.locked > 0) terminal.say(lockedHint(batch))
  if (!isFinished) terminal.say(resumeHint(batchId, others))
  return exports.failures.length > 0 ? exit.failed : exitStatusOf(batch, isInterrupted)
}

/** Each on its own: one file that is open elsewhere must not cost the others. */
async function exportTo(
  call: Call,
  paths: readonly string[],
  what: Omit<Input<'export.write'>, 'path'>,
) {
  const written: Output<'export.write'>[] = []
  const failures: Failure[] = []
  for (const path of paths) {
    const result = await resultOf(() =>
      call('export.write', { ...what, path, whenLocked: 'number' }),
    )
    if (result.ok) written.push(result.value)
    else failures.push(result.error)
  }
  return { written, failures }
}

function resumeHint(batchId: string, others: readonly string[]): string {
  const outputs = others.map((path) => ` --out ${path}`).join('')
  return `Everything read so far is kept. Go on with: npm start -- resume ${batchId}${outputs}`
}

function lockedHint({ id, locked }: BatchSummary): string {
  const need = locked === 1 ? 'file needs a password' : 'files need a password'
  return `${locked} ${need}. Write it into a text file, one a line, and go on with: npm start -- resume ${id} --password-file FILE`
}

/** Of several exit statuses the one that says most. */
export function worst(statuses: readonly number[]): number {
  return Math.max(exit.good, ...statuses)
}
