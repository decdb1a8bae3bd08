import { notifications } from '@mantine/notifications'
import { IconCheck } from '@tabler/icons-react'
import { client } from './client.ts'
import { baseNameOf } from './format.ts'
import { showFailure } from './showFailure.tsx'

export type TemplateFormat = 'sheaf' | 'named_entities'

/** Writes a template where the host's dialog says; where there is none, the browser saves the file. */
export async function exportTemplate(
  name: string,
  format: TemplateFormat,
  dialogs: boolean,
): Promise<void> {
  const suggestedName = format === 'sheaf' ? `${name}.json` : `${name}-entities.json`
  if (!dialogs) {
    const text = await client.call('template.text', { name, format })
    if (text.ok) download(text.value.text, suggestedName)
    else showFailure(text.error)
    return
  }
  const path = await client.call('host.chooseSavePath', { suggestedName, format: 'json' })
  if (!path.ok || path.value === null) return
  const written = await client.call('template.write', { name, format, path: path.value })
  if (!written.ok) return showFailure(written.error)
  notifications.show({
    title: `${baseNameOf(path.value)} is ready`,
    icon: <IconCheck size={18} />,
    color: 'petrol',
    message: `Written to ${path.value}`,
  })
}

function download(text: string, name: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href, download: name })
  link.click()
  URL.revokeObjectURL(href)
}
