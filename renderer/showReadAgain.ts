import { notifications } from '@mantine/notifications'
import type { DocumentView } from '../electron/views.ts'
import type { NewReading } from './stores/documentStore.ts'
import { languageName, modeWords } from './words.ts'

/** Says that a document was read again, what became of corrections, and how to go back. */
export function showReadAgain(view: DocumentView, { mode, language }: NewReading): void {
  const how = language ? `${modeWords[mode]} in ${languageName(language)}` : modeWords[mode]
  const cells = view.tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row)))
  const isCorrected = [...view.fields, ...cells].some(({ corrected }) => corrected)
  const kept = isCorrected ? 'What you corrected stayed. ' : ''
  notifications.show({
    id: `read again:${view.id}`,
    color: 'petrol',
    title: `${view.filename} was read again ${how}`,
    message: `${kept}Undo takes it back.`,
  })
}
