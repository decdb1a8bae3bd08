import { AppError } from '../../../workers/errors.ts'
import type { Hook, HookPlace } from '../../views.ts'
import { placeOfAddress } from './placeOfAddress.ts'

/**
 * Refuses an address that is not on this computer or its network, unless a person was told and wants it. Where nobody
 * can say now where a name leads, it is taken to lead away. Gives where it lies; null: it is a command.
 */
export async function assertHookAllowed(hook: Hook): Promise<HookPlace | null> {
  if (hook.kind === 'run') return null
  const { place, host } = await placeOfAddress(hook.url)
  const isElsewhere = place === 'public' || place === 'unknown'
  if (isElsewhere && !hook.leavesMachine) throw new AppError('address_public', { host })
  return place
}
