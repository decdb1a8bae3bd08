import { AppError } from '../../../workers/errors.ts'
import type { Core } from '../core.ts'
import { findBatch } from '../db/batches.ts'
import { type Delivery, findDelivery, listDeliveries, reopenDelivery } from '../db/deliveries.ts'
import {
  deleteHook,
  findHook,
  insertHook,
  listHooks,
  type StoredHook,
  switchHook,
} from '../db/hooks.ts'
import { durably } from '../db/open.ts'
import { assertHookAllowed } from '../hooks/assertHookAllowed.ts'
import type { Hooks } from '../hooks/createHooks.ts'
import { deliveryViewOf, hookViewOf } from '../hooks/hookViews.ts'
import { testHook } from '../hooks/testHook.ts'
import type { HandlersOf } from './index.ts'

/** More of one batch would help nobody. */
const mostShown = 50

export function hookHandlers(core: Core, hooks: Hooks): HandlersOf<'hook'> {
  const { db } = core

  function known(hookId: number): StoredHook {
    const hook = findHook(db, hookId)
    if (!hook) throw new AppError('not_found', { what: 'hook' })
    return hook
  }

  function knownDelivery(id: string): Delivery {
    const delivery = findDelivery(db, id)
    if (!delivery) throw new AppError('not_found', { what: 'message' })
    return delivery
  }

  return {
    'hook.list': () => listHooks(db).map((hook) => hookViewOf(db, hook)),
    'hook.add': async ({ hook }) => {
      const place = await assertHookAllowed(hook)
      const at = core.now().toISOString()
      const id = durably(db, () => insertHook(db, { hook, place, at }))
      core.log('hook.added', { hook: id, kind: hook.kind })
      return hookViewOf(db, known(id))
    },
    'hook.switch': ({ hookId, isOn }) => {
      known(hookId)
      durably(db, () => switchHook(db, hookId, isOn))
      return hookViewOf(db, known(hookId))
    },
    'hook.remove': ({ hookId }) => {
      durably(db, () => deleteHook(db, hookId))
      return {}
    },
    'hook.test': async ({ hookId }) => deliveryViewOf(await testHook(core, hooks, known(hookId))),
    'hook.deliveries': ({ batchId }) => {
      if (!findBatch(db, batchId)) throw new AppError('not_found', { what: 'batch' })
      return listDeliveries(db, batchId, mostShown).map(deliveryViewOf)
    },
    'hook.retry': ({ deliveryId }) => {
      knownDelivery(deliveryId)
      if (reopenDelivery(db, deliveryId)) hooks.wake()
      return deliveryViewOf(knownDelivery(deliveryId))
    },
  }
}
