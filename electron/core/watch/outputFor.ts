import { basename, join } from 'node:path'
import type { Core } from '../core.ts'
import { listOutputs } from '../db/batches.ts'
import type { Watch } from '../db/watches.ts'
import { isThere } from './moveOriginal.ts'

/** Where the next batch of a folder is written: a name that no file and no other batch has. Null: nowhere. */
export async function outputFor(
  { db, now }: Pick<Core, 'db' | 'now'>,
  { folder, config }: Pick<Watch, 'folder' | 'config'>,
): Promise<string | null> {
  const { exportTo, exportName, exportFormat } = config
  if (exportTo === null) return null
  const [date = '', time = ''] = stampOf(now()).split(' ')
  const facts: Readonly<Record<string, string>> = {
    ...{ folder: basename(folder), date },
    // Windows has no colon in names.
    time: time.replaceAll(':', '-'),
  }
  const filled = exportName.replace(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole)
  const stem = filled.replace(/[/\\:*?"<>|\p{Cc}]/gu, '-').replace(/^\.+|[. ]+$/g, '') || 'results'
  const planned = new Set(listOutputs(db))
  for (let count = 1; ; count += 1) {
    const number = count === 1 ? '' : ` (${count})`
    const path = join(exportTo, `${stem}${number}.${exportFormat}`)
    if (!planned.has(path) && !(await isThere(path))) return path
  }
}

/** Day and time where the person is: `2026-05-04 09:30:15`. */
export function stampOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')
  return `${day} ${time}`
}
