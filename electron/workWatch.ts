import type { Result } from '../workers/errors.ts'
import type { AppEvent, WatchView } from './contract.ts'
import type { BatchSummary } from './views.ts'

/** Part of the core that a host asks to know what is being worked on. */
export interface WatchedApp {
  dispatch(name: string, input: unknown): Promise<Result<unknown>>
  listen(receive: (event: AppEvent) => void): () => void
}

export interface WorkWatch {
  /** Batches that are being read or wait for their turn. */
  readonly running: () => readonly BatchSummary[]
  /** Folders that are watched: there is work to come. */
  readonly watched: () => number
  readonly stop: () => void
}

const working: readonly BatchSummary['lifecycle'][] = [
  'queued',
  'running',
  'throttled',
  'cancelling',
]

/** Knows at any moment what is being worked on: a window that closes cannot wait for an answer. */
export async function watchWork(
  app: WatchedApp,
  changed: (running: readonly BatchSummary[]) => void = () => {},
): Promise<WorkWatch> {
  const batches = new Map<string, BatchSummary>()
  const running = () => [...batches.values()]
  let watched = 0
  const count = (watches: readonly WatchView[]) => {
    watched = watches.filter(({ isOn }) => isOn).length
  }
  const keep = (batch: BatchSummary) => {
    if (working.includes(batch.lifecycle)) batches.set(batch.id, batch)
    else batches.delete(batch.id)
  }
  const stop = app.listen((event) => {
    if (event.name === 'watches.changed') count(event.payload)
    else if (event.name === 'batch.changed') keep(event.payload)
    else return
    changed(running())
  })
  const listed = await app.dispatch('batch.list', {})
  if (listed.ok) for (const batch of listed.value as readonly BatchSummary[]) keep(batch)
  const watches = await app.dispatch('watch.list', {})
  if (watches.ok) count(watches.value as readonly WatchView[])
  return { running, watched: () => watched, stop }
}
