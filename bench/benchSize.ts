import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type App, createApp } from '../electron/core/createApp.ts'
import { migrate } from '../electron/core/db/migrate.ts'
import { type Db, openDatabase, row } from '../electron/core/db/open.ts'
import { indexSome } from '../electron/core/searchIndex.ts'
import { fillDatabase } from '../electron/core/testing/fillDatabase.ts'
import { forkByNode } from '../electron/forkByNode.ts'
import { loopbackHost } from '../electron/loopbackHost.ts'
import { unwrap } from '../workers/errors.ts'
import { shippedTemplates } from './shippedTemplates.ts'
import type { Surroundings } from './surroundings.ts'
import { tableLines } from './table.ts'

/** What every call may take. */
const askedMs = 50
const times = 40
const otherBatches = 199
const itemsOfOthers = 100

const project = join(import.meta.dirname, '..')
const large = '260504-aaaa'

/** A data folder with one large batch and 199 small ones, and how long each call for a list takes in it. */
export async function benchSize(items: number, surroundings: Surroundings): Promise<string> {
  const { folder, version, answer, say } = surroundings
  say(`Inventing ${items} items and ${otherBatches} other batches …`)
  const indexed = fill(join(folder, 'sheaf.db'), items)
  const app = await createApp({
    ...{ dataDir: folder, resourcesDir: join(project, 'resources'), version, goOn: false },
    ...{ workerFile: join(project, 'workers', 'index.ts'), host: loopbackHost },
    checkFile: join(project, 'electron', 'core', 'db', 'checkThread.ts'),
    fork: forkByNode(join(project, 'electron', 'poolProcess.ts')),
  })
  const before = process.memoryUsage.rss()
  const rows: string[][] = []
  for (const [words, name, input] of calls(items))
    rows.push([words, ...(await timed(app, name, input))])
  const after = process.memoryUsage.rss()
  const pauses = [
    await longestPause('What each threshold would show is counted', () =>
      app.dispatch('batch.forecast', { batchId: large }),
    ),
    await longestPause('The database is looked through', () => app.dispatch('app.doctor', {})),
    await longestPause(`A batch of ${items} files is taken away for good`, async () => {
      unwrap(await app.dispatch('batch.delete', { batchId: large }))
      unwrap(await app.dispatch('batch.purge', { batchId: large }))
    }),
  ]
  await app.close()
  for (const line of tableLines(['call', 'CPU ms', 'p50 ms', 'p95 ms', 'asked', ''], rows))
    answer(line)
  answer('')
  answer(indexed)
  for (const pause of pauses) answer(pause)
  const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20)
  answer(`Resident memory: ${megabytes(before)} MB before the calls, ${megabytes(after)} MB after.`)
  return `${items} items in a batch, ${otherBatches + 1} batches, each call ${times} times`
}

function fill(file: string, items: number): string {
  const db = openDatabase(file)
  migrate(db)
  // Nothing of it has to survive a power cut.
  db.pragma('synchronous = off')
  const templates = shippedTemplates()
  for (let i = 0; i < otherBatches; i++)
    fillDatabase(db, {
      ...{ batchId: `260503-${String(i).padStart(4, '0')}`, mark: `s${i}` },
      ...{ items: itemsOfOthers, templates },
    })
  fillDatabase(db, { batchId: large, mark: 'scan', items, templates, words: 140 })
  const indexed = makeSearchable(db)
  db.close()
  return indexed
}

/** What the index of the search takes, of time and of room. */
function makeSearchable(db: Db): string {
  const start = performance.now()
  while (indexSome(db));
  const ms = performance.now() - start
  const pages = row<{ pages: number }>(db, 'select count(*) as pages from page_terms')?.pages ?? 1
  const sizeOf = (names: string) =>
    row<{ bytes: number }>(db, `select sum(pgsize) as bytes from dbstat where name glob '${names}'`)
      ?.bytes ?? 0
  const [index, words] = [sizeOf('page_terms*'), sizeOf('pages')]
  return `Search: ${(ms / pages).toFixed(2)} ms and ${Math.round(index / pages)} bytes a page for ${pages} pages; the pages themselves take ${Math.round(words / pages)} bytes each.`
}

const layout = {
  name: 'Booking',
  columns: [
    { source: { kind: 'property', name: 'filename' }, header: 'File' },
    { source: { kind: 'field', name: 'field_0' }, header: 'Number' },
  ],
}

type Call = readonly [words: string, name: string, input: object]

function calls(items: number): readonly Call[] {
  const documents = (words: string, input: object): Call => [
    `batch.documents, ${words}`,
    'batch.documents',
    { batchId: large, ...input },
  ]
  return [
    ['batch.list, 200 batches', 'batch.list', {}],
    ['batch.list, 50 after the first', 'batch.list', { after: large, limit: 50 }],
    ['batch.get: counts and progress', 'batch.get', { batchId: large }],
    documents('first page', {}),
    documents('middle', { after: Math.floor(items / 2) }),
    documents('last', { after: items - 201 }),
    documents('1,000 at once', { limit: 1000 }),
    ...['completed', 'needs_review', 'failed', 'pending', 'running', 'skipped', 'cancelled'].map(
      (status) => documents(`all ${status}`, { statuses: [status] }),
    ),
    documents('failed and skipped', { statuses: ['failed', 'skipped'] }),
    documents('completed, middle', { statuses: ['completed'], after: Math.floor(items / 2) }),
    documents('search of a file name', { search: `scan-${String(items - 3).padStart(6, '0')}` }),
    documents('search that finds all', { search: 'scan' }),
    documents('search that finds nothing', { search: 'nowhere to be found' }),
    documents('search of a value', { search: `value 7 of ${items - 2}` }),
    documents('search of a word on one page', { search: `scan${items - 2}` }),
    documents('search of a seldom word', { search: 'grapelvorgra' }),
    documents('search of two beginnings', { search: 'bane tiro' }),
    documents('search of two letters', { search: 'gr' }),
    documents('search of a word on all pages', { search: 'word17' }),
    [
      'batch.excerpts, 40 rows in sight',
      'batch.excerpts',
      {
        ...{ batchId: large, search: 'word17' },
        rows: Array.from({ length: 40 }, (_, i) => ({
          itemId: otherBatches * itemsOfOthers + i + 1,
          documentId: `${large}-${i + 1}-1`,
        })),
      },
    ],
    ['document.get', 'document.get', { documentId: `${large}-2-1` }],
    ['document.moves', 'document.moves', { documentId: `${large}-2-1` }],
    ['batch.fields', 'batch.fields', { batchId: large }],
    ['batch.values: 100 of one field', 'batch.values', { batchId: large, field: 'field_1' }],
    ['batch.ledger', 'batch.ledger', { batchId: large }],
    ['batch.unread', 'batch.unread', { batchId: large }],
    ['export.list', 'export.list', { batchId: large }],
    ['layout.sources', 'layout.sources', { batchId: large }],
    ['layout.preview, 8 rows', 'layout.preview', { batchId: large, layout }],
    ['app.state', 'app.state', {}],
  ]
}

/** What takes long, and how long everything else waits for it at most. */
async function longestPause(words: string, act: () => Promise<unknown>): Promise<string> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const start = performance.now()
  await act()
  const seconds = (performance.now() - start) / 1000
  delay.disable()
  return `${words}: ${seconds.toFixed(1)} s, in which nothing else waits longer than ${Math.round(delay.max / 1e6)} ms.`
}

async function timed(app: App, name: string, input: object): Promise<string[]> {
  const taken: number[] = []
  const before = process.cpuUsage()
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    unwrap(await app.dispatch(name, input))
    taken.push(performance.now() - start)
  }
  const { user, system } = process.cpuUsage(before)
  taken.sort((a, b) => a - b)
  const of = (share: number) => taken[Math.min(times - 1, Math.floor(times * share))] ?? 0
  return [
    ((user + system) / 1000 / times).toFixed(1),
    of(0.5).toFixed(1),
    of(0.95).toFixed(1),
    String(askedMs),
    of(0.95) <= askedMs ? 'ok' : 'over',
  ]
}
