import { setTimeout as wait } from 'node:timers/promises'
import type { App } from '../core/createApp.ts'
import type { BatchSummary } from '../views.ts'
import { callOf } from './call.ts'
import type { Telling } from './command.ts'
import { createProgress } from './progress.ts'
import type { Terminal } from './terminal.ts'

export interface Followed {
  readonly batch: BatchSummary
  readonly seconds: number
  readonly isInterrupted: boolean
}

/** How long pages in hand may take to come to their end after Ctrl-C; what is not kept by then is lost. */
const graceSeconds = 15

/**
 * Waits for a batch and tells how it gets on. Ctrl-C pauses it: what is in hand is still kept. A
 * second one does not wait for that.
 */
export async function followBatch(
  app: App,
  terminal: Terminal,
  { batchId, telling }: { batchId: string; telling: Telling },
): Promise<Followed> {
  const startedAt = performance.now()
  const call = callOf(app)
  const end = Promise.withResolvers<void>()
  let isInterrupted = false
  const deaf = terminal.onInterrupt(() => {
    if (isInterrupted) return end.resolve()
    isInterrupted = true
    if (telling === 'progress') terminal.say('Stopping: pages in hand are being kept…')
    void call('batch.pause', { batchId }).catch(() => end.resolve())
    void wait(graceSeconds * 1000, null, { ref: false }).then(() => end.resolve())
  })
  const unheard = app.listen(createProgress(terminal, telling, batchId))
  try {
    await Promise.race([app.idle(batchId), end.promise])
  } finally {
    deaf()
    unheard()
    terminal.draw('')
  }
  const seconds = (performance.now() - startedAt) / 1000
  return { batch: await call('batch.get', { batchId }), seconds, isInterrupted }
}
