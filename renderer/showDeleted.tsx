import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconTrash } from '@tabler/icons-react'
import type { BatchSummary } from '../electron/views.ts'
import { go } from './router.ts'
import { showFailure } from './showFailure.tsx'
import { useBatchesStore } from './stores/batchesStore.ts'

/** Says that a batch was deleted, and offers to take it back. */
export function showDeleted({ id: batchId, name }: BatchSummary): void {
  const id = `deleted:${batchId}`
  const undo = async () => {
    notifications.hide(id)
    const result = await useBatchesStore.getState().act('batch.restore', batchId)
    if (!result.ok) return showFailure(result.error)
    go({ view: 'batch', id: batchId })
  }
  notifications.show({
    id,
    title: `“${name}” was deleted`,
    icon: <IconTrash size={18} />,
    color: 'gray',
    autoClose: 15_000,
    message: (
      <>
        It can be restored for seven days. Your original files are untouched.
        <br />
        <Button size="compact-sm" variant="light" mt={8} onClick={undo}>
          Undo
        </Button>
      </>
    ),
  })
}
