import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AppOptions } from './createApp.ts'
import { createGate } from './testing/gate.ts'
import { stubPool } from './testing/stubPool.ts'
import { openTestApp, type TestApp, testFolder } from './testing/testApp.ts'

const lockedText = 'locked with hase\n2 pages secret'

/** A draft of these files, when every one of them was looked into. */
async function drafted(
  files: Readonly<Record<string, string>>,
  options: Partial<AppOptions> & { dataDir?: string } = {},
) {
  const source = testFolder(files)
  const { dataDir = testFolder(), ...others } = options
  const opened = await openTestApp(dataDir, others)
  const { id: batchId } = await opened.call('batch.draft', { paths: [source] })
  await opened.app.idle(batchId)
  return { ...opened, batchId, source, report: await opened.call('batch.preflight', { batchId }) }
}

const statusOf = async ({ call }: TestApp, batchId: string) =>
  (await call('batch.documents', { batchId })).rows.map((row) => `${row.filename} ${row.status}`)

test('a draft is looked into and not read, and says what would be read and what not', async () => {
  const pool = stubPool()
  const { app, call, report, batchId } = await drafted(
    {
      ...{ '1.pdf': '3 pages one', '2.pdf': lockedText, '3.pdf': 'file_damaged', '4.pdf': '' },
      ...{ '5.txt': 'notes', '6.pdf': 'access_denied', '7.pdf': 'file_damaged' },
    },
    { pool },
  )
  expect(pool.reads).toEqual([])
  expect(await call('batch.get', { batchId })).toMatchObject({ lifecycle: 'draft', outcome: null })
  expect(report).toMatchObject({ files: 7, inspected: 7, isWhole: true, locked: 1, refusals: [] })
  expect(report.willRead).toMatchObject({ files: 1, pages: 3, pagesToRead: 3, unknownPages: 3 })
  const said = report.willNot.map(({ code, sentence, named }) => [
    ...[code, sentence],
    named.map(({ filename }) => filename).join(' '),
  ])
  expect(said).toEqual([
    [
      'file_damaged',
      '2 files are damaged and cannot be opened. Scan or save them again.',
      '3.pdf 7.pdf',
    ],
    ['access_denied', '1 file may not be read by this user.', '6.pdf'],
    ['file_empty', '1 file is empty (0 bytes).', '4.pdf'],
    [
      'file_encrypted',
      '1 file is locked with a password. Enter it now or after the start.',
      '2.pdf',
    ],
    ['unsupported_type', '1 file is no PDF and no image that Sheaf reads.', '5.txt'],
  ])
  await app.close()
})

test('a draft becomes the batch that the person decided on', async () => {
  const pool = stubPool()
  const { app, call, batchId } = await drafted({ '1.pdf': '2 pages', '2.pdf': '1 page' }, { pool })
  const output = join(testFolder(), 'may.json')
  const decided = { name: 'May', reference: 'R-7', template: 'receipt', output } as const
  const started = await call('batch.start', { batchId, ...decided, reader: 'text_layer' })
  expect(started).toMatchObject({ name: 'May', reference: 'R-7', template: 'receipt' })
  const batch = await app.idle(batchId)
  expect(batch).toMatchObject({ lifecycle: 'finished', outcome: 'completed', pagesDone: 3 })
  expect(existsSync(output)).toBe(true)
  expect(pool.inspections.toSorted()).toEqual(['1.pdf', '2.pdf'])
  const again = await call('batch.start', { batchId, name: 'June' })
  expect(again).toMatchObject({ lifecycle: 'finished', name: 'May' })
  await app.close()
})

test('the report grows while files are looked into, and a start does not wait for it', async () => {
  const gate = createGate()
  const base = stubPool()
  const pool = stubPool({
    async inspectFile(task) {
      if (task.path.endsWith('2.pdf')) await gate.pass()
      return base.inspectFile(task)
    },
  })
  const { app, call, events } = await openTestApp(testFolder(), { pool })
  const source = testFolder({ '1.pdf': '1 page', '2.pdf': '1 page\nother' })
  const { id: batchId } = await call('batch.draft', { paths: [source] })
  await gate.reached(1)
  await expect
    .poll(async () => (await call('batch.preflight', { batchId })).inspected, { timeout: 5000 })
    .toBe(1)
  expect(await call('batch.preflight', { batchId })).toMatchObject({ files: 2, isWhole: false })
  await call('batch.start', { batchId })
  gate.open()
  await expect.poll(async () => (await app.idle(batchId)).lifecycle).toBe('finished')
  expect(await app.idle(batchId)).toMatchObject({ outcome: 'completed', pagesDone: 2 })
  const lifecycles = events.flatMap((event) =>
    event.name === 'batch.changed' ? [event.payload.lifecycle] : [],
  )
  expect(lifecycles[0]).toBe('draft')
  await app.close()
})

test('duplicates are shown as pairs with the reason, here and in batches of before', async () => {
  const dataDir = testFolder()
  const first = await openTestApp(dataDir)
  const old = testFolder({ 'march.pdf': '2 pages march', 'april.pdf': '1 page april' })
  const { id } = await first.call('batch.create', { paths: [old], name: 'Spring' })
  await first.app.idle(id)
  await first.app.close()
  const { app, call, report, batchId } = await drafted(
    {
      ...{ 'a.pdf': '1 page same', 'b.pdf': '1 page same', 'c.pdf': '1 page same' },
      ...{ 'april.pdf': '1 page april', 'scan-7.pdf': '2 pages march' },
    },
    { dataDir },
  )
  expect(report.duplicates).toMatchObject({ here: 2, before: 2 })
  const pairs = report.duplicates.pairs.map(
    ({ filename, kind, other, sentence }) => `${filename} ${kind} ${other.filename}: ${sentence}`,
  )
  expect(pairs).toEqual([
    'b.pdf same_content a.pdf: The same as “a.pdf”, byte for byte; its pages are read once, and both are listed.',
    'c.pdf same_content a.pdf: The same as “a.pdf”, byte for byte; its pages are read once, and both are listed.',
    'april.pdf read_before april.pdf: Read before in “Spring” on 4 May 2026; its pages are taken from there.',
    'scan-7.pdf read_under_other_name march.pdf: Read before as “march.pdf” in “Spring” on 4 May 2026; its pages are taken from there.',
  ])
  expect(report.willRead).toMatchObject({
    pages: 6,
    pagesKept: 3,
    pagesRepeated: 2,
    pagesToRead: 1,
  })
  const otherWay = await call('batch.preflight', { batchId, reader: 'ocr' })
  expect(otherWay.willRead).toMatchObject({ pagesKept: 0, pagesToRead: 4, picturePages: 4 })
  expect(otherWay.duplicates.pairs.at(-1)?.sentence).toContain('with other settings')
  await app.close()
})

test('duplicates are left out by wish, and leave no mark on the outcome', async () => {
  const pool = stubPool()
  const files = { 'a.pdf': '1 page same', 'b.pdf': '1 page same', 'c.pdf': '1 page other' }
  const opened = await drafted(files, { pool })
  const { app, call, batchId } = opened
  const wish = { batchId, leaveOutDuplicates: true }
  expect((await call('batch.preflight', wish)).willRead).toMatchObject({ files: 2, pages: 2 })
  await call('batch.start', wish)
  expect(await app.idle(batchId)).toMatchObject({ outcome: 'completed', pagesTotal: 3 })
  expect(await statusOf(opened, batchId)).toEqual([
    'a.pdf completed',
    'b.pdf skipped',
    'c.pdf completed',
  ])
  const { rows } = await call('batch.documents', { batchId, statuses: ['skipped'] })
  expect(rows[0]?.error).toMatchObject({
    code: 'duplicate',
    message: '“b.pdf” is the same as “a.pdf”, byte for byte, and was left out as you asked.',
  })
  expect(pool.reads.toSorted()).toEqual(['a.pdf:1', 'c.pdf:1'])
  await app.close()
})

test('a disk that is too small is named with both numbers, and nothing is read', async () => {
  const pool = stubPool()
  const freeBytes = async () => 5_000_000
  const opened = await drafted({ '1.pdf': '300 pages' }, { pool, freeBytes })
  const { app, call, codeOf, report, batchId } = opened
  expect(report.space).toMatchObject({ freeBytes: 5_000_000, isMeasured: false })
  expect(report.refusals[0]?.message).toMatch(
    /^Reading this needs about \d+ MB, and 5 MB is free on the disk of “.+”\. Free some space/,
  )
  expect(await codeOf('batch.start', { batchId })).toBe('no_space')
  expect(await call('batch.get', { batchId })).toMatchObject({ lifecycle: 'draft', error: null })
  expect(pool.reads).toEqual([])
  await app.close()
})

test('a batch that was started at once waits where its pages turn out not to fit', async () => {
  let free: number | null = 5_000_000
  const pool = stubPool()
  const { app, call } = await openTestApp(testFolder(), { pool, freeBytes: async () => free })
  const source = testFolder({ '1.pdf': '300 pages' })
  const { id: batchId } = await call('batch.create', { paths: [source] })
  expect(await app.idle(batchId)).toMatchObject({
    lifecycle: 'paused',
    error: { code: 'no_space' },
  })
  expect(pool.reads).toEqual([])
  free = null
  await call('batch.resume', { batchId })
  expect(await app.idle(batchId)).toMatchObject({ outcome: 'completed', pagesDone: 300 })
  await app.close()
})

test('a start is refused when nothing can be read, and all reasons are told', async () => {
  const { app, codeOf, report, batchId } = await drafted({ '1.pdf': '', '2.pdf': 'file_damaged' })
  expect(report.refusals).toMatchObject([{ code: 'nothing_readable' }])
  expect(report.refusals[0]?.message).toContain('None of the 2 files can be read')
  expect(await codeOf('batch.start', { batchId })).toBe('nothing_readable')
  await app.close()
})

test('pictures alone, and no language data at all: there is nothing to read them with', async () => {
  const files = { '1.pdf': '1 page' }
  const { app, call, codeOf, batchId } = await drafted(files)
  const scans = { batchId, reader: 'ocr' } as const
  expect((await call('batch.preflight', scans)).refusals[0]?.message).toContain('Installed: none.')
  expect(await codeOf('batch.start', scans)).toBe('language_missing')
  await app.close()
  const dataDir = testFolder({ 'ocr/por.traineddata': '' })
  const able = await drafted(files, { dataDir })
  expect(await able.codeOf('batch.start', { batchId: able.batchId, reader: 'ocr' })).toBe('ok')
  await able.app.close()
})

test('a locked file may be opened before the start, and alone it is no reason to refuse', async () => {
  const { app, call, report, batchId } = await drafted({ '1.pdf': lockedText })
  expect(report).toMatchObject({ locked: 1, refusals: [], willRead: { files: 0 } })
  await call('batch.unlock', { batchId, password: 'hase' })
  await app.idle(batchId)
  const after = await call('batch.preflight', { batchId })
  expect(after).toMatchObject({ locked: 0, willNot: [], willRead: { files: 1, pages: 2 } })
  await call('batch.start', { batchId })
  expect(await app.idle(batchId)).toMatchObject({ outcome: 'completed' })
  await app.close()
})

test('missing languages, templates and places for the results are all told at once', async () => {
  const { app, call, codeOf, batchId } = await drafted({ '1.pdf': '1 page' })
  const change = { languages: ['xx,yy'], template: 'menu', output: '/nowhere/r.xlsx' }
  const report = await call('batch.preflight', { batchId, ...change })
  expect(report.languages).toEqual({ asked: ['xx', 'yy'], missing: ['xx', 'yy'] })
  expect(report.refusals.map(({ code }) => code)).toEqual([
    ...['no_template', 'language_missing', 'language_missing', 'output_locked'],
  ])
  expect(await codeOf('batch.start', { batchId, ...change })).toBe('no_template')
  expect(await codeOf('batch.start', { batchId, languages: ['xx'] })).toBe('language_missing')
  expect(await codeOf('batch.start', { batchId, output: '/nowhere/r.xlsx' })).toBe('output_locked')
  expect(await codeOf('batch.start', { batchId })).toBe('ok')
  await app.close()
})

test('a draft is forgotten by wish, while its files are looked into, with copies of a drop', async () => {
  const gate = createGate()
  const base = stubPool()
  const pool = stubPool({
    async inspectFile(task) {
      await gate.pass()
      return base.inspectFile(task)
    },
  })
  const dataDir = testFolder({ 'dropped/1f/May/1.pdf': '1 page', 'dropped/2e/a.pdf': '1 page' })
  const { app, call, codeOf } = await openTestApp(dataDir, { pool })
  const { id: batchId } = await call('batch.draft', { paths: [join(dataDir, 'dropped/1f/May')] })
  await gate.reached(1)
  await call('batch.discard', { batchId })
  gate.open()
  await expect.poll(() => codeOf('batch.get', { batchId })).toBe('not_found')
  expect(await call('batch.list', {})).toEqual([])
  expect(existsSync(join(dataDir, 'dropped/1f'))).toBe(false)
  expect(existsSync(join(dataDir, 'dropped/2e/a.pdf'))).toBe(true)
  await app.close()
})

test('a batch that was started is not discarded', async () => {
  const { app, call, batchId } = await drafted({ '1.pdf': '1 page' })
  await call('batch.start', { batchId })
  await app.idle(batchId)
  await call('batch.discard', { batchId })
  expect(await call('batch.get', { batchId })).toMatchObject({ lifecycle: 'finished' })
  await app.close()
})

test('a draft outlives the program for a day, and is looked into to its end', async () => {
  const dataDir = testFolder()
  const now = () => new Date('2026-05-04T12:00:00Z')
  const { app, batchId } = await drafted({ '1.pdf': '1 page' }, { dataDir, now })
  await app.close()
  const sameDay = await openTestApp(dataDir, { now: () => new Date('2026-05-05T11:00:00Z') })
  await sameDay.app.idle(batchId)
  expect(await sameDay.call('batch.preflight', { batchId })).toMatchObject({ isWhole: true })
  expect(await sameDay.call('batch.get', { batchId })).toMatchObject({ lifecycle: 'draft' })
  await sameDay.app.close()
  const nextDay = await openTestApp(dataDir, { now: () => new Date('2026-05-05T13:00:00Z') })
  expect(await nextDay.codeOf('batch.get', { batchId })).toBe('not_found')
  await nextDay.app.close()
})

test('time and room are a guess at first, and measured once pages were read', async () => {
  const dataDir = testFolder()
  const { app, call, report, batchId } = await drafted({ '1.pdf': '250 pages' }, { dataDir })
  expect(report.estimate).toMatchObject({ isGuess: true, measuredPages: 0 })
  expect(report.estimate.sentence).toContain('That is a guess')
  await call('batch.start', { batchId })
  await app.idle(batchId)
  await app.close()
  const second = await drafted({ '2.pdf': '1000 pages' }, { dataDir })
  // The stub reads a page of text in 0.1 s, and two of them at a time.
  const text = await second.call('batch.preflight', {
    batchId: second.batchId,
    reader: 'text_layer',
  })
  expect(text.estimate).toMatchObject({ isGuess: false, measuredPages: 250 })
  expect(text.estimate.lowSeconds).toBeGreaterThan(35)
  expect(text.estimate.highSeconds).toBeLessThan(65)
  expect(text.estimate.sentence).toBe(
    'About 40 seconds to 1 minute, going by 250 pages that this computer has read.',
  )
  expect(text.space.isMeasured).toBe(true)
  await second.app.close()
})

test('a file that was written anew after the draft is read as it is now', async () => {
  const { app, call, batchId, source } = await drafted({ '1.pdf': '1 page', '2.pdf': '1 page two' })
  writeFileSync(join(source, '1.pdf'), '2 pages, written anew')
  await call('batch.start', { batchId })
  expect(await app.idle(batchId)).toMatchObject({ pagesTotal: 3, pagesDone: 3 })
  await app.close()
})
