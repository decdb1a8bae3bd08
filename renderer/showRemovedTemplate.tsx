import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconTrash } from '@tabler/icons-react'
import type { TemplateSummary } from '../electron/views.ts'
import { client } from './client.ts'
import { showFailure } from './showFailure.tsx'

/** Says that a template was removed, and offers to take it back. */
export function showRemovedTemplate({ name, title, source }: TemplateSummary): void {
  const id = `removed:${name}`
  const undo = async () => {
    notifications.hide(id)
    const restored = await client.call('template.restore', { name })
    if (!restored.ok) showFailure(restored.error)
  }
  notifications.hide(id)
  notifications.show({
    id,
    title: source === 'own' ? `“${title}” was removed` : `“${title}” is as it came with Sheaf`,
    icon: <IconTrash size={18} />,
    color: 'gray',
    autoClose: 15_000,
    message: (
      <>
        Batches that were read with it stay as they are.
        <br />
        <Button size="compact-sm" variant="light" mt={8} onClick={undo}>
          Undo
        </Button>
      </>
    ),
  })
}
