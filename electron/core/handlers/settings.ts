import type { Core } from '../core.ts'
import { readSettings, writeSettings } from '../db/settings.ts'
import type { HandlersOf } from './index.ts'

export function settingsHandlers({ db }: Core): HandlersOf<'settings'> {
  return {
    'settings.get': () => readSettings(db),
    'settings.set': (chosen) => {
      writeSettings(db, chosen)
      return readSettings(db)
    },
  }
}
