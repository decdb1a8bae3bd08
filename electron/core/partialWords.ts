import type { BatchLedger } from '../../workers/export/record.ts'
import type { Selection } from './exportRecords.ts'

/** Why an export does not hold a whole batch, for the person who gets it; null: it does. */
export function partialWords(
  { files, reasons }: Pick<BatchLedger, 'files' | 'reasons'>,
  selection: Selection | null,
): string | null {
  const cancelled = reasons.find(({ code }) => code === 'cancelled')?.files ?? 0
  const words = [
    ...(selection === null ? [] : ['only what was selected']),
    ...(files.open === 0 ? [] : [`${files.open} of ${files.all} files are not read yet`]),
    ...(cancelled === 0 ? [] : [`${cancelled} of ${files.all} files were cancelled`]),
  ]
  return words.length === 0 ? null : words.join('; ')
}
