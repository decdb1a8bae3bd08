import type { AppEvent, WatchView } from '../contract.ts'
import type { BatchSummary, TemplateSummary } from '../views.ts'

export interface Events {
  listen(receive: (event: AppEvent) => void): () => void
  /** Something about a batch moved; told at most five times a second, and always a last time. */
  batchMoved(batchId: string): void
  /** The same, told at once: the person pressed something, or the batch is over. */
  batchSettled(batchId: string): void
  /** The same measure: what comes faster is told together. */
  documentChanged(change: DocumentChange & { readonly batchId: string }): void
  templatesChanged(templates: readonly TemplateSummary[]): void
  watchesChanged(watches: readonly WatchView[]): void
  close(): void
}

export interface DocumentChange {
  readonly itemId: number
  readonly documentId: string | null
}

const pause = 200
const mostASecond = 5

/** When documents of a batch were told of, the last times, and what waits to be. */
interface Told {
  readonly sent: readonly number[]
  readonly waiting: DocumentChange[]
  timer?: NodeJS.Timeout
}

/** Tells faces what changed. Summaries are asked for when they are sent, not when things move. */
export function createEvents(summaryOf: (batchId: string) => BatchSummary | null): Events {
  const receivers = new Set<(event: AppEvent) => void>()
  const waiting = new Map<string, NodeJS.Timeout>()
  const lastSent = new Map<string, number>()
  const documents = new Map<string, Told>()

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

  function sendDocuments(batchId: string): void {
    const told = documents.get(batchId)
    clearTimeout(told?.timer)
    const [first, ...others] = told?.waiting ?? []
    if (!told || !first) return
    documents.set(batchId, {
      sent: [...told.sent.slice(1 - mostASecond), performance.now()],
      waiting: [],
    })
    const more = others.length > 0 ? { others } : {}
    send({ name: 'document.changed', payload: { batchId, ...first, ...more } })
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
    batchSettled(batchId) {
      sendDocuments(batchId)
      sendSummary(batchId)
    },
    documentChanged({ batchId, itemId, documentId }) {
      const told = documents.get(batchId) ?? { sent: [], waiting: [] }
      documents.set(batchId, told)
      told.waiting.push({ itemId, documentId })
      if (told.waiting.length > 1) return
      const since = performance.now() - (told.sent.at(-mostASecond) ?? Number.NEGATIVE_INFINITY)
      if (since >= 1000) return sendDocuments(batchId)
      told.timer = setTimeout(sendDocuments, 1000 - since, batchId)
    },
    templatesChanged: (templates) => send({ name: 'templates.changed', payload: [...templates] }),
    watchesChanged: (watches) => send({ name: 'watches.changed', payload: [...watches] }),
    close() {
      for (const timer of waiting.values()) clearTimeout(timer)
      for (const { timer } of documents.values()) clearTimeout(timer)
      waiting.clear()
      documents.clear()
      receivers.clear()
    },
  }
}
