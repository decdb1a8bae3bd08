import type { ClientDoor } from '../clientDoor.ts'
import type { Core } from '../core.ts'
import { readSettings, writeSettings } from '../db/settings.ts'
import type { HandlersOf } from './index.ts'

export function settingsHandlers({ db, throttle }: Core, door: ClientDoor): HandlersOf<'settings'> {
  return {
    'settings.get': () => readSettings(db),
    'settings.set': async (chosen) => {
      writeSettings(db, chosen)
      await throttle.look()
      if (chosen.httpInterface !== undefined) await door.switched()
      return readSettings(db)
    },
  }
}
