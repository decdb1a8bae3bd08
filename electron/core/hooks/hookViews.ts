import type { DeliveryView, Hook, HookView } from '../../views.ts'
import { type Delivery, lastDelivery } from '../db/deliveries.ts'
import type { StoredHook } from '../db/hooks.ts'
import type { Db } from '../db/open.ts'
import { failure } from '../summary.ts'

/** A hook as it is shown: its secret stays here. */
export function hookViewOf(db: Db, { id, hook, place, isOn }: StoredHook): HookView {
  const last = lastDelivery(db, id)
  return {
    ...{ id, kind: hook.kind, words: wordsOf(hook), place, isOn },
    hasSecret: hook.kind === 'post' && hook.secret !== null,
    last: last && deliveryViewOf(last),
  }
}

export function deliveryViewOf(delivery: Delivery): DeliveryView {
  const { id, hook, state, tries, createdAt, endedAt, error, output } = delivery
  return {
    ...{ id, kind: hook.kind, words: wordsOf(hook), state, tries, createdAt, endedAt, output },
    error: error && failure(error),
  }
}

/** A command as it would be typed, for reading alone: arguments with anything but plain signs stand in quotes. */
function wordsOf(hook: Hook): string {
  if (hook.kind === 'post') return hook.url
  const isPlain = (arg: string) => /^[\p{L}\p{N}\-_.,:=/\\@%+{}]+$/u.test(arg)
  return hook.command.map((arg) => (isPlain(arg) ? arg : JSON.stringify(arg))).join(' ')
}
