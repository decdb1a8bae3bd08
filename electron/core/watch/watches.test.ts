import { appendFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../testing/testApp.ts'
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
