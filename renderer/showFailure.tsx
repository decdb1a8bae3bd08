import { notifications } from '@mantine/notifications'
import type { Failure } from '../electron/contract.ts'
import { CopyDetails } from './components/CopyDetails.tsx'

/** Says what was refused, in its own sentence. */
export function showFailure({ code, message }: Pick<Failure, 'code' | 'message'>): void {
  notifications.show({
    id: code,
    color: 'red',
    message: (
      <>
        {message}
        <br />
        <CopyDetails code={code} />
      </>
    ),
  })
}
