import { type Failure, resultOf } from '../../workers/errors.ts'
import type { Input, Output } from '../contract.ts'
import type { App } from '../core/createApp.ts'
import type { BatchSummary, DocumentRow, UnreadLine } from '../views.ts'
import { type Call, callOf } from './call.ts'
import type { Telling, Writing } from './command.ts'
import { exit, exitStatusOf } from './exitStatus.ts'
import { tellWritten } from './exportCommands.ts'
import { followBatch } from './followBatch.ts'
import {
  ledgerReportLines,
  missingOf,
  problemLine,
  problemsOf,
  summaryLines,
  timeLine,
} from './report.ts'
import { hookLine, untilDelivered } from './tellHooks.ts'
import type { Terminal } from './terminal.ts'

export interface BatchToRun {
  readonly batchId: string
  /** Exports beside the one that the core writes by itself. */
  readonly others: readonly string[]
  readonly writing?: Writing
}

/** How a batch ended, for people and programs. */
export interface BatchReport {
  readonly batch: BatchSummary
  readonly seconds: number
  readonly pagesReadNow: number
  /** What was written, in the order in which it was asked for. */
  readonly outputs: readonly Pick<Output<'export.write'>, 'path' | 'asked'>[]
  /** What could not be. */
  readonly outputFailures: readonly Failure[]
  readonly ledger: Output<'batch.ledger'>
  /** Files that gave nothing. */
  readonly problems: readonly DocumentRow[]
  /** Pages that are missing in a document. */
  readonly missing: readonly UnreadLine[]
  /** What happened after it. */
  readonly hooks: Output<'hook.deliveries'>
}

/** How much is said meanwhile, and in what form the answer is. */
export interface Answering {
  readonly telling: Telling
  readonly json: boolean
}

/** Follows a started batch to its end, writes what else was asked for, and reports. */
export async function runBatch(
  app: App,
  terminal: Terminal,
  { telling, json }: Answering,
  batch: BatchToRun,
): Promise<number> {
  const { status, report } = await workOn(app, terminal, telling, batch)
  if (json) terminal.answer(JSON.stringify(report, null, 2))
  else tellReport(terminal, report)
  return status
}

/** The same without the answer. */
export async function workOn(
  app: App,
  terminal: Terminal,
  telling: Telling,
  { batchId, others, writing }: BatchToRun,
): Promise<{ readonly status: number; readonly report: BatchReport }> {
  const call = callOf(app)
  const { batch, seconds, isInterrupted, isFinished, exports } = await toTheEnd()
  const { output, asked, pagesRead } = app.factsOf(batchId)
  const own =
    isFinished && output !== null && !batch.error ? [{ path: output, asked: asked ?? output }] : []
  if (isFinished) await untilDelivered(app, terminal)
  if (batch.locked > 0) terminal.say(lockedHint(batch))
  if (!isFinished) terminal.say(resumeHint(batchId, others))
  const ledger = await call('batch.ledger', { batchId })
  const report: BatchReport = {
    ...{ batch, seconds, pagesReadNow: pagesRead, ledger },
    outputs: [...own, ...exports.written],
    outputFailures: exports.failures,
    problems: await problemsOf(call, batchId),
    missing: await missingOf(call, batchId, ledger),
    hooks: await call('hook.deliveries', { batchId }),
  }
  const status = exports.failures.length > 0 ? exit.failed : exitStatusOf(batch, isInterrupted)
  return { status, report }

  /** What happens after the batch waits for all files, so that it can be told of each. */
  async function toTheEnd() {
    const tellHooks = app.holdHooks(batchId)
    let written: readonly string[] = []
    try {
      const followed = await followBatch(app, terminal, { batchId, telling })
      const isFinished = followed.batch.lifecycle === 'finished'
      const exports = await exportTo(call, isFinished ? others : [], { batchId, ...writing })
      written = exports.written.map(({ path }) => path)
      return { ...followed, isFinished, exports }
    } finally {
      tellHooks(written)
    }
  }
}

/** A report for people, one fact a line. */
export function tellReport(terminal: Terminal, report: BatchReport): void {
  const { batch, pagesReadNow: now, seconds } = report
  const pages = `read now ${now}, kept from before ${batch.pagesDone - now}`
  for (const line of summaryLines(batch, pages)) terminal.answer(line)
  terminal.answer(timeLine(now, seconds))
  for (const written of report.outputs) tellWritten(terminal, written)
  for (const line of ledgerReportLines(report.ledger, report.missing)) terminal.answer(line)
  for (const problem of report.problems) terminal.answer(problemLine(problem))
  for (const failure of report.outputFailures)
    terminal.answer(`error ${failure.code} ${failure.message}`)
  for (const hook of report.hooks) terminal.answer(hookLine(hook))
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
