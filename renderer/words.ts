import type { Output, ReaderMode } from '../electron/contract.ts'
import type { BatchSummary, Status } from '../electron/views.ts'

/** Every word for a state or reason that a person reads, in one place. */
export const statusWords: Record<Status, string> = {
  pending: 'Waiting',
  running: 'Reading',
  completed: 'Done',
  needs_review: 'Needs review',
  failed: 'Failed',
  skipped: 'Skipped',
  cancelled: 'Cancelled',
}

export const statusOrder: readonly Status[] = [
  'completed',
  'needs_review',
  'failed',
  'skipped',
  'cancelled',
  'running',
  'pending',
]

/** Which colour role a state takes; `theme.ts` says what that looks like. */
export type Tone = 'ok' | 'look' | 'bad' | 'busy' | 'idle'

export const statusTones: Record<Status, Tone> = {
  pending: 'idle',
  running: 'busy',
  completed: 'ok',
  needs_review: 'look',
  failed: 'bad',
  skipped: 'idle',
  cancelled: 'idle',
}

const lifecycleWords: Record<Exclude<BatchSummary['lifecycle'], 'finished'>, string> = {
  draft: 'Draft',
  queued: 'In line',
  running: 'Reading',
  throttled: 'Making way',
  paused: 'Paused',
  cancelling: 'Stopping',
}

const outcomeWords: Record<NonNullable<BatchSummary['outcome']>, string> = {
  completed: 'Finished',
  partial_failed: 'Finished with problems',
  failed: 'Failed',
  cancelled: 'Cancelled',
}

/** Where words may be taken from. */
export const sourceWords: Record<ReaderMode, string> = {
  auto: 'Automatic',
  ocr: 'Picture (OCR)',
  text_layer: 'Text in the file',
}

/** How a batch stands, in a word or three. */
export function batchWords(batch: BatchSummary): string {
  if (batch.lifecycle !== 'finished') return lifecycleWords[batch.lifecycle]
  return batch.outcome ? outcomeWords[batch.outcome] : 'Finished'
}

export function batchTone(batch: BatchSummary): Tone {
  if (batch.lifecycle === 'running' || batch.lifecycle === 'cancelling') return 'busy'
  if (batch.lifecycle !== 'finished' || batch.outcome === 'cancelled') return 'idle'
  if (batch.outcome === 'failed') return 'bad'
  return batch.outcome === 'partial_failed' || batch.counts.needs_review > 0 ? 'look' : 'ok'
}

/** What a person did, after “take back” and “do again”. */
export const actWords: Record<NonNullable<Output<'document.moves'>['undo']>, string> = {
  extracted: 'reading it again',
  corrected: 'changing a value',
  accepted: 'accepting a value',
  approved: 'the approval',
  rejected: 'the rejection',
  postponed: 'postponing it',
  rows_edited: 'changing the rows',
  retyped: 'changing the type',
  rotated: 'turning a page',
  arranged: 'arranging the pages',
}

const readerWords: Record<string, string> = {
  text_layer: 'taken from the text inside the file',
  ocr: 'read from the picture',
  form: 'taken from a form field',
  xml: 'taken from the e-invoice inside the file',
  qr: 'taken from the payment code',
}

export function readerPhrase(reader: string | null): string {
  return (reader && readerWords[reader]) ?? 'read from the page'
}

/** A language by its code, in English: `de` is “German”. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code
  } catch {
    // Language data may have a name of its own, such as `frak_old`.
    return code
  }
}

/** A way of reading, after “read again”. */
export const modeWords: Record<ReaderMode, string> = {
  auto: 'with whichever fits each page',
  ocr: 'with OCR',
  text_layer: 'with the text layer',
}

export type Certainty = 'high' | 'fair' | 'low'

export const certaintyWords: Record<Certainty, string> = {
  high: 'sure',
  fair: 'fairly sure',
  low: 'unsure',
}

/** `high` is what passes without a look, if nothing else speaks against it (workers/extraction/trust.ts). */
export function certaintyOf(confidence: number): Certainty {
  if (confidence >= 0.955) return 'high'
  return confidence >= 0.7 ? 'fair' : 'low'
}

/** `purchase_order` as a title: “Purchase order”. */
export function titleOf(name: string): string {
  const words = name.replaceAll('_', ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** “1 page”, “12 pages”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
