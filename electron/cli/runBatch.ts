import type { App } from '../core/createApp.ts'
import type { Telling } from './args.ts'
import { callOf } from './call.ts'
import { exit, exitStatusOf } from './exitStatus.ts'
import { followBatch } from './followBatch.ts'
import { problemLines, summaryLines, timeLine } from './report.ts'
import type { Terminal } from './terminal.ts'

export interface BatchToRun {
  readonly batchId: string
  /** Exports beside the one that the core writes by itself. */
  readonly others: readonly string[]
  /** Pages that had been read before this run: they say nothing about its pace. */
  readonly pagesBefore: number
}

/** Follows a started batch to its end, writes what else was asked for, and reports. */
export async function runBatch(
  app: App,
  terminal: Terminal,
  telling: Telling,
  { batchId, others, pagesBefore }: BatchToRun,
): Promise<number> {
  const call = callOf(app)
  const { batch, seconds, isInterrupted } = await followBatch(app, terminal, { batchId, telling })
  const status = exitStatusOf(batch, isInterrupted)
  const isFinished = batch.lifecycle === 'finished'
  const written: string[] = []
  const { output } = app.factsOf(batchId)
  if (isFinished && output && !batch.error) written.push(output)
  if (isFinished)
    for (const path of others) written.push((await call('export.write', { batchId, path })).path)

  for (const line of summaryLines(batch)) terminal.answer(line)
  terminal.answer(timeLine(batch, seconds, pagesBefore))
  for (const path of written) terminal.answer(`output ${path}`)
  for (const line of await problemLines(call, batchId)) terminal.answer(line)
  if (!isFinished) terminal.say(resumeHint(batchId, others))
  return status
}

function resumeHint(batchId: string, others: readonly string[]): string {
  const outputs = others.map((path) => ` --out ${path}`).join('')
  return `Everything read so far is kept. Go on with: npm start -- resume ${batchId}${outputs}`
}

/** Of several exit statuses the one that says most. */
export function worst(statuses: readonly number[]): number {
  return Math.max(exit.good, ...statuses)
}
