import { z } from 'zod'
import type { BatchKind } from '../views.ts'

export const exportFormats = ['xlsx', 'csv', 'json', 'jsonl', 'txt', 'md'] as const
export type ExportFormat = (typeof exportFormats)[number]
/** What a batch of each kind can be written as. */
export const formatsOf = {
  extract: ['xlsx', 'csv', 'json', 'jsonl'],
  classify: ['xlsx', 'csv', 'json', 'jsonl'],
  split: ['xlsx', 'csv', 'json', 'jsonl'],
  read: ['json', 'txt', 'md'],
} as const satisfies Record<BatchKind, readonly ExportFormat[]>
export const writtenExport = z.object({
  /** Under which it can be repeated. */
  id: z.number().int(),
  path: z.string(),
  /** Where it was asked for: another place than `path` where that file could not be replaced. */
  asked: z.string(),
  format: z.enum(exportFormats),
  /** Documents in it; in one of words alone, files. */
  documents: z.number().int(),
  /** It does not hold the whole batch. */
  isPartial: z.boolean(),
  /** Of the main file. */
  sha256: z.string(),
})
export function isFormatOf(kind: BatchKind, format: ExportFormat): boolean {
  return (formatsOf[kind] as readonly ExportFormat[]).includes(format)
}
