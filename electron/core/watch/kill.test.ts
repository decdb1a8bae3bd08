import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openDatabase, rows } from '../db/open.ts'
import { stubPool } from '../testing/stubPool.ts'
import { killedCopy, testFolder } from '../testing/testApp.ts'
import { openWatchTest, put, stubPdf } from '../testing/watchTest.ts'

vi.setConfig({ testTimeout: 180_000 })

const files = {
  'a.pdf': stubPdf('one'),
  'b.pdf': stubPdf('two review'),
  'same.pdf': stubPdf('one'),
  'sub/c.pdf': stubPdf('three'),
}

test('killed at any moment nothing is lost and nothing is done twice', async () => {
  const folder = testFolder(files)
  const dataDir = testFolder()
  const exportTo = testFolder()
  const copies: string[] = []
  const seen = new Set<string>()
  let time = Date.UTC(2026, 4, 4, 9, 30)
  /** The disk as a kill would leave it now, if it is another than the last ones. */
  const look = () => {
    const log = statSync(join(dataDir, 'sheaf.db-wal'), { throwIfNoEntry: false })?.size ?? 0
    if (seen.has(String(log))) return
    seen.add(String(log))
    copies.push(killedCopy(dataDir))
  }
  const stub = stubPool()
  const at =
    <T extends readonly unknown[], R>(step: (...args: T) => Promise<R>) =>
    async (...args: T) => {
      look()
      const answer = await step(...args)
      look()
      return answer
    }
  const pool = stubPool({
    inspectFile: at(stub.inspectFile),
    readPage: at(stub.readPage),
    extract: at(stub.extract),
    writeExport: at(stub.writeExport),
  })
  let isWatching = false
  const now = () => {
    if (isWatching) look()
    return new Date(time)
  }
  const first = await openWatchTest(dataDir, { pool, now })
  await first.add({ folder, exportTo, exportFormat: 'json', isOn: false })
  isWatching = true
  const { id: watchId } = (await first.call('watch.list', {}))[0] ?? { id: 0 }
  for (let looks = 0; looks < 4; looks += 1) {
    time += 6000
    await first.call('watch.scanNow', { watchId })
    for (const { id } of await first.call('batch.list', { limit: 10 })) await first.app.idle(id)
  }
  isWatching = false
  const meant = { done: 3, duplicate: 1, failed: 0, setAside: 0, reading: 0 }
  expect((await first.look(0)).counts).toMatchObject(meant)
  await first.close()

  expect(copies.length).toBeGreaterThan(10)
  for (const copy of copies) {
    const test = await openWatchTest(copy)
    await test.lookOut()
    expect((await test.lookOut()).counts).toMatchObject(meant)
    expect((await test.documents()).toSorted()).toEqual(['a.pdf', 'b.pdf', 'c.pdf'])
    await test.close()
  }
  // However often it was killed, each export holds what its batch holds.
  for (const name of readdirSync(exportTo))
    expect(JSON.parse(readFileSync(join(exportTo, name), 'utf8'))).not.toHaveLength(0)
})

/** Where a move may be when the program is killed. */
type Moment = 'planned' | 'put' | 'told' | 'taken'

test.each<Moment>(['planned', 'put', 'told', 'taken'])(
  'killed in the middle of a move (%s) the file is moved once and whole',
  async (moment) => {
    const folder = testFolder({ 'a.pdf': stubPdf('one') })
    const moveTo = testFolder({ 'a.pdf': 'another file' })
    const dataDir = testFolder()
    const first = await openWatchTest(dataDir)
    const watch = await first.add({ folder, isOn: false })
    await first.lookOut()
    await first.close()

    const [from, to] = [join(folder, 'a.pdf'), join(moveTo, 'a (2).pdf')]
    const db = openDatabase(join(dataDir, 'sheaf.db'))
    db.prepare('update watch_files set moving_to = ?').run(to)
    if (moment !== 'planned') linkSync(from, to)
    if (moment === 'told' || moment === 'taken') db.prepare('update items set path = ?').run(to)
    db.close()
    if (moment === 'taken') unlinkSync(from)

    const test = await openWatchTest(dataDir)
    await test.call('watch.change', { ...watch, moveTo, watchId: watch.id })
    expect((await test.lookOut()).counts).toMatchObject({ done: 1, duplicate: 0, moved: 1 })
    expect(readdirSync(folder)).toEqual([])
    expect(readdirSync(moveTo).sort()).toEqual(['a (2).pdf', 'a.pdf'])
    expect(readFileSync(to, 'utf8')).toBe(stubPdf('one'))
    const stored = openDatabase(join(dataDir, 'sheaf.db'))
    expect(rows(stored, 'select path from items')).toEqual([{ path: to }])
    stored.close()
    await test.close()
  },
)

test('a file that was replaced after it was read is not moved: it is new work', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one') })
  const moveTo = testFolder()
  const dataDir = testFolder()
  const first = await openWatchTest(dataDir)
  const watch = await first.add({ folder, isOn: false })
  await first.lookOut()
  put(folder, { 'a.pdf': stubPdf('two, which is longer') })
  await first.call('watch.change', { ...watch, moveTo, watchId: watch.id })
  await first.look(1)
  expect(readdirSync(moveTo)).toEqual([])
  expect((await first.lookOut()).counts).toMatchObject({ done: 2, moved: 1 })
  expect(readFileSync(join(moveTo, 'a.pdf'), 'utf8')).toBe(stubPdf('two, which is longer'))
  await first.close()
})

test('a file that is rewritten while it is read is read as it is in the end, once', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one') })
  const stub = stubPool()
  let isFirst = true
  const pool = stubPool({
    async readPage(task, options) {
      if (isFirst) put(folder, { 'a.pdf': stubPdf('another content') })
      isFirst = false
      return stub.readPage(task, options)
    },
  })
  const test = await openWatchTest(testFolder(), { pool })
  await test.add({ folder, isOn: false })
  expect((await test.lookOut()).counts).toMatchObject({ done: 1, duplicate: 0, failed: 0 })
  expect((await test.lookOut()).counts).toMatchObject({ done: 1, duplicate: 0 })
  expect(await test.documents()).toEqual(['a.pdf'])
  await test.close()
})

test('a share that goes away while its files are read stops the batch, which goes on when it is back', async () => {
  const root = testFolder()
  const folder = join(root, 'share')
  mkdirSync(folder)
  put(folder, { 'a.pdf': stubPdf('one'), 'b.pdf': stubPdf('two') })
  const stub = stubPool()
  let isThere = true
  const pool = stubPool({
    async inspectFile(task, options) {
      if (isThere) renameSync(folder, `${folder} away`)
      isThere = false
      return stub.inspectFile(task, options)
    },
  })
  const test = await openWatchTest(testFolder(), { pool })
  await test.add({ folder, everySeconds: 3600 })
  const gone = await test.lookOut()
  expect(gone).toMatchObject({ state: 'source_gone', counts: { reading: 2, done: 0 } })
  renameSync(`${folder} away`, folder)
  expect((await test.lookOut()).counts).toMatchObject({ reading: 0, done: 2, failed: 0 })
  expect((await test.documents()).toSorted()).toEqual(['a.pdf', 'b.pdf'])
  await test.close()
})
