import { notifications } from '@mantine/notifications'
import type { Failure } from '../electron/contract.ts'

/** Says what was refused, in its own sentence. */
export function showFailure({ code, message }: Failure): void {
  notifications.show({ id: code, color: 'red', message })
}
