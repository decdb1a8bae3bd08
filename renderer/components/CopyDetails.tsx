import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { errorDetails } from '../errorDetails.ts'
import { useAppStore } from '../stores/appStore.ts'

interface CopyDetailsProps {
  readonly code: string
  readonly ids?: Readonly<Record<string, string | number>>
}

/** Copies what somebody who is asked for help wants to know of an error. */
export function CopyDetails({ code, ids = {} }: CopyDetailsProps) {
  const version = useAppStore.getState().app?.version ?? ''
  return (
    <CopyButton value={errorDetails(code, { version, ids, at: new Date() })}>
      {({ copied, copy }) => (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          onClick={copy}
        >
          {copied ? 'Copied' : 'Copy details'}
        </Button>
      )}
    </CopyButton>
  )
}
