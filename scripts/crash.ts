import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { crashLine, isWell, runCrash } from './survival/runCrash.ts'

/** `npm run crash -- --kills 40 --seed 7`: kills Sheaf at random moments and looks for what went missing. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '40' },
    seed: { type: 'string', default: '7' },
    pages: { type: 'string', default: '60' },
    keep: { type: 'boolean', default: false },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'sheaf-crash-'))
const outcome = await runCrash({
  folder,
  kills: Number(values.kills),
  seed: Number(values.seed),
  pages: Number(values.pages),
  say: (line) => process.stdout.write(`${line}\n`),
})
if (values.keep) process.stdout.write(`kept in ${folder}\n`)
else rmSync(folder, { recursive: true, force: true })
process.stdout.write(`${crashLine(outcome)}\n`)
process.exitCode = isWell(outcome) ? 0 : 1
