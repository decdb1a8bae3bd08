import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCheck } from '@tabler/icons-react'
import type { Output } from '../electron/contract.ts'
import { client } from './client.ts'
import { baseNameOf } from './format.ts'
import { counted } from './words.ts'

/** Says that an export is written, where, and offers to show it. */
export function showExported({ path, documents }: Output<'export.write'>): void {
  const id = `exported:${path}`
  const reveal = async () => {
    const shown = await client.call('host.reveal', { path })
    if (shown.ok && shown.value) return
    await navigator.clipboard.writeText(path).catch(() => undefined)
    notifications.update({ id, message: `No file manager answered; the path is copied: ${path}` })
  }
  notifications.hide(id)
  notifications.show({
    id,
    title: `${baseNameOf(path)} is ready`,
    icon: <IconCheck size={18} />,
    color: 'petrol',
    message: (
      <>
        {counted(documents, 'document')} in {path}
        <br />
        <Button size="compact-sm" variant="light" mt={8} onClick={reveal}>
          Show in folder
        </Button>
      </>
    ),
  })
}
