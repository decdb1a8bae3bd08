import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writePreview } from '../../../workers/page/preview.ts'
import type { PageReading } from '../../../workers/tasks.ts'
import { listItems } from '../db/items.ts'
import { atomically, change, openDatabase } from '../db/open.ts'
import { listPageStates, settlePage } from '../db/pageStates.ts'
import { keepPage, listKeptPages } from '../db/pages.ts'
import { createGate } from '../testing/gate.ts'
import { smallDisk } from '../testing/smallDisk.ts'
import { stubPage, stubPool } from '../testing/stubPool.ts'
import { openTestApp, testFolder } from '../testing/testApp.ts'
import { troubleOf } from '../trouble.ts'
import { accounted } from './accounted.ts'

const source = testFolder(
  Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`${i + 10}.pdf`, `${(i % 3) + 1} pages number ${i}`]),
  ),
)
const pagesInAll = 24

/** Pages with so much on them that a small disk is soon full. */
async function largePage(task: Parameters<typeof stubPage>[0]): Promise<PageReading> {
  const page = await stubPage(task)
  const words = Array.from({ length: 1500 }, (_, i) => ({
    text: `word${i}`,
    box: [i, 20, i + 8, 30] as const,
    confidence: 0.9,
    reader: 'text_layer' as const,
  }))
  const all = { ...page, words: [...page.words, ...words] }
  return { page: all, engine: 'stub 1', seconds: 1, previewWritten: false }
}

const disk = smallDisk('1500k')
afterAll(() => disk?.remove())

test.skipIf(!disk)(
  'a disk that is really full pauses the batch and says so; with room it goes on',
  async () => {
    const dataDir = join(disk?.folder ?? '', 'data')
    mkdirSync(dataDir)
    const pool = stubPool({ readPage: largePage })
    const test = await openTestApp(dataDir, { pool })
    const { id } = await test.call('batch.create', { paths: [source] })
    const full = await test.app.idle(id)
    expect(full).toMatchObject({ lifecycle: 'paused', outcome: null, error: { code: 'disk_full' } })
    expect(full.counts.failed).toBe(0)
    expect(await test.call('batch.ledger', { batchId: id })).toMatchObject({ isProven: true })

    disk?.resize('20m')
    await test.call('batch.resume', { batchId: id })
    expect(await test.app.idle(id)).toMatchObject({ outcome: 'completed', error: null })
    expect((await accounted(test, id)).pages).toMatchObject({ all: pagesInAll, read: pagesInAll })
    expect(test.app.factsOf(id).pagesReadTwice).toBe(0)
    await test.app.close()
  },
)

test.skipIf(!disk)(
  'a picture that the disk has no room for says so, and leaves nothing',
  async () => {
    const full = smallDisk('200k')
    const side = 1500
    const raster = { pixels: randomBytes(3 * side * side), width: side, height: side } as const
    const folder = join(full?.folder ?? '', 'pictures')
    const written = writePreview({ ...raster, channels: 3, scale: 1 }, join(folder, 'a.webp'), 0)
    await expect(written).rejects.toMatchObject({ code: 'disk_full' })
    expect(readdirSync(folder)).toEqual([])
    full?.remove()
  },
)

test('a page that the database has no room for is not there in part, and is kept when there is', async () => {
  const dataDir = testFolder()
  const test = await openTestApp(dataDir)
  const { id } = await test.call('batch.create', { paths: [testFolder({ 'a.pdf': '2 pages' })] })
  await test.app.idle(id)
  await test.app.close()
  const db = openDatabase(join(dataDir, 'sheaf.db'))
  change(db, "update items set status = 'running'")
  const [item] = listItems(db, id)
  if (!item) throw new Error('there is no item')
  const key = { sha256: 'another', readerKey: 'k' }
  const path = join(testFolder({ 'b.pdf': '1 page' }), 'b.pdf')
  const settings = { mode: 'auto', languages: [] } as const
  const task = {
    path,
    passwords: [],
    type: 'pdf',
    page: 1,
    settings,
    engineFiles: { ocrDirs: [] },
  } as const
  const reading = await largePage({ ...task, previewFile: join(dataDir, 'none') })
  const keep = () =>
    atomically(db, () => {
      keepPage(db, key, reading)
      settlePage(db, item, key, { page: 1, isKept: false })
    })
  const before = listPageStates(db, item.id)
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`)
  let code = ''
  try {
    keep()
  } catch (thrown) {
    code = troubleOf(thrown).code
  }
  expect(code).toBe('disk_full')
  expect(listKeptPages(db, key)).toEqual([])
  expect(listPageStates(db, item.id)).toEqual(before)
  db.pragma('max_page_count = 1000000')
  keep()
  expect(listKeptPages(db, key)).toEqual([1])
  db.close()
})

test('a source folder that vanishes and comes back: the batch waits, and reads only what is left', async () => {
  const parent = testFolder()
  const folder = join(parent, 'in')
  const away = join(parent, 'away')
  renameSync(
    testFolder({ '1.pdf': '2 pages a', '2.pdf': '5 pages b', '3.pdf': '3 pages c' }),
    folder,
  )
  const gate = createGate()
  let begun = 0
  const pool = stubPool({
    async readPage(task) {
      if (++begun === 4) renameSync(folder, away)
      if (begun > 4) await gate.pass()
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  const test = await openTestApp(testFolder(), { pool })
  const { id } = await test.call('batch.create', { paths: [folder] })
  gate.open()
  const gone = await test.app.idle(id)
  expect(gone).toMatchObject({ lifecycle: 'paused', error: { code: 'source_gone' } })
  expect(gone.error?.message).toContain(folder)
  expect(gone.counts.failed).toBe(0)
  const before = await test.call('batch.ledger', { batchId: id })
  expect(before).toMatchObject({ isProven: true, pages: { failed: 0 } })

  renameSync(away, folder)
  await test.call('batch.resume', { batchId: id })
  expect(await test.app.idle(id)).toMatchObject({ outcome: 'completed' })
  expect((await accounted(test, id)).pages).toMatchObject({ all: 10, read: 10 })
  expect(test.app.factsOf(id).pagesReadTwice).toBe(0)
  await test.app.close()
})

test('a database that another program holds pauses the batch and says so, and it goes on', async () => {
  const dataDir = testFolder()
  const other: { release?: () => void } = {}
  const pool = stubPool({
    async readPage(task) {
      if (task.path.endsWith('15.pdf') && !other.release) {
        const db = openDatabase(join(dataDir, 'sheaf.db'))
        db.exec('begin immediate')
        other.release = () => db.close()
      }
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  const test = await openTestApp(dataDir, { pool })
  const { id } = await test.call('batch.create', { paths: [source] })
  const begun = performance.now()
  const locked = await test.app.idle(id)
  expect(locked).toMatchObject({ lifecycle: 'paused', error: { code: 'database_locked' } })
  expect(performance.now() - begun).toBeLessThan(20_000)
  other.release?.()
  await test.call('batch.resume', { batchId: id })
  expect(await test.app.idle(id)).toMatchObject({ outcome: 'completed', error: null })
  expect((await accounted(test, id)).pages).toMatchObject({ all: pagesInAll, read: pagesInAll })
  await test.app.close()
})
