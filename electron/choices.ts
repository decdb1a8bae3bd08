import type { BatchKind, ThrottleCause } from './views.ts'

/*
 * What the face needs of the contract while it runs. It stands apart from the schemas, which are much larger than the
 * face needs at its start.
 */

/** Where the words of pages are taken from. */
export const readerModes = ['auto', 'ocr', 'text_layer'] as const
export type ReaderMode = (typeof readerModes)[number]

export const exportFormats = ['xlsx', 'csv', 'json', 'jsonl', 'txt', 'md'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What a batch of each kind can be written as. */
export const formatsOf = {
  extract: ['xlsx', 'csv', 'json', 'jsonl'],
  classify: ['xlsx', 'csv', 'json', 'jsonl'],
  split: ['xlsx', 'csv', 'json', 'jsonl'],
  read: ['json', 'txt', 'md'],
} as const satisfies Record<BatchKind, readonly ExportFormat[]>

export function isFormatOf(kind: BatchKind, format: ExportFormat): boolean {
  return (formatsOf[kind] as readonly ExportFormat[]).includes(format)
}

/** What a person is told while a batch makes way. */
export const throttleWords = {
  low_disk: 'Waiting: the disk is almost full. Free some space; reading goes on by itself.',
  low_memory: 'Slowed down: other programs need the memory. Reading goes on by itself.',
  battery: 'Waiting for mains power, to spare the battery. Reading goes on by itself.',
} as const satisfies Record<ThrottleCause, string>

/** How a watched folder stands. */
export const watchStates = ['waiting', 'reading', 'paused', 'source_gone', 'trouble'] as const
