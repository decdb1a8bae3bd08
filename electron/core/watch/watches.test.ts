import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openDatabase, rows } from '../db/open.ts'
import { stubPool } from '../testing/stubPool.ts'
import { roomyProbes, testFolder } from '../testing/testApp.ts'
import { openWatchTest, put, stubPdf } from '../testing/watchTest.ts'

const off = { isOn: false } as const

test('a file is taken at the second look, when it has been quiet for long enough', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one') })
  const test = await openWatchTest(testFolder())
  await test.add({ folder, ...off })
  expect(await test.look(0)).toMatchObject({ arriving: 1, counts: { reading: 0 } })
  expect(await test.look(4)).toMatchObject({ arriving: 1, counts: { reading: 0 } })
  expect((await test.look(1)).arriving).toBe(0)
  expect((await test.lookOut()).counts).toMatchObject({ done: 1, reading: 0, failed: 0 })
  expect(await test.documents()).toEqual(['a.pdf'])
  await test.close()
})

test('a slow writer is waited for, and read once', async () => {
  const folder = testFolder({ 'slow.pdf': '1 page %PDF-1.7 be' })
  const test = await openWatchTest(testFolder())
  await test.add({ folder, ...off })
  await test.look(0)
  for (let part = 0; part < 5; part += 1) {
    appendFileSync(join(folder, 'slow.pdf'), ` part${part}`)
    expect(await test.look(6)).toMatchObject({ arriving: 1, counts: { reading: 0 } })
  }
  // It pauses for long, but has no end yet.
  expect(await test.look(60)).toMatchObject({ arriving: 1, counts: { reading: 0 } })
  appendFileSync(join(folder, 'slow.pdf'), '\n%%EOF')
  expect((await test.lookOut()).counts.done).toBe(1)
  expect(await test.documents()).toEqual(['slow.pdf'])
  await test.close()
})

test('a file that never gets a proper end is taken after a long time, so that somebody hears of it', async () => {
  const folder = testFolder({ 'cut.pdf': 'file_damaged', 'empty.pdf': '' })
  const test = await openWatchTest(testFolder())
  await test.add({ folder, endlessSeconds: 120, ...off })
  await test.look(0)
  expect(await test.look(119)).toMatchObject({ arriving: 2 })
  expect(await test.look(1)).toMatchObject({ arriving: 0 })
  expect((await test.lookOut()).counts).toMatchObject({ failed: 2, done: 0 })
  expect((await test.lookOut()).batches).toHaveLength(1)
  await test.close()
})

test('temporary names are left alone, and what is no document is counted', async () => {
  const names = ['~$a.pdf', '.a.pdf', 'a.pdf.tmp', 'a.part', 'a.crdownload', 'a.pdf.filepart']
  const folder = testFolder()
  for (const name of [...names, 'Thumbs.db', 'desktop.ini']) put(folder, { [name]: stubPdf(name) })
  put(folder, { 'notes.docx': 'words', 'good.pdf': stubPdf('good') })
  const test = await openWatchTest(testFolder())
  await test.add({ folder, ...off })
  expect(await test.lookOut()).toMatchObject({ ignored: 1, arriving: 0, counts: { done: 1 } })
  expect(await test.documents()).toEqual(['good.pdf'])
  await test.close()
})

test('files that are whole at one look are one batch, named after folder and time', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one'), 'b.pdf': stubPdf('two') })
  const test = await openWatchTest(testFolder())
  await test.add({ folder, ...off })
  const { batches } = await test.lookOut()
  expect(batches).toMatchObject([{ items: 2, lifecycle: 'finished', outcome: 'completed' }])
  expect(batches[0]?.name).toMatch(
    new RegExp(`^${basename(folder)} \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d$`),
  )
  await test.close()
})

test('other content under the same name is new work', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one') })
  const test = await openWatchTest(testFolder())
  await test.add({ folder, ...off })
  await test.lookOut()
  put(folder, { 'a.pdf': stubPdf('another') })
  expect((await test.lookOut()).counts).toMatchObject({ done: 2, duplicate: 0 })
  expect(await test.documents()).toEqual(['a.pdf', 'a.pdf'])
  await test.close()
})

test('a second file with a content that is done is reported as such and not read', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one'), 'same.pdf': stubPdf('one') })
  const test = await openWatchTest(testFolder())
  await test.add({ folder, ...off })
  expect((await test.lookOut()).counts).toMatchObject({ done: 1, duplicate: 1 })
  put(folder, { 'later.pdf': stubPdf('one') })
  expect((await test.lookOut()).counts).toMatchObject({ done: 1, duplicate: 2 })
  expect(await test.documents()).toEqual(['a.pdf'])
  await test.close()
})

test('sub-folders are looked into only where that was chosen', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one'), 'deep/er/b.pdf': stubPdf('two') })
  const flat = await openWatchTest(testFolder())
  await flat.add({ folder, withSubfolders: false, ...off })
  expect((await flat.lookOut()).counts.done).toBe(1)
  await flat.close()
  const deep = await openWatchTest(testFolder())
  await deep.add({ folder, ...off })
  expect((await deep.lookOut()).counts.done).toBe(2)
  await deep.close()
})

test('what lies there already can be left alone', async () => {
  const folder = testFolder({ 'old.pdf': stubPdf('old') })
  const test = await openWatchTest(testFolder())
  await test.add({ folder, existing: 'leave', ...off })
  put(folder, { 'new.pdf': stubPdf('new') })
  expect((await test.lookOut()).counts).toMatchObject({ done: 1, left: 1 })
  expect(await test.documents()).toEqual(['new.pdf'])
  await test.close()
})

test('a folder that vanished is no empty one, and comes back by itself', async () => {
  const root = testFolder({ 'share/a.pdf': stubPdf('one') })
  const folder = join(root, 'share')
  const test = await openWatchTest(testFolder())
  const { id: watchId } = await test.add({ folder, everySeconds: 3600 })
  await test.lookOut()
  renameSync(folder, join(root, 'away'))
  const gone = await test.look(5)
  expect(gone).toMatchObject({ state: 'source_gone', error: { code: 'watch_gone' } })
  expect(gone.error?.message).toContain(folder)
  expect(gone.counts.done).toBe(1)
  renameSync(join(root, 'away'), folder)
  put(folder, { 'b.pdf': stubPdf('two') })
  expect(await test.lookOut()).toMatchObject({ id: watchId, state: 'waiting', error: null })
  expect(await test.documents()).toEqual(['a.pdf', 'b.pdf'])
  await test.close()
})

test('a paused folder is left alone, and goes on when it is resumed', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one') })
  const test = await openWatchTest(testFolder())
  const { id: watchId, state } = await test.add({ folder, ...off })
  expect(state).toBe('paused')
  expect((await test.call('watch.resume', { watchId })).state).toBe('waiting')
  expect((await test.call('watch.pause', { watchId })).state).toBe('paused')
  await test.call('watch.remove', { watchId })
  expect(await test.call('watch.list', {})).toEqual([])
  expect(existsSync(join(folder, 'a.pdf'))).toBe(true)
  await test.close()
})

test('originals are moved when their documents are stored, duplicates too, and never over another file', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one'), 'sub/a.pdf': stubPdf('two') })
  const moveTo = testFolder({ 'a.pdf': 'something else' })
  put(folder, { 'broken.pdf': `file_damaged\n%PDF-1.7 %%EOF`, 'double.pdf': stubPdf('one') })
  const test = await openWatchTest(testFolder())
  await test.add({ folder, moveTo, ...off })
  const view = await test.lookOut()
  expect(view.counts).toMatchObject({ done: 2, duplicate: 1, failed: 1, moved: 3 })
  expect(readdirSync(moveTo).sort()).toEqual(['a (2).pdf', 'a.pdf', 'double.pdf', 'sub'])
  expect(readdirSync(join(moveTo, 'sub'))).toEqual(['a.pdf'])
  // What failed stays where it can be seen to.
  expect(readdirSync(folder).sort()).toEqual(['broken.pdf', 'sub'])
  const [batch] = view.batches
  const { rows } = await test.call('batch.documents', { batchId: batch?.id ?? '', limit: 10 })
  expect(rows.map(({ path }) => path)).toContain(join(moveTo, 'a (2).pdf'))
  await test.close()
})

test('a moved file that is put back is the same one: it is moved again beside the first', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one') })
  const moveTo = testFolder()
  const test = await openWatchTest(testFolder())
  await test.add({ folder, moveTo, ...off })
  await test.lookOut()
  renameSync(join(moveTo, 'a.pdf'), join(folder, 'a.pdf'))
  expect((await test.lookOut()).counts).toMatchObject({ done: 1, duplicate: 1, moved: 2 })
  expect(readdirSync(moveTo)).toEqual(['a.pdf'])
  expect(await test.documents()).toEqual(['a.pdf'])
  await test.close()
})

test('while the destination is away originals stay, and are moved when it is back', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one') })
  const moveTo = testFolder()
  const test = await openWatchTest(testFolder())
  await test.add({ folder, moveTo, everySeconds: 3600 })
  rmSync(moveTo, { recursive: true })
  expect(await test.lookOut()).toMatchObject({
    ...{ state: 'trouble', error: { code: 'destination_gone' } },
    counts: { done: 1, moved: 0 },
  })
  mkdirSync(moveTo)
  expect(await test.look(1)).toMatchObject({ error: null, counts: { moved: 1 } })
  await test.close()
})

test('each batch is written under a name of its own', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one') })
  const exportTo = testFolder()
  const test = await openWatchTest(testFolder())
  await test.add({ folder, exportTo, exportName: 'of {folder}', exportFormat: 'json', ...off })
  await test.lookOut()
  put(folder, { 'b.pdf': stubPdf('two') })
  await test.lookOut()
  const name = `of ${basename(folder)}`
  expect(readdirSync(exportTo).sort()).toEqual([`${name} (2).json`, `${name}.json`])
  await test.close()
})

test('a locked file waits for its password, and is done when it has it', async () => {
  const folder = testFolder({ 'a.pdf': `locked with sesame\n${stubPdf('one')}` })
  const moveTo = testFolder()
  const test = await openWatchTest(testFolder())
  await test.add({ folder, moveTo, ...off })
  const { batches, counts } = await test.lookOut()
  expect(counts).toMatchObject({ failed: 1, needPassword: 1, moved: 0 })
  await test.call('batch.unlock', { batchId: batches[0]?.id ?? '', password: 'sesame' })
  expect((await test.lookOut()).counts).toMatchObject({
    failed: 0,
    needPassword: 0,
    done: 1,
    moved: 1,
  })
  await test.close()
})

test('a batch that cannot be started takes no file: it is tried again', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one') })
  const exportTo = testFolder()
  const test = await openWatchTest(testFolder())
  await test.add({ folder, exportTo, everySeconds: 3600 })
  rmSync(exportTo, { recursive: true })
  expect(await test.lookOut()).toMatchObject({ state: 'trouble', counts: { reading: 0, done: 0 } })
  expect(await test.call('batch.list', { limit: 10 })).toEqual([])
  mkdirSync(exportTo)
  expect((await test.lookOut()).counts).toMatchObject({ done: 1 })
  await test.close()
})

test('what a person threw away is set aside, and taken again only when they say so', async () => {
  const folder = testFolder({ 'a.pdf': `file_damaged\n%PDF-1.7 %%EOF` })
  const test = await openWatchTest(testFolder())
  const { id: watchId } = await test.add({ folder, ...off })
  const [batch] = (await test.lookOut()).batches
  await test.call('batch.delete', { batchId: batch?.id ?? '' })
  expect((await test.lookOut()).counts).toMatchObject({ failed: 0, setAside: 1 })
  await test.call('watch.scanNow', { watchId, again: true })
  expect((await test.lookOut()).counts).toMatchObject({ failed: 1, setAside: 0 })
  await test.close()
})

test('an export whose name was taken meanwhile is written beside it', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one') })
  const exportTo = testFolder()
  const stub = stubPool()
  const pool = stubPool({
    async extract(task, options) {
      // What cannot be replaced: on Windows a workbook that Excel has open.
      mkdirSync(join(exportTo, 'r.json'))
      return stub.extract(task, options)
    },
  })
  const test = await openWatchTest(testFolder(), { pool })
  await test.add({ folder, exportTo, exportName: 'r', exportFormat: 'json', ...off })
  expect(await test.lookOut()).toMatchObject({ error: null, counts: { done: 1 } })
  expect(readdirSync(exportTo).sort()).toEqual(['r (2).json', 'r.json'])
  await test.close()
})

test('an export that could not be written is written when its folder is back', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one') })
  const exportTo = testFolder()
  const stub = stubPool()
  const pool = stubPool({
    async extract(task, options) {
      rmSync(exportTo, { recursive: true, force: true })
      return stub.extract(task, options)
    },
  })
  const test = await openWatchTest(testFolder(), { pool })
  await test.add({ folder, exportTo, exportName: 'r', exportFormat: 'json', everySeconds: 3600 })
  const gone = await test.lookOut()
  expect(gone).toMatchObject({ state: 'trouble', error: { code: 'output_locked' } })
  expect(gone.counts.done).toBe(1)
  mkdirSync(exportTo)
  await test.look(61)
  const [batch] = gone.batches
  await test.app.idle(batch?.id ?? '')
  expect(await test.look(1)).toMatchObject({ state: 'waiting', error: null })
  expect(readdirSync(exportTo)).toEqual(['r.json'])
  await test.close()
})

test('a file that is away when it is its turn is read when it is back', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one') })
  const aside = join(testFolder(), 'a.pdf')
  const stub = stubPool()
  let isFirst = true
  const pool = stubPool({
    async inspectFile(task, options) {
      if (isFirst) renameSync(task.path, aside)
      isFirst = false
      return stub.inspectFile(task, options)
    },
  })
  const test = await openWatchTest(testFolder(), { pool })
  await test.add({ folder, ...off })
  expect((await test.lookOut()).counts).toMatchObject({ done: 0, reading: 0, failed: 0 })
  renameSync(aside, join(folder, 'a.pdf'))
  expect((await test.lookOut()).counts).toMatchObject({ done: 1, failed: 0 })
  await test.close()
})

test('what may not be opened for now is counted, and read later', async () => {
  const folder = testFolder()
  const file = join(folder, 'a.pdf')
  // A link in a circle cannot be opened by anybody, also where the tests run as root.
  symlinkSync(file, file)
  const test = await openWatchTest(testFolder())
  await test.add({ folder, ...off })
  expect(await test.lookOut()).toMatchObject({ locked: 1, counts: { done: 0 } })
  rmSync(file)
  put(folder, { 'a.pdf': stubPdf('one') })
  expect(await test.lookOut()).toMatchObject({ locked: 0, counts: { done: 1 } })
  await test.close()
})

test('an original that cannot be moved stays, is said, and is moved later', async () => {
  const folder = testFolder({ 'sub/a.pdf': stubPdf('one') })
  const moveTo = testFolder({ sub: 'a file where a folder should be' })
  const test = await openWatchTest(testFolder())
  await test.add({ folder, moveTo, everySeconds: 3600 })
  expect(await test.lookOut()).toMatchObject({
    ...{ state: 'trouble', error: { code: 'original_unmoved' } },
    counts: { done: 1, moved: 0 },
  })
  rmSync(join(moveTo, 'sub'))
  expect(await test.look(1)).toMatchObject({ error: null, counts: { moved: 1 } })
  expect(readdirSync(join(moveTo, 'sub'))).toEqual(['a.pdf'])
  await test.close()
})

test('a link is read, and what it leads to is not moved', async () => {
  const far = testFolder({ 'far.pdf': stubPdf('one') })
  const folder = testFolder()
  symlinkSync(join(far, 'far.pdf'), join(folder, 'a.pdf'))
  const moveTo = testFolder()
  const test = await openWatchTest(testFolder())
  await test.add({ folder, moveTo, ...off })
  expect((await test.lookOut()).counts).toMatchObject({ done: 1, moved: 0 })
  expect(readdirSync(moveTo)).toEqual([])
  expect(existsSync(join(far, 'far.pdf'))).toBe(true)
  await test.close()
})

test('watched folders are looked at by themselves, also after a restart, and tell what changes', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one') })
  const dataDir = testFolder()
  const clock = () => new Date()
  const first = await openWatchTest(dataDir, { now: clock })
  await first.add({ folder, everySeconds: 0.2, settleSeconds: 0 })
  const done = (test: typeof first, files: number) =>
    vi.waitFor(
      () =>
        expect(test.events.findLast(({ name }) => name === 'watches.changed')).toMatchObject({
          payload: [{ state: 'waiting', counts: { done: files } }],
        }),
      { timeout: 20_000 },
    )
  await done(first, 1)
  await first.close()
  const second = await openWatchTest(dataDir, { now: clock })
  put(folder, { 'b.pdf': stubPdf('two') })
  await done(second, 2)
  await second.close()
})

test('a batch of one file from a watched folder takes its turn: nobody waits for it', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one') })
  const probes = { ...roomyProbes, onBattery: async () => true }
  const test = await openWatchTest(testFolder(), { probes })
  await test.add({ folder, ...off })
  for (const seconds of [0, 6, 1]) await test.look(seconds)
  const [batch] = await test.call('batch.list', { limit: 10 })
  expect(batch).toMatchObject({ lifecycle: 'throttled', throttledBy: 'battery' })
  await test.close()
})

test('a share that left an empty folder behind is gone, and nothing is moved under the place of one', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one') })
  const moveTo = testFolder()
  const dataDir = testFolder()
  const first = await openWatchTest(dataDir)
  await first.add({ folder, moveTo, everySeconds: 3600 })
  await first.close()
  /** As it was remembered while something was mounted there. */
  const remember = (column: string, mount: string | null) => {
    const db = openDatabase(join(dataDir, 'sheaf.db'))
    db.prepare(`update watches set ${column} = ?`).run(mount)
    db.close()
  }
  remember('mount', folder)
  const gone = await openWatchTest(dataDir)
  expect(await gone.lookOut()).toMatchObject({ state: 'source_gone', counts: { done: 0 } })
  await gone.close()
  remember('mount', null)
  remember('destination_mount', moveTo)
  const away = await openWatchTest(dataDir)
  const { error, counts } = await away.lookOut()
  expect([error?.code, counts.done, counts.moved]).toEqual(['destination_gone', 1, 0])
  expect(readdirSync(moveTo)).toEqual([])
  await away.close()
})

test('one who writes without a pause does not keep the others waiting', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one') })
  const test = await openWatchTest(testFolder(), { now: () => new Date() })
  await test.add({ folder, everySeconds: 0.5, settleSeconds: 0 })
  const writing = setInterval(() => appendFileSync(join(folder, 'b.pdf'), 'more '), 50)
  try {
    await vi.waitFor(
      async () => expect((await test.call('watch.list', {}))[0]?.counts.done).toBe(1),
      {
        timeout: 20_000,
      },
    )
  } finally {
    clearInterval(writing)
  }
  await test.close()
})

test('hooks go along with each batch, are never shown, and stay when something else is changed', async () => {
  const folder = testFolder({ 'a.pdf': stubPdf('one') })
  const dataDir = testFolder()
  const test = await openWatchTest(dataDir)
  const hooks = [{ kind: 'post', url: 'http://127.0.0.1:9/', secret: 'very secret' }] as const
  const watch = await test.add({ folder, hooks: [...hooks], ...off })
  expect(JSON.stringify(watch)).not.toContain('very secret')
  await test.call('watch.change', { ...watch, withSubfolders: false, watchId: watch.id })
  await test.lookOut()
  await test.close()
  const db = openDatabase(join(dataDir, 'sheaf.db'))
  const stored = rows<{ config: string }>(db, 'select config from batch_configs')
  db.close()
  expect(stored.map(({ config }) => JSON.parse(config).hooks)).toMatchObject([hooks])
})
