import { type Failure, resultOf } from '../../workers/errors.ts'
import type { App } from '../core/createApp.ts'
import type { PreflightReport } from '../preflightView.ts'
import { callOf } from './call.ts'
import type { Command } from './command.ts'
import { exit } from './exitStatus.ts'
import { intakeOf } from './intakeOf.ts'
import { preflightLines } from './preflightLines.ts'
import type { Terminal } from './terminal.ts'

/** As many as a person or program could want: every file is named. */
const all = 100_000

/** Looks into files without reading them, tells what reading them would mean, and forgets them. */
export async function checkBatch(
  app: App,
  terminal: Terminal,
  { batch }: Extract<Command, { kind: 'preflight' }>,
): Promise<number> {
  const call = callOf(app)
  const { json } = batch
  const intake = intakeOf(batch)
  const drafted = await resultOf(() => call('batch.draft', intake))
  if (!drafted.ok) return refused(terminal, drafted.error, json)
  const { id: batchId } = drafted.value
  const interrupted = Promise.withResolvers<'interrupted'>()
  const deaf = terminal.onInterrupt(() => interrupted.resolve('interrupted'))
  try {
    const end = await Promise.race([app.idle(batchId), interrupted.promise])
    if (end === 'interrupted') return exit.interrupted
    const report = await call('batch.preflight', { batchId, most: all })
    if (json) terminal.answer(JSON.stringify(report, null, 2))
    else for (const line of preflightLines(report)) terminal.answer(line)
    return statusOf(report)
  } finally {
    deaf()
    await call('batch.discard', { batchId })
  }
}

/** There is no such folder, or nothing in it: not even a draft. */
function refused(terminal: Terminal, error: Failure, json: boolean): number {
  const report = { files: 0, refusals: [error] }
  terminal.answer(json ? JSON.stringify(report, null, 2) : `refused ${error.code} ${error.message}`)
  return exit.failed
}

function statusOf({ refusals, willNot }: PreflightReport): number {
  if (refusals.length > 0) return exit.failed
  // What a person wished to leave out is no file that could not be read.
  return willNot.some(({ code }) => code !== 'duplicate') ? exit.someFailed : exit.good
}
