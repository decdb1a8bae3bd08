import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { UsageError } from '../electron/cli/options.ts'
import { defaultThreads } from '../electron/core/poolLimits.ts'
import { ocrData } from '../scripts/setup/ocrData.mjs'
import { AppError } from '../workers/errors.ts'
import { type BenchCommand, parseBench } from './args.ts'
import { benchDesk } from './benchDesk.ts'
import { benchExport } from './benchExport.ts'
import { benchExtract } from './benchExtract.ts'
import { benchItems } from './benchItems.ts'
import { benchLanes } from './benchLanes.ts'
import { benchMemory } from './benchMemory.ts'
import { benchRead } from './benchRead.ts'
import { benchSize } from './benchSize.ts'
import { benchText } from './benchText.ts'
import { help } from './help.ts'
import { loadNow, machineLine } from './machine.ts'
import type { Surroundings } from './surroundings.ts'

/** `npm run bench -- read|text|extract|memory|lanes|items|size|desk|export`: what Sheaf costs, beside its peers and on the same pages. */
const project = dirname(import.meta.dirname)

try {
  const { env } = process
  // npm changes to the project's folder; the person may stand elsewhere.
  const from = (env.npm_lifecycle_event === 'bench' && env.INIT_CWD) || process.cwd()
  process.exitCode = await run(parseBench(process.argv.slice(2), from))
} catch (thrown) {
  if (!(thrown instanceof UsageError || thrown instanceof AppError)) throw thrown
  process.stderr.write(`${thrown.message}\n`)
  process.exitCode = 1
}

async function run(command: BenchCommand): Promise<number> {
  if (command.kind === 'help') {
    process.stdout.write(help)
    return 0
  }
  if (command.kind === 'items') {
    process.stdout.write(`${benchItems(command).join('\n')}\n`)
    return 0
  }
  if (!ocrData.isFresh(project)) await ocrData.run(project)
  const surroundings = openSurroundings()
  const load = loadNow()
  const read = await runIn(surroundings, command)
  surroundings.answer(`Measured ${machineLine(surroundings.version, load)}: ${read}.`)
  return 0
}

function openSurroundings(): Surroundings {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))
  const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))
  return {
    ...{ folder, version, ocrDir: join(project, 'resources', 'ocr'), width: defaultThreads() },
    answer: (line) => process.stdout.write(`${line}\n`),
    say: (line) => process.stderr.write(`${line}\n`),
  }
}

/** Prints the figures, and gives what they were measured with. */
function runIn(
  surroundings: Surroundings,
  command: Exclude<BenchCommand, { kind: 'help' | 'items' }>,
): Promise<string> {
  switch (command.kind) {
    case 'read':
      return benchRead(command, surroundings)
    case 'text':
      return benchText(command.pages, surroundings)
    case 'extract':
      return benchExtract(command.dataDir, surroundings)
    case 'memory':
      return benchMemory(command.pages, surroundings)
    case 'lanes':
      return benchLanes(command.pages, surroundings)
    case 'size':
      return benchSize(command.items, surroundings)
    case 'export':
      return benchExport(command.documents, surroundings)
    case 'desk':
      return benchDesk(command.items, surroundings)
  }
}
