import { type Settings, settings } from '../../views.ts'
import { change, type Db, durably, rows } from './open.ts'

/** What holds where nobody has chosen. */
const defaults: Settings = {
  ...{ retentionDays: null, ignoreBattery: false, threads: null, csvFor: 'standard' },
  ...{ notifyAtEnd: true, soundAtEnd: false },
  ...{ density: 'comfortable', letterKeys: true, hiddenColumns: [] },
  ...{ pagesBeside: 60, pagesAbove: 45 },
}

/** Everything that a person has chosen once; what an older or newer Sheaf wrote and nobody understands is left out. */
export function readSettings(db: Db): Settings {
  const stored = rows<{ name: string; value: string }>(db, 'select name, value from settings')
  const chosen = Object.fromEntries(stored.map(({ name, value }) => [name, JSON.parse(value)]))
  const parsed = settings.safeParse({ ...defaults, ...chosen })
  return parsed.success ? parsed.data : defaults
}

/** Changes those that are named. */
export function writeSettings(db: Db, chosen: { [N in keyof Settings]?: Settings[N] | undefined }) {
  durably(db, () => {
    for (const [name, value] of Object.entries(chosen))
      if (value !== undefined)
        change(
          db,
          `insert into settings (name, value) values (@name, @value)
           on conflict (name) do update set value = excluded.value`,
          { name, value: JSON.stringify(value) },
        )
  })
}
