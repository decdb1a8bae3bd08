import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { client } from './client.ts'

/** Says where the diagnostics are, and offers to show them. */
export function showDiagnostics(path: string): void {
  const id = `diagnostics:${path}`
  const reveal = async () => {
    const shown = await client.call('host.reveal', { path })
    if (shown.ok && shown.value) return
    await navigator.clipboard.writeText(path).catch(() => undefined)
    notifications.update({ id, message: `No file manager answered; the path is copied: ${path}` })
  }
  notifications.show({
    id,
    title: 'Diagnostics are written',
    color: 'petrol',
    message: (
      <>
        {path}
        <br />
        <Button size="compact-sm" variant="light" mt={8} onClick={reveal}>
          Show in folder
        </Button>
      </>
    ),
  })
}
