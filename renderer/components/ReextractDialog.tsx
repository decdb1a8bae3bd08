import { Button, Group, Modal, NativeSelect, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

interface ReextractDialogProps {
  readonly opened: boolean
  readonly templates: readonly { readonly name: string; readonly title: string }[]
  readonly onExtract: (template: string) => void
  readonly onClose: () => void
}

/** No template has a colon in its name. */
const fromFile = ':file'

/** Finds all values anew with a template of today; nothing is read. */
export function ReextractDialog({ opened, templates, onExtract, onClose }: ReextractDialogProps) {
  const [template, setTemplate] = useState('auto')
  const [file, setFile] = useState('')
  const chosen = template === fromFile ? file.trim() : template
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Extract again with a template"
      centered
      size={480}
    >
      <Text size="sm" mb="md">
        Values are found anew on the pages as they were read: nothing is read again. Your
        corrections stay where the template has their field, and each document can be put back with
        undo.
      </Text>
      <NativeSelect
        data-autofocus
        label="Template"
        value={template}
        onChange={(event) => setTemplate(event.currentTarget.value)}
        data={[
          { value: 'auto', label: 'Automatic' },
          ...templates.map(({ name, title }) => ({ value: name, label: title })),
          { value: fromFile, label: 'A template file…' },
        ]}
      />
      {template === fromFile && (
        <TextInput
          mt="sm"
          label="Path of the file"
          placeholder="/home/me/templates/lease.json"
          value={file}
          onChange={(event) => setFile(event.currentTarget.value)}
        />
      )}
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
        <Button disabled={chosen === ''} onClick={() => onExtract(chosen)}>
          Extract again
        </Button>
      </Group>
    </Modal>
  )
}
