import type { ReaderSettings } from '../tasks.ts'

/**
 * Raised whenever the reading itself changes, so that pages kept by an older Sheaf are read anew
 * instead of being mixed with newer ones.
 */
const readingVersion = 2

/** Under which a page read with these settings is kept. */
export function readerKey(settings: ReaderSettings): string {
  // In their order: the OCR takes the first for the main one.
  const languages = settings.languages.join('+') || 'found'
  return `${readingVersion}:${settings.mode}:${languages}`
}
