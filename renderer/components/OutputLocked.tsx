import { Button, Group } from '@mantine/core'
import type { Failure, Output } from '../../electron/contract.ts'
import { baseNameOf } from '../format.ts'
import { Notice } from './Notice.tsx'

interface OutputLockedProps {
  readonly failure: Failure
  readonly again: ((path: string | null) => Promise<Output<'export.write'> | null>) | null
  readonly onWritten: (written: Output<'export.write'>) => void
}

/** Why an export was not written; where only its file is in the way, another name is one key away. */
export function OutputLocked({ failure, again, onWritten }: OutputLockedProps) {
  const { other } = failure.details
  const tryIn = async (path: string | null) => {
    const written = await again?.(path)
    if (written) onWritten(written)
  }
  return (
    <Notice tone="bad">
      {failure.message}
      {again && (
        <Group gap="xs" mt={8}>
          {typeof other === 'string' && (
            <Button size="compact-sm" onClick={() => tryIn(other)}>
              Save as “{baseNameOf(other)}”
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => tryIn(null)}>
            Try again
          </Button>
        </Group>
      )}
    </Notice>
  )
}
