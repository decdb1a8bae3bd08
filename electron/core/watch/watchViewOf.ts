import type { WatchView } from '../../watchView.ts'
import type { Core } from '../core.ts'
import { listWatchBatches, type Watch } from '../db/watches.ts'
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
  const counts = countWatchFiles(db, id)
  const batches = listWatchBatches(db, id, latest).flatMap((batchId) => {
    const found = summaryOf(db, live, batchId)
    if (!found) return []
    const { id, name, lifecycle, outcome, items } = found
    return [{ id, name, lifecycle, outcome, items }]
  })
  return {
    ...{ ...config, folder, id, isOn, createdAt, lookedAt },
    state: stateOf(isOn, error?.code ?? null, counts.reading),
    error: error && failure(error),
    ...met,
    counts: { ...counts },
    activeAt: lastActivity(db, id),
    batches,
  }
}

function stateOf(isOn: boolean, code: string | null, reading: number): WatchView['state'] {
  if (!isOn) return 'paused'
  if (code !== null) return code === 'watch_gone' ? 'source_gone' : 'trouble'
  return reading > 0 ? 'reading' : 'waiting'
}
