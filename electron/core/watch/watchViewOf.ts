import type { WatchView } from '../../watchView.ts'
import type { Core } from '../core.ts'
import { findBatch, type Trouble } from '../db/batches.ts'
import {
  listOpenWatchBatches,
  listUnwrittenWatchBatches,
  listWatchBatches,
  type Watch,
} from '../db/watches.ts'
import { countWatchFiles, lastActivity } from '../db/watchFiles.ts'
import { failure, type Live, summaryOf } from '../summary.ts'
import type { Watching } from './watches.ts'

/** Batches of a folder that are named with it; the others are in the list of all. */
const latest = 5

/** A watched folder as it is shown. */
export function watchViewOf(
  { db }: Core,
  live: Live,
  { id, folder, config, isOn, createdAt }: Watch,
  { met, error, lookedAt }: Pick<Watching, 'met' | 'error' | 'lookedAt'>,
): WatchView {
  const { hooks: _, ...shown } = config
  const counts = countWatchFiles(db, id)
  const stopped = error ?? stoppedBatch(db, id)
  const batches = listWatchBatches(db, id, latest).flatMap((batchId) => {
    const found = summaryOf(db, live, batchId)
    if (!found) return []
    const { id, name, lifecycle, outcome, items } = found
    return [{ id, name, lifecycle, outcome, items }]
  })
  return {
    ...{ ...shown, folder, id, isOn, createdAt, lookedAt },
    state: stateOf(isOn, stopped?.code ?? null, counts.reading),
    error: stopped && failure(stopped),
    ...met,
    counts: { ...counts },
    activeAt: lastActivity(db, id),
    batches,
  }
}

/** What stopped one of its batches: its files wait for that to be over. */
function stoppedBatch(db: Core['db'], watchId: number): Trouble | null {
  const waiting = [...listOpenWatchBatches(db, watchId), ...listUnwrittenWatchBatches(db, watchId)]
  for (const batchId of waiting) {
    const error = findBatch(db, batchId)?.error
    if (error) return error
  }
  return null
}

function stateOf(isOn: boolean, code: string | null, reading: number): WatchView['state'] {
  if (!isOn) return 'paused'
  if (code !== null) return code === 'watch_gone' ? 'source_gone' : 'trouble'
  return reading > 0 ? 'reading' : 'waiting'
}
