import { AppError } from '../../../workers/errors.ts'
import type { Hook } from '../../views.ts'
import { placeOfAddress } from './placeOfAddress.ts'

/**
 * Refuses an address that is not on this computer or its network, unless a person was told and wants it. Where nobody
 * can say now where a name leads, it is taken to lead away.
 */
export async function assertHookAllowed(hook: Hook): Promise<void> {
  if (hook.kind === 'run' || hook.leavesMachine) return
  const { place, host } = await placeOfAddress(hook.url)
  if (place === 'public' || place === 'unknown') throw new AppError('address_public', { host })
}
