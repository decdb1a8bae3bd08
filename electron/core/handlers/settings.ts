import type { Core } from '../core.ts'
import { readSettings, writeSettings } from '../db/settings.ts'
import type { HandlersOf } from './index.ts'

export function settingsHandlers({ db, throttle }: Core): HandlersOf<'settings'> {
  return {
    'settings.get': () => readSettings(db),
    'settings.set': async (chosen) => {
      writeSettings(db, chosen)
      await throttle.look()
      return readSettings(db)
    },
  }
}
