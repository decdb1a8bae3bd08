import { randomUUID } from 'node:crypto'
import { configOf, findBatch, markFinished } from './db/batches.ts'
import { insertDelivery } from './db/deliveries.ts'
import { listHooks } from './db/hooks.ts'
import { atomically, type Db } from './db/open.ts'
import { hookBody } from './hooks/hookBody.ts'

/** A batch is over; what happens after it is owed from the same moment, also when the program ends in the next. */
export function endBatch(
  db: Db,
  batchId: string,
  { at, version }: { readonly at: string; readonly version: string },
): void {
  atomically(db, () => {
    if (!markFinished(db, batchId, at)) return
    const batch = findBatch(db, batchId)
    // Nobody has started it: nothing happened that could be told.
    if (!batch || batch.draft || batch.deletedAt) return
    const own = (configOf(db, batchId)?.hooks ?? []).map((hook) => ({ hook, id: null }))
    const general = listHooks(db).filter(({ isOn }) => isOn)
    for (const { hook, id: hookId } of [...own, ...general]) {
      const id = randomUUID()
      const body = hookBody(db, batch, { deliveryId: id, version })
      const exportPath = body.export_paths[0] ?? null
      insertDelivery(db, {
        ...{ id, batchId, hookId, hook, exportPath, createdAt: at },
        body: JSON.stringify(body),
      })
    }
  })
}
