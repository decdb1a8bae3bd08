import { findDelivery, listOwed, rewriteDelivery } from '../db/deliveries.ts'
import { atomically, type Db } from '../db/open.ts'
import { filesOfExport, type HookBody } from './hookBody.ts'

/** Adds files that were written of a batch after its end to what is owed after it. */
export function nameExports(db: Db, batchId: string, exportPaths: readonly string[]): void {
  if (exportPaths.length === 0) return
  const more = exportPaths.flatMap((path) => filesOfExport(db, batchId, path))
  atomically(db, () => {
    for (const owed of listOwed(db)) {
      const delivery = owed.batchId === batchId ? findDelivery(db, owed.id) : null
      if (!delivery) continue
      const body: HookBody = JSON.parse(delivery.body)
      const export_paths = [...new Set([...body.export_paths, ...more])]
      const exportPath = export_paths[0] ?? null
      rewriteDelivery(db, owed.id, { body: JSON.stringify({ ...body, export_paths }), exportPath })
    }
  })
}
