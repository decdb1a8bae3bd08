import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { outputError } from '../../workers/export/outputError.ts'
import { commands } from '../contract.ts'
import type { Core } from './core.ts'
import { listAllBatches } from './db/batches.ts'
import { countItems } from './db/itemProgress.ts'
import { readSettings } from './db/settings.ts'
import { examine } from './doctor/examine.ts'
import { logFiles } from './log.ts'

/**
 * Writes what helps to find an error as one gzipped JSON, and gives its path: log, doctor, counts, settings and
 * versions. No names of files, folders or batches, and nothing that stands in documents. null: into the data folder.
 */
export async function writeDiagnostics(core: Core, path: string | null): Promise<string> {
  const stamp = core.now().toISOString().slice(0, 19).replaceAll(':', '')
  const file = path ?? join(core.dataDir, 'diagnostics', `sheaf-diagnostics-${stamp}.json.gz`)
  const content = gzipSync(`${JSON.stringify(await diagnosticsOf(core), null, 1)}\n`)
  try {
    if (path === null) await mkdir(dirname(file), { recursive: true })
    await writeFile(`${file}.new`, content, { mode: 0o600 })
    await rename(`${file}.new`, file)
  } catch (thrown) {
    throw outputError(file, thrown)
  }
  core.log('diagnostics.written')
  return file
}

async function diagnosticsOf(core: Core) {
  const { db, now, version } = core
  const findings = await examine(core, { fix: false })
  return {
    at: now().toISOString(),
    version,
    // Sentences and advice may say where things lie; what is not in order is known by its name.
    doctor: findings.map(({ name, level, sentence }) => ({
      name,
      level,
      ...(level === 'ok' && { sentence }),
    })),
    settings: readSettings(db),
    batches: listAllBatches(db).map(
      ({ id, kind, intent, startedAt, finishedAt, error, deletedAt }) => ({
        ...{ id, kind, intent, startedAt, finishedAt, deletedAt },
        error: error?.code ?? null,
        counts: countItems(db, id),
      }),
    ),
    log: (await logLines(core)).map(safeLine).filter((line) => line !== null),
  }
}

async function logLines({ dataDir }: Core): Promise<readonly string[]> {
  const texts = await Promise.all(
    logFiles(dataDir).map((file) => readFile(file, 'utf8').catch(() => '')),
  )
  return texts.flatMap((text) => text.split('\n'))
}

/** Facts that are codes, ids or places in our own code. An older log may hold more than today's. */
const safeFacts = new Set([
  ...['at', 'event', 'version', 'batch', 'item', 'code', 'format', 'name', 'frames'],
])

function safeLine(line: string): Record<string, unknown> | null {
  try {
    const facts: Record<string, unknown> = JSON.parse(line)
    const isSafe = ([name, value]: [string, unknown]) =>
      typeof value !== 'string' || (name === 'name' ? value in commands : safeFacts.has(name))
    return Object.fromEntries(Object.entries(facts).filter(isSafe))
  } catch {
    return null
  }
}
