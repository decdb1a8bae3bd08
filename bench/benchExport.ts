import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
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
  for (const format of formats) {
    say(`Writing .${format} …`)
    const path = join(folder, `results.${format}`)
    const before = process.memoryUsage.rss()
    const { seconds, core, worker } = await watched(() =>
      app.dispatch('export.write', { batchId, path }).then(unwrap),
    )
    const size = exportFiles(path).reduce((sum, file) => sum + sizeOf(file), 0)
    rows.push([
      `.${format}`,
      ...[seconds.toFixed(1), megabytes(size), megabytes(before), megabytes(core)],
      worker === 0 ? 'unknown' : megabytes(worker),
    ])
    for (const file of exportFiles(path)) rmSync(file, { force: true })
  }
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
  const dir = join(project, 'resources', 'templates')
  const templates = readdirSync(dir).map((name) =>
    JSON.parse(readFileSync(join(dir, name), 'utf8')),
  )
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

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0)
