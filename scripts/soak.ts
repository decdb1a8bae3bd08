import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { crashLine, isWell } from './survival/runCrash.ts'
import { runSoak } from './survival/runSoak.ts'

/** `npm run soak -- --items 5000 --broken 2 --kills 20 --seed 7`: a long batch under kills, and its memory. */
const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '5000' },
    broken: { type: 'string', default: '2' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '7' },
    every: { type: 'string', default: '60' },
    keep: { type: 'boolean', default: false },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'sheaf-soak-'))
const outcome = await runSoak({
  folder,
  items: Number(values.items),
  broken: Number(values.broken),
  kills: Number(values.kills),
  seed: Number(values.seed),
  every: Number(values.every),
  say: (line) => process.stdout.write(`${line}\n`),
})
if (values.keep) process.stdout.write(`kept in ${folder}\n`)
else rmSync(folder, { recursive: true, force: true })
const [first, last] = outcome.memory
process.stdout.write(`${crashLine(outcome)}, memory first ${first} MB, last ${last} MB\n`)
// One that ended before it was killed has proven nothing.
process.exitCode = isWell(outcome) && outcome.kills === Number(values.kills) ? 0 : 1
