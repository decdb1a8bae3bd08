import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isWatchWell, runWatch } from './survival/runWatch.ts'

/** `npm run show:watch -- --files 30 --kills 3`: feeds a watched folder slowly, kills Sheaf in the middle, counts. */
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '30' },
    kills: { type: 'string', default: '3' },
    keep: { type: 'boolean', default: false },
  },
})
const say = (line: string) => void process.stdout.write(`${line}\n`)
const folder = mkdtempSync(join(tmpdir(), 'sheaf-watch-'))
const outcome = await runWatch({
  ...{ folder, files: Number(values.files), kills: Number(values.kills), say },
})
if (values.keep) say(`kept in ${folder}`)
else rmSync(folder, { recursive: true, force: true })
const table: readonly (readonly [string, number | string])[] = [
  ['files given', outcome.given],
  ['different contents', outcome.contents],
  ['killed with -9', outcome.kills],
  ['documents stored', outcome.stored],
  ['lost', outcome.lost],
  ['doubled', outcome.doubled],
  ['originals moved, whole', outcome.moved],
  ['originals missing', outcome.missing],
  ['database', outcome.isSound ? 'sound' : 'DAMAGED'],
]
for (const [name, value] of table) say(`${name.padEnd(24)}${String(value).padStart(6)}`)
process.exitCode = isWatchWell(outcome) ? 0 : 1
