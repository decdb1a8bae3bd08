import { randomUUID } from 'node:crypto'
import type { Core } from '../core.ts'
import { type Delivery, deleteTrials, findDelivery, insertDelivery } from '../db/deliveries.ts'
import type { StoredHook } from '../db/hooks.ts'
import { atomically } from '../db/open.ts'
import type { Hooks } from './createHooks.ts'
import type { HookBody } from './hookBody.ts'

/** Tries a hook as after a batch of nothing, once, and gives how it went. */
export async function testHook(core: Core, hooks: Hooks, stored: StoredHook): Promise<Delivery> {
  const { db, version } = core
  const id = randomUUID()
  const at = core.now().toISOString()
  const body: HookBody = {
    ...{ event: 'test', delivery_id: id, batch_id: 'test', status: 'completed' },
    ...{ reference: null, name: 'A test', counts: {}, pages: 0, export_paths: [], error: null },
    ...{ created_at: at, started_at: at, finished_at: at, app_version: version },
  }
  const { id: hookId, hook } = stored
  atomically(db, () => {
    deleteTrials(db, hookId)
    insertDelivery(db, {
      ...{ id, batchId: null, hookId, hook, exportPath: null, createdAt: at },
      body: JSON.stringify(body),
    })
  })
  await hooks.once(id)
  const delivery = findDelivery(db, id)
  if (!delivery) throw new Error('a test of a hook is gone')
  return delivery
}
