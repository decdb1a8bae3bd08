import type { AppEvent } from '../contract.ts'
import type { BatchSummary } from '../views.ts'

export interface Events {
  listen(receive: (event: AppEvent) => void): () => void
  /** Something about a batch moved; told at most five times a second, and always a last time. */
  batchMoved(batchId: string): void
  /** The same, told at once: the person pressed something, or the batch is over. */
  batchSettled(batchId: string): void
  documentChanged(change: { batchId: string; itemId: number; documentId: string | null }): void
  close(): void
}

const pause = 200

/** Tells faces what changed. Summaries are asked for when they are sent, not when things move. */
export function createEvents(summaryOf: (batchId: string) => BatchSummary | null): Events {
  const receivers = new Set<(event: AppEvent) => void>()
  const waiting = new Map<string, NodeJS.Timeout>()
  const lastSent = new Map<string, number>()

  function send(event: AppEvent): void {
    for (const receive of [...receivers]) receive(event)
  }

  function sendSummary(batchId: string): void {
    clearTimeout(waiting.get(batchId))
    waiting.delete(batchId)
    lastSent.set(batchId, performance.now())
    const payload = receivers.size > 0 ? summaryOf(batchId) : null
    if (payload) send({ name: 'batch.changed', payload })
  }

  return {
    listen(receive) {
      receivers.add(receive)
      return () => receivers.delete(receive)
    },
    batchMoved(batchId) {
      if (waiting.has(batchId)) return
      const since = performance.now() - (lastSent.get(batchId) ?? Number.NEGATIVE_INFINITY)
      if (since >= pause) return sendSummary(batchId)
      waiting.set(batchId, setTimeout(sendSummary, pause - since, batchId))
    },
    batchSettled: sendSummary,
    documentChanged: (payload) => send({ name: 'document.changed', payload }),
    close() {
      for (const timer of waiting.values()) clearTimeout(timer)
      waiting.clear()
      receivers.clear()
    },
  }
}
