import { Button } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useState } from 'react'
import { BlankState } from './BlankState.tsx'
import { Notice } from './Notice.tsx'

interface ConnectionLostProps {
  /** The whole window, when there is nothing to show yet; else a line above what is there. */
  readonly whole?: boolean
  readonly onRetry: () => Promise<void>
}

/** Sheaf itself has stopped: what was read is safe, and how to go on. */
export function ConnectionLost({ whole = false, onRetry }: ConnectionLostProps) {
  const [trying, setTrying] = useState(false)
  const retry = async () => {
    setTrying(true)
    await onRetry()
    setTrying(false)
  }

  if (whole)
    return (
      <BlankState
        whole
        icon={<IconPlugConnectedX size={26} stroke={1.6} />}
        title="Sheaf does not answer"
        actions={
          <Button onClick={retry} loading={trying}>
            Try again
          </Button>
        }
      >
        It has stopped, or this window was opened with an old address. Start Sheaf again and use the
        address it shows; what was read is kept.
      </BlankState>
    )
  return (
    <Notice
      tone="bad"
      action={
        <Button size="compact-sm" variant="default" onClick={retry} loading={trying}>
          Try again
        </Button>
      }
    >
      <strong>Sheaf has stopped.</strong> Start it again and use the address it shows; what was read
      so far is kept.
    </Notice>
  )
}
