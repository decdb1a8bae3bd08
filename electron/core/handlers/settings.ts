import type { Settings } from '../../contract.ts'
import type { Core } from '../core.ts'
import { durably } from '../db/open.ts'
import { readSettings, writeSetting } from '../db/settings.ts'
import type { HandlersOf } from './index.ts'

export function settingsHandlers({ db, throttle }: Core): HandlersOf<'settings'> {
  return {
    'settings.get': () => readSettings(db),
    'settings.set': async (input) => {
      durably(db, () => {
        for (const [name, value] of Object.entries(input))
          if (value !== undefined) writeSetting(db, name as keyof Settings, value)
      })
      await throttle.look()
      return readSettings(db)
    },
  }
}
