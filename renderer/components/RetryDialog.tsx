import { Button, Group, Modal, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { readerModes } from '../../electron/choices.ts'
import type { Output } from '../../electron/contract.ts'
import { counted, sourceWords } from '../words.ts'

interface RetryDialogProps {
  readonly opened: boolean
  /** Files that are tried again. */
  readonly files: number
  readonly languages: Output<'app.state'>['languages']
  readonly onRetry: (wish: Pick<RetryWish, 'reader' | 'languages'>) => void
  readonly onClose: () => void
}

interface RetryWish {
  readonly reader: (typeof readerModes)[number] | null
  readonly languages: string[] | null
}

/** No language and no mode has this name. */
const asBefore = ':before'

/** Tries again in another way; files that are read already keep their reading. */
export function RetryDialog({ opened, files, languages, onRetry, onClose }: RetryDialogProps) {
  const [reader, setReader] = useState(asBefore)
  const [language, setLanguage] = useState(asBefore)
  const retry = () =>
    onRetry({
      reader: readerModes.find((mode) => mode === reader) ?? null,
      languages: language === asBefore ? null : language === '' ? [] : [language],
    })
  return (
    <Modal opened={opened} onClose={onClose} title="Retry with other settings" centered size={460}>
      <Text size="sm" mb="md">
        {counted(files, 'file')} will be tried again in this way. Everything else stays as it was
        read.
      </Text>
      <NativeSelect
        data-autofocus
        label="Take words from"
        value={reader}
        onChange={(event) => setReader(event.currentTarget.value)}
        data={[
          { value: asBefore, label: 'As before' },
          ...readerModes.map((mode) => ({ value: mode, label: sourceWords[mode] })),
        ]}
      />
      <NativeSelect
        mt="sm"
        label="Language of scans"
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value)}
        data={[
          { value: asBefore, label: 'As before' },
          { value: '', label: 'Found by itself' },
          ...languages.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
        <Button onClick={retry}>Retry</Button>
      </Group>
    </Modal>
  )
}
