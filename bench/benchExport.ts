import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createApp } from '../electron/core/createApp.ts'
import { migrate } from '../electron/core/db/migrate.ts'
import { openDatabase } from '../electron/core/db/open.ts'
import { fillDatabase } from '../electron/core/testing/fillDatabase.ts'
import { forkByNode } from '../electron/forkByNode.ts'
import { loopbackHost } from '../electron/loopbackHost.ts'
import { unwrap } from '../workers/errors.ts'
import { exportFiles } from '../workers/export/exportFiles.ts'
import { bytesBelow } from './measure.ts'
import { shippedTemplates } from './shippedTemplates.ts'
import type { Surroundings } from './surroundings.ts'
import { tableLines } from './table.ts'

const project = join(import.meta.dirname, '..')
const batchId = '260504-aaaa'
const formats = ['xlsx', 'csv', 'json', 'jsonl'] as const
const lookEveryMs = 100

/** How long each format of a batch of invented invoices takes, and the most that either process has resident. */
export async function benchExport(documents: number, surroundings: Surroundings): Promise<string> {
  const { folder, version, answer, say } = surroundings
  say(`Inventing ${documents} documents …`)
  fill(join(folder, 'sheaf.db'), documents)
  const app = await createApp({
    ...{ dataDir: folder, resourcesDir: join(project, 'resources'), version, goOn: false },
    ...{ workerFile: join(project, 'workers', 'index.ts'), host: loopbackHost },
    checkFile: join(project, 'electron', 'core', 'db', 'checkThread.ts'),
    fork: forkByNode(join(project, 'electron', 'poolProcess.ts')),
  })
  const rows: string[][] = []
  const call = (name: string, input: unknown) => app.dispatch(name, input).then(unwrap)
  const measure = async (name: string, path: string, run: () => Promise<unknown>) => {
    say(`${name} …`)
    const before = process.memoryUsage.rss()
    const { seconds, core, worker } = await watched(run)
    const size = exportFiles(path).reduce((sum, file) => sum + bytesOf(file), 0)
    rows.push([
      ...[name, seconds.toFixed(1), megabytes(size), megabytes(before), megabytes(core)],
      worker === 0 ? 'unknown' : megabytes(worker),
    ])
  }
  for (const format of formats) {
    const path = join(folder, `results.${format}`)
    await measure(`.${format}`, path, () => call('export.write', { batchId, path }))
    if (format === 'xlsx')
      await measure('.xlsx back', path, () => call('roundTrip.compare', { path }))
    for (const file of exportFiles(path)) rmSync(file, { force: true, recursive: true })
  }
  const { rows: some } = (await call('batch.documents', { batchId, limit: 1000 })) as {
    rows: readonly { documentId: string | null }[]
  }
  const documentIds = some.flatMap(({ documentId }) => documentId ?? [])
  const path = join(folder, 'evidence.xlsx')
  const wish = { batchId, path, evidence: true, proof: true }
  await measure(`evidence of ${documentIds.length}`, path, () =>
    call('export.write', { ...wish, selection: { documentIds, itemIds: [] } }),
  )
  await app.close()
  const head = ['format', 'seconds', 'size MB', 'core before', 'core peak', 'worker peak']
  for (const line of tableLines(head, rows)) answer(line)
  answer('')
  return `${documents} documents of 20 fields and 8 lines; peaks are resident MB, looked at every ${lookEveryMs} ms`
}

function fill(file: string, items: number): void {
  const db = openDatabase(file)
  migrate(db)
  // Nothing of it has to survive a power cut.
  db.pragma('synchronous = off')
  const templates = shippedTemplates()
  fillDatabase(db, { batchId, mark: 'scan', items, templates })
  db.close()
}

/** The most that this process and the one below it have resident while something runs. */
async function watched(run: () => Promise<unknown>) {
  let isOver = false
  let [core, worker] = [0, 0]
  const started = performance.now()
  const done = run().finally(() => {
    isOver = true
  })
  while (!isOver) {
    core = Math.max(core, process.memoryUsage.rss())
    worker = Math.max(worker, bytesBelow())
    await Promise.race([wait(lookEveryMs), done])
  }
  await done
  return { seconds: (performance.now() - started) / 1000, core, worker }
}

/** Of a file, or of all in a folder. */
function bytesOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found?.size ?? 0
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0)
}

const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0)
