import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '../../workers/errors.ts'
import { createGate } from './testing/gate.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'
import { openTestApp, roomyProbes, testFolder } from './testing/testApp.ts'

const files = (count: number, content = '1 page') =>
  testFolder(
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`${i + 1}.pdf`, `${content} number ${i}`]),
    ),
  )

/** A pool whose readings wait at a gate, whatever their signal says. */
function gatedPool() {
  const gate = createGate()
  const pool = stubPool({
    async readPage(task) {
      await gate.pass()
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  return { pool, gate }
}

test('cancelling now takes less than a second, however long pages take', async () => {
  const { pool, gate } = gatedPool()
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [files(20, '9 pages')] })
  await gate.reached(3)
  const startedAt = performance.now()
  await call('batch.cancel', { batchId: id, when: 'now' })
  const cancelled = await app.idle(id)
  expect(performance.now() - startedAt).toBeLessThan(1000)
  expect(cancelled).toMatchObject({ outcome: 'cancelled', counts: { cancelled: 20 } })
  await app.close()
})

test('cancelling now does not wait for an export that is being written', async () => {
  const gate = createGate()
  const pool = stubPool({ writeExport: () => gate.pass() })
  const { app, call } = await openTestApp(testFolder(), { pool })
  const output = join(testFolder(), 'r.json')
  const { id } = await call('batch.create', { paths: [files(2)], output })
  await gate.reached(1)
  const startedAt = performance.now()
  await call('batch.cancel', { batchId: id })
  expect(await app.idle(id)).toMatchObject({ lifecycle: 'finished', counts: { completed: 2 } })
  expect(performance.now() - startedAt).toBeLessThan(1000)
  gate.open()
  await app.close()
})

test('cancelling after the pages in hand keeps those, and gives up the rest', async () => {
  const { pool, gate } = gatedPool()
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [files(10)] })
  await gate.reached(3)
  const waiting = await call('batch.cancel', { batchId: id, when: 'after_pages' })
  expect(waiting).toMatchObject({ lifecycle: 'cancelling', outcome: null })
  gate.open()
  expect(await app.idle(id)).toMatchObject({
    outcome: 'cancelled',
    counts: { completed: 3, cancelled: 7 },
  })
  expect(pool.reads).toHaveLength(3)
  await call('batch.retry', { batchId: id })
  expect(await app.idle(id)).toMatchObject({ outcome: 'completed', counts: { completed: 10 } })
  expect(pool.reads).toHaveLength(10)
  await app.close()
})

test('a person who cannot wait for the pages in hand cancels now', async () => {
  const { pool, gate } = gatedPool()
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [files(5)] })
  await gate.reached(3)
  await call('batch.cancel', { batchId: id, when: 'after_pages' })
  await call('batch.cancel', { batchId: id, when: 'now' })
  expect(await app.idle(id)).toMatchObject({ outcome: 'cancelled', counts: { cancelled: 5 } })
  await app.close()
})

test('what failed is tried again in another way; what was read stays as it is', async () => {
  const pool = stubPool({
    async readPage(task) {
      const { mode } = task.settings
      if (task.path.endsWith('2.pdf') && mode !== 'ocr') throw new AppError('page_unreadable')
      const page = await stubPage(task)
      const engine = `stub ${mode}`
      return { page, engine, seconds: 1, previewWritten: false }
    },
  })
  const { app, call, codeOf } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [files(3)], kind: 'read' })
  expect(await app.idle(id)).toMatchObject({ counts: { completed: 2, failed: 1 } })
  await call('batch.retry', { batchId: id })
  expect(await app.idle(id)).toMatchObject({ counts: { failed: 1 } })
  expect(await codeOf('batch.retry', { batchId: id, languages: ['xx'] })).toBe('language_missing')

  await call('batch.retry', { batchId: id, reader: 'ocr' })
  expect(await app.idle(id)).toMatchObject({ outcome: 'completed', counts: { completed: 3 } })
  // Files are read side by side: which of the first three comes first is nobody's promise.
  expect(pool.reads.slice(0, 3).toSorted()).toEqual(['1.pdf:1', '2.pdf:1', '3.pdf:1'])
  expect(pool.reads.slice(3)).toEqual(['2.pdf:1', '2.pdf:1'])
  expect(app.factsOf(id).pagesReadTwice).toBe(0)
  const path = join(testFolder(), 'words.json')
  await call('export.write', { batchId: id, path })
  const records = JSON.parse(readFileSync(path, 'utf8'))
  expect(records.map(({ pages }: { pages: unknown[] }) => pages.length)).toEqual([1, 1, 1])
  const [retried] = await call('batch.differences', { batchId: id })
  expect(retried).toMatchObject({
    kind: 'retried',
    sentence: '1 file was tried again and read by OCR, in the language that is found.',
  })
  await app.close()
})

test('files are added to a batch that is running, paused or finished; those it has are left out', async () => {
  const { pool, gate } = gatedPool()
  const { app, call } = await openTestApp(testFolder(), { pool })
  const source = files(3)
  const { id } = await call('batch.create', { paths: [source] })
  await gate.reached(3)
  writeFileSync(join(source, '4.pdf'), '1 page more')
  const running = await call('batch.add', { batchId: id, paths: [source] })
  expect(running).toMatchObject({ added: 1, known: 3, batch: { items: 4 } })
  await call('batch.pause', { batchId: id })
  const other = files(2, '1 page other')
  const paused = await call('batch.add', { batchId: id, paths: [other] })
  expect(paused).toMatchObject({ added: 2, batch: { lifecycle: 'paused', items: 6 } })
  gate.open()
  await app.idle(id)
  await call('batch.resume', { batchId: id })
  expect(await app.idle(id)).toMatchObject({ outcome: 'completed', counts: { completed: 6 } })

  const late = files(1, '1 page late')
  expect(await call('batch.add', { batchId: id, paths: [late, source] })).toMatchObject({
    added: 1,
    known: 4,
  })
  const finished = await app.idle(id)
  expect(finished).toMatchObject({ outcome: 'completed', counts: { completed: 7 } })
  expect(finished.sources).toEqual([source, other, late])
  expect(pool.reads).toHaveLength(7)
  const { rows } = await call('batch.documents', { batchId: id })
  expect(rows.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(await call('batch.add', { batchId: id, paths: [late] })).toMatchObject({
    added: 0,
    batch: { lifecycle: 'finished' },
  })
  await app.close()
})

test('a batch is duplicated with today’s templates or those that it was frozen with', async () => {
  const dataDir = testFolder()
  const first = await openTestApp(dataDir)
  const own = testFolder({ 'lease.json': template('lease', ['tenant']) })
  const source = files(2)
  const { id } = await first.call('batch.create', {
    ...{ paths: [source], template: join(own, 'lease.json'), reference: 'R-1', priority: 'high' },
    output: join(testFolder(), 'r.json'),
  })
  await first.app.idle(id)
  writeFileSync(join(own, 'lease.json'), template('lease', ['tenant', 'rent']))
  const fields = async (batchId: string) => {
    const differences = await first.call('batch.differences', { batchId })
    return differences.map(({ kind, field }) => [kind, field])
  }
  expect(await fields(id)).toEqual([['field_added', 'rent']])
  const frozen = await first.call('batch.duplicate', { batchId: id, templates: 'frozen' })
  expect(frozen).toMatchObject({ reference: 'R-1', priority: 'high', sources: [source], items: 2 })
  expect(await fields(frozen.id)).toEqual([['field_added', 'rent']])
  const today = await first.call('batch.duplicate', { batchId: id, templates: 'today', name: 'B' })
  expect(today.name).toBe('B')
  expect(await fields(today.id)).toEqual([])
  expect(await first.app.idle(today.id)).toMatchObject({ outcome: 'completed', pagesKept: 2 })
  expect(first.app.factsOf(today.id).output).toBeNull()
  await first.app.idle(frozen.id)
  await first.app.close()
})

test('name, reference and priority are changed, and the reference stands in the next export', async () => {
  const { app, call } = await openTestApp(testFolder())
  const { id } = await call('batch.create', { paths: [files(1)], name: 'A', reference: 'R-1' })
  await app.idle(id)
  const changed = await call('batch.update', { batchId: id, name: 'B', priority: 'low' })
  expect(changed).toMatchObject({ name: 'B', reference: 'R-1', priority: 'low' })
  await call('batch.update', { batchId: id, reference: 'R-2' })
  const path = join(testFolder(), 'r.json')
  await call('export.write', { batchId: id, path })
  expect(JSON.parse(readFileSync(path, 'utf8'))[0].reference).toBe('R-2')
  expect(await call('batch.update', { batchId: id, reference: null })).toMatchObject({
    reference: null,
  })
  await app.close()
})

test('words that are read alone say the reference, too', async () => {
  const { app, call } = await openTestApp(testFolder())
  const { id } = await call('batch.create', { paths: [files(1)], kind: 'read', reference: 'R-7' })
  await app.idle(id)
  const path = join(testFolder(), 'r.json')
  await call('export.write', { batchId: id, path })
  expect(JSON.parse(readFileSync(path, 'utf8'))[0]).toMatchObject({ reference: 'R-7' })
  await app.close()
})

test('a file alone is read before the pages of a batch, and while batches make way', async () => {
  const gate = createGate()
  const urgent: (boolean | undefined)[] = []
  const pool = stubPool({
    async readPage(task, options) {
      if (!options?.urgent) await gate.pass()
      else urgent.push(options.urgent)
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  const probes = { ...roomyProbes, onBattery: async () => true }
  const { app, call } = await openTestApp(testFolder(), { pool, probes })
  const long = await call('batch.create', { paths: [files(300)] })
  const startedAt = performance.now()
  const alone = await call('batch.create', { paths: [testFolder({ 'x.pdf': '2 pages x' })] })
  expect(await app.idle(alone.id)).toMatchObject({ outcome: 'completed', throttledBy: null })
  expect(performance.now() - startedAt).toBeLessThan(2000)
  expect(urgent).toEqual([true, true])
  expect(await call('batch.get', { batchId: long.id })).toMatchObject({
    lifecycle: 'throttled',
    throttledBy: 'battery',
    counts: { completed: 0 },
  })
  await call('batch.cancel', { batchId: long.id })
  gate.open()
  await app.close()
})

test('a batch makes way while the disk is almost full, and goes on by itself', async () => {
  let free = 1
  const probes = { ...roomyProbes, disk: async () => ({ free, total: 2 ** 40 }) }
  const { app, call, events } = await openTestApp(testFolder(), { probes })
  const { id } = await call('batch.create', { paths: [files(5)] })
  await expect
    .poll(async () => (await call('batch.get', { batchId: id })).throttledBy)
    .toBe('low_disk')
  free = 2 ** 39
  // A change of the settings looks at once; else it is looked every few seconds.
  await call('settings.set', {})
  await call('settings.set', {})
  expect(await app.idle(id)).toMatchObject({ outcome: 'completed', throttledBy: null })
  const told = events.flatMap((event) =>
    event.name === 'batch.changed' ? [event.payload.lifecycle] : [],
  )
  expect(told).toContain('throttled')
  await app.close()
})

test('a batch that makes way is paused at once, and read when the battery is ignored', async () => {
  const probes = { ...roomyProbes, onBattery: async () => true }
  const pool = stubPool()
  const { app, call } = await openTestApp(testFolder(), { pool, probes })
  const { id } = await call('batch.create', { paths: [files(4)] })
  await expect
    .poll(async () => (await call('batch.get', { batchId: id })).lifecycle)
    .toBe('throttled')
  await call('batch.pause', { batchId: id })
  expect(await app.idle(id)).toMatchObject({ lifecycle: 'paused', counts: { pending: 4 } })
  expect(pool.reads).toEqual([])
  expect(await call('settings.get', {})).toMatchObject({ ignoreBattery: false })
  expect(await call('settings.set', { ignoreBattery: true })).toMatchObject({
    ignoreBattery: true,
  })
  await call('batch.resume', { batchId: id })
  expect(await app.idle(id)).toMatchObject({ outcome: 'completed' })
  await app.close()
})

test('batches of the same priority get on side by side, and a higher one before them', async () => {
  const { pool, gate } = gatedPool()
  const { app, call } = await openTestApp(testFolder(), { pool })
  const [a, b] = [files(30, '1 page a'), files(10, '1 page b')]
  const long = await call('batch.create', { paths: [a] })
  await gate.reached(3)
  const short = await call('batch.create', { paths: [b], priority: 'high' })
  gate.open()
  await app.idle(short.id)
  expect((await call('batch.get', { batchId: long.id })).counts.completed).toBeLessThan(30)
  await app.idle(long.id)
  await app.close()
})

/** A template of the person's own with these fields. */
function template(name: string, fields: readonly string[]): string {
  return JSON.stringify({
    ...{ name, version: 1, title: 'Lease' },
    fields: fields.map((field) => ({ name: field, label: field, type: 'text', labels: [field] })),
  })
}

test('a file that is named no longer changes nothing of what is there', async () => {
  const { app, call, codeOf } = await openTestApp(testFolder())
  const source = files(2)
  const { id } = await call('batch.create', { paths: [source] })
  await app.idle(id)
  rmSync(source, { recursive: true })
  expect(await codeOf('batch.add', { batchId: id, paths: [source] })).toBe('folder_not_found')
  expect(await codeOf('batch.duplicate', { batchId: id, templates: 'today' })).toBe(
    'folder_not_found',
  )
  expect(await call('batch.list', {})).toHaveLength(1)
  await app.close()
})
