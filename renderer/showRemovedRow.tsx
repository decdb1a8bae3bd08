import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconTrash } from '@tabler/icons-react'

/** Says that a part of a draft was taken out, and offers to put it back. */
export function showRemovedRow(key: string, words: string, onUndo: () => void): void {
  const id = `row:${key}`
  notifications.hide(id)
  notifications.show({
    id,
    title: `${words} was removed`,
    icon: <IconTrash size={18} />,
    color: 'gray',
    autoClose: 10_000,
    message: (
      <Button
        size="compact-sm"
        variant="light"
        mt={4}
        onClick={() => {
          notifications.hide(id)
          onUndo()
        }}
      >
        Undo
      </Button>
    ),
  })
}
