import type { Turn } from '../model.ts'
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
  const turns = Object.entries(settings.turns ?? {})
    .map(([page, turn]) => `${page}=${turn}`)
    .toSorted()
  return [
    `${readingVersion}:${settings.mode}:${languages}`,
    ...(ownData === '' ? [] : [ownData]),
    ...(turns.length > 0 ? [`${turned}${turns.join(',')}`] : []),
  ].join(':')
}

/** Begins the part of a key that names the pages which a person turned. */
const turned = 'turned'

/** The settings that a page under this key was read with. */
export function settingsOf(key: string): ReaderSettings {
  const [, mode, languages = '', ...rest] = key.split(':')
  const pages = rest.find((part) => part.startsWith(turned))?.slice(turned.length)
  const turns = pages?.split(',').map((turn) => {
    const [page = '', degrees] = turn.split('=')
    return [page, Number(degrees) as Turn] as const
  })
  return {
    mode: mode === 'ocr' || mode === 'text_layer' ? mode : 'auto',
    languages: languages === 'found' ? [] : languages.split('+'),
    ...(turns && { turns: Object.fromEntries(turns) }),
  }
}
