import type { Settings } from '../../contract.ts'
import { change, type Db, rows } from './open.ts'

const unsaid: Settings = { ignoreBattery: false }

/** What the person has settled, and what is meant where nothing was said. */
export function readSettings(db: Db): Settings {
  const found = rows<{ name: string; value: string }>(db, 'select name, value from settings')
  const said = found.map(({ name, value }) => [name, JSON.parse(value)] as const)
  return { ...unsaid, ...Object.fromEntries(said.filter(([name]) => name in unsaid)) }
}

export function writeSetting(db: Db, name: keyof Settings, value: Settings[typeof name]): void {
  change(
    db,
    `insert into settings (name, value) values (@name, @value)
     on conflict (name) do update set value = excluded.value`,
    { name, value: JSON.stringify(value) },
  )
}
