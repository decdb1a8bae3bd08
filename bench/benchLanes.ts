import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type App, createApp } from '../electron/core/createApp.ts'
import type { Pool } from '../electron/core/pool.ts'
import { createSupervisedPool } from '../electron/core/supervisedPool.ts'
import { forkByNode } from '../electron/forkByNode.ts'
import { loopbackHost } from '../electron/loopbackHost.ts'
import { unwrap } from '../workers/errors.ts'
import { madeScans } from './pages/madeScans.ts'
import type { Surroundings } from './surroundings.ts'
import { tableLines } from './table.ts'

/** What the issue asks: a file alone is begun within so many milliseconds. */
const asked = 300
const rounds = 3
/** Drawing one takes as long as reading it. */
const differentScans = 6

interface Times {
  /** Milliseconds from the drop until its first page is in the hands of a thread. */
  readonly begun: number
  /** Until that page is read. */
  readonly read: number
  /** Until its document is there. */
  readonly done: number
}

/**
 * A single scan dropped now and then, with nothing else to do and while a batch of scans is read. Gives what was
 * measured.
 */
export async function benchLanes(
  pages: number,
  { folder, width, version, answer, say }: Surroundings,
): Promise<string> {
  say('Making the pages …')
  const { inputs } = await madeScans(folder, { files: Infinity, pages: differentScans })
  const scans = inputs.map(({ path }) => readFileSync(path))
  /** As many as are asked for: bytes after its end make a picture another file, and its page another page. */
  const scansIn = (name: string, count: number) => {
    const place = join(folder, name)
    mkdirSync(place)
    return Array.from({ length: count }, (_, i) => {
      const path = join(place, `${i + 1}.jpg`)
      writeFileSync(path, Buffer.concat([scans[i % scans.length] as Buffer, Buffer.from(path)]))
      return path
    })
  }
  const files = scansIn('batch', pages)
  const singles = scansIn('singles', 2 * rounds)
  const project = join(import.meta.dirname, '..')
  const workerFile = join(project, 'workers', 'index.ts')
  const fork = forkByNode(join(project, 'electron', 'poolProcess.ts'))
  const clock = watchedPool(createSupervisedPool({ fork, workerFile, threads: width }))
  const app = await createApp({
    ...{ dataDir: join(folder, 'data'), resourcesDir: join(project, 'resources'), workerFile },
    checkFile: join(project, 'electron', 'core', 'db', 'checkThread.ts'),
    ...{ host: loopbackHost, version, goOn: false, ignoreBattery: true, fork, pool: clock.pool },
  })
  const first: Times[] = []
  for (const file of singles.slice(0, rounds)) first.push(await drop(app, clock, file))

  say(`Reading ${files.length} scans …`)
  const batch = { paths: [join(folder, 'batch')] }
  const { id } = (await call(app, 'batch.create', batch)) as { id: string }
  await clock.pagesRead(first.length + width + 1)
  const beside: Times[] = []
  for (const file of singles.slice(rounds)) beside.push(await drop(app, clock, file))
  await call(app, 'batch.cancel', { batchId: id })
  await app.idle(id)
  await app.close()

  const row = (name: string, times: readonly Times[]) => [
    name,
    ...(['begun', 'read', 'done'] as const).flatMap((part) => [
      `${Math.round(median(times.map((time) => time[part])))}`,
      `${Math.round(Math.max(...times.map((time) => time[part])))}`,
    ]),
  ]
  const head = ['ms', 'begun', 'worst', 'first page', 'worst', 'done', 'worst']
  for (const line of tableLines(head, [
    row('a scan alone', first),
    row(`beside ${files.length} scans`, beside),
  ]))
    answer(line)
  const worst = Math.max(...beside.map(({ begun }) => begun))
  answer(`Asked: begun within ${asked} ms; the worst of ${rounds} took ${Math.round(worst)} ms.`)
  return `${rounds} single scans with nothing else to do, and ${rounds} while ${files.length} are read`
}

/** Takes a file in alone, as a person who drops it. */
async function drop(app: App, clock: ReturnType<typeof watchedPool>, file: string): Promise<Times> {
  const at = performance.now()
  const page = clock.next(file)
  const { id } = (await call(app, 'batch.create', { paths: [file] })) as { id: string }
  const { begun, read } = await page
  await app.idle(id)
  return { begun: begun - at, read: read - at, done: performance.now() - at }
}

/** A pool that knows when pages went in and came out. */
function watchedPool(pool: Pool) {
  const waiting = new Map<string, (times: { begun: number; read: number }) => void>()
  const reached: { pages: number; tell: () => void }[] = []
  let all = 0
  return {
    next: (file: string) =>
      new Promise<{ begun: number; read: number }>((resolve) => waiting.set(file, resolve)),
    pagesRead: (pages: number) =>
      new Promise<void>((tell) => {
        if (all >= pages) tell()
        else reached.push({ pages, tell })
      }),
    pool: {
      ...pool,
      async readPage(task, options) {
        const answer = await pool.readPage(task, options)
        const read = performance.now()
        // The thread says itself how long it had the page in hand.
        waiting.get(task.path)?.({ begun: read - answer.seconds * 1000, read })
        all++
        for (const { pages, tell } of reached) if (all >= pages) tell()
        return answer
      },
    } satisfies Pool,
  }
}

async function call(app: App, name: string, input: unknown): Promise<unknown> {
  return unwrap(await app.dispatch(name, input))
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
