import { z } from 'zod'
import { deliveryView, hook, hookView } from '../views.ts'
import { batchId } from './commandParts.ts'

const hookId = z.object({ hookId: z.number().int() })
const deliveryId = z.object({ deliveryId: z.string() })

/** What happens after batches: commands that are run, and addresses that are told. */
export const hookCommands = {
  /** What happens after every batch, with how it went the last time. */
  'hook.list': { input: z.object({}), output: z.array(hookView) },
  /**
   * One more, switched on. An address that is not on this computer or in its network is refused with `address_public`
   * until a person has said that it may be (`leavesMachine`).
   */
  'hook.add': { input: z.object({ hook }), output: hookView },
  'hook.switch': { input: hookId.extend({ isOn: z.boolean() }), output: hookView },
  /** It is not there any more, nor what it still owes. */
  'hook.remove': { input: hookId, output: z.object({}) },
  /** Tries it once with the facts of no batch, and waits for the outcome. */
  'hook.test': { input: hookId, output: deliveryView },
  /** What was done after a batch, the newest first. */
  'hook.deliveries': { input: batchId, output: z.array(deliveryView) },
  /** Tries one that failed again, as often as the first time. */
  'hook.retry': { input: deliveryId, output: deliveryView },
} as const
