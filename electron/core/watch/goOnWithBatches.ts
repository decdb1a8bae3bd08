import { assertWritable } from '../atomicWrite.ts'
import type { Core } from '../core.ts'
import { type Batch, findBatch, reopenBatch, setIntent, setTrouble } from '../db/batches.ts'
import { listOpenWatchBatches, listUnwrittenWatchBatches } from '../db/watches.ts'
import type { Runner } from '../runner.ts'
import { startWatched } from './takeFiles.ts'

/** Goes on with batches of a folder that a kill or a vanished share has stopped. */
export async function goOnWithBatches(core: Core, runner: Runner, watchId: number): Promise<void> {
  const { db } = core
  for (const batchId of listOpenWatchBatches(db, watchId)) {
    const batch = findBatch(db, batchId)
    if (!batch || runner.isActive(batchId)) continue
    if (batch.draft) await startWatched(core, batchId)
    if (batch.error?.code === 'source_gone') {
      setTrouble(db, batchId, null)
      setIntent(db, batchId, 'run')
    } else if (batch.intent !== 'run' || batch.error) continue
    runner.start(batchId)
  }
}

/** Writes exports that could not be written at the end of their batches: the folder for them was away, or full. */
export async function writeOwed(core: Core, runner: Runner, watchId: number): Promise<void> {
  const { db } = core
  for (const batchId of listUnwrittenWatchBatches(db, watchId)) {
    const batch = findBatch(db, batchId)
    if (!batch || runner.isActive(batchId) || !(await canBeWritten(batch))) continue
    reopenBatch(db, batchId)
    runner.start(batchId)
  }
}

async function canBeWritten({ output, kind }: Batch): Promise<boolean> {
  if (output === null) return false
  return assertWritable(output, kind).then(
    () => true,
    () => false,
  )
}
