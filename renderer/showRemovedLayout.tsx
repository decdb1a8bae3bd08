import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconTrash } from '@tabler/icons-react'
import type { ColumnLayout } from '../electron/views.ts'
import { showFailure } from './showFailure.tsx'
import { useSavedLayoutsStore } from './stores/savedLayoutsStore.ts'

/** Says that a column layout was removed, and offers to take it back. */
export function showRemovedLayout(layout: ColumnLayout): void {
  const id = `removed:layout:${layout.name}`
  const undo = async () => {
    notifications.hide(id)
    const kept = await useSavedLayoutsStore.getState().putBack(layout)
    if (!kept.ok) showFailure(kept.error)
  }
  notifications.hide(id)
  notifications.show({
    id,
    title: `The layout “${layout.name}” was removed`,
    icon: <IconTrash size={18} />,
    color: 'gray',
    autoClose: 15_000,
    message: (
      <>
        Exports that were written with it can be repeated all the same.
        <br />
        <Button size="compact-sm" variant="light" mt={8} onClick={undo}>
          Undo
        </Button>
      </>
    ),
  })
}
