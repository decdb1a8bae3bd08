import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChecks } from '@tabler/icons-react'
import type { DocumentRow } from '../electron/views.ts'
import { client } from './client.ts'
import { showFailure } from './showFailure.tsx'
import { counted } from './words.ts'

/** Approves documents one after the other, says so, and offers to take it back; false where one could not be. */
export async function approveAll(rows: readonly DocumentRow[]): Promise<boolean> {
  const done: string[] = []
  for (const { documentId } of rows) {
    if (documentId === null) continue
    const result = await client.call('document.approve', { documentId })
    if (!result.ok) {
      showFailure(result.error)
      break
    }
    done.push(documentId)
  }
  if (done.length > 0) showApproved(done)
  return done.length === rows.length
}

function showApproved(documentIds: readonly string[]): void {
  const id = `approved:${documentIds[0]}`
  const undo = async () => {
    notifications.hide(id)
    for (const documentId of documentIds.toReversed()) {
      const result = await client.call('document.undo', { documentId })
      if (!result.ok) return showFailure(result.error)
    }
  }
  notifications.show({
    id,
    title: `${counted(documentIds.length, 'document')} approved`,
    icon: <IconChecks size={18} />,
    color: 'gray',
    autoClose: 15_000,
    message: (
      <Button size="compact-sm" variant="light" mt={4} onClick={undo}>
        Undo
      </Button>
    ),
  })
}
