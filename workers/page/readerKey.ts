import type { ReaderSettings } from '../tasks.ts'

/**
 * Raised whenever the reading itself changes, so that pages kept by an older Sheaf are read anew
 * instead of being mixed with newer ones.
 */
export const readingVersion = 3

/**
 * Under which a page read with these settings is kept. `ownData` tells the person's own language data from any
 * other, and is empty where a reading uses none.
 */
export function readerKey(settings: ReaderSettings, ownData: string): string {
  // In their order: the OCR takes the first for the main one.
  const languages = settings.languages.join('+') || 'found'
  const key = `${readingVersion}:${settings.mode}:${languages}`
  return ownData === '' ? key : `${key}:${ownData}`
}
