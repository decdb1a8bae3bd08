import { createWriteStream, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import PDFDocument from 'pdfkit'
import { expect, test } from 'vitest'
import { createPool } from './pool.ts'
import { createGate } from './testing/gate.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'
import { killedCopy, openTestApp, testFolder } from './testing/testApp.ts'

const locked = (password: string, content: string) => `locked with ${password}\n${content}`
const files = {
  '1.pdf': '1 page open',
  '2.pdf': locked('hase', '2 pages two'),
  '3.pdf': locked('igel', '1 page three'),
  '4.pdf': locked('hase', '1 page four'),
}

test('locked files wait while the others are read, and each password opens its own', async () => {
  const output = join(testFolder(), 'r.json')
  const { app, call } = await openTestApp(testFolder())
  const { id: batchId } = await call('batch.create', { paths: [testFolder(files)], output })
  expect(await app.idle(batchId)).toMatchObject({
    ...{ outcome: 'partial_failed', locked: 3, counts: { completed: 1, failed: 3 } },
  })
  const unlock = (password: string) => call('batch.unlock', { batchId, password })
  expect(await unlock('falsch')).toEqual({ opened: 0, stillLocked: 3 })
  expect(await call('batch.get', { batchId })).toMatchObject({ lifecycle: 'finished', locked: 3 })

  expect(await unlock('hase')).toEqual({ opened: 2, stillLocked: 1 })
  expect(await app.idle(batchId)).toMatchObject({ locked: 1, counts: { completed: 3, failed: 1 } })
  expect(await unlock('igel')).toEqual({ opened: 1, stillLocked: 0 })
  expect(await app.idle(batchId)).toMatchObject({ outcome: 'completed', percent: 100, locked: 0 })
  const records: { error: unknown }[] = JSON.parse(readFileSync(output, 'utf8'))
  expect(records.map(({ error }) => error)).toEqual([null, null, null, null])
  await app.close()
})

test('a password that is known is tried on each further file, and wrong is said as wrong', async () => {
  const { app, call } = await openTestApp(testFolder())
  const paths = [testFolder(files)]
  const { id: batchId } = await call('batch.create', { paths, passwords: ['hase'] })
  expect(await app.idle(batchId)).toMatchObject({ locked: 1, counts: { completed: 3 } })
  const { rows } = await call('batch.documents', { batchId, statuses: ['failed'] })
  expect(rows.map(({ error }) => error?.code)).toEqual(['password_wrong'])
  await app.close()
})

test('files are unlocked while the batch is still working on others', async () => {
  const gate = createGate()
  const pool = stubPool({
    async readPage(task) {
      if (task.path.endsWith('1.pdf')) await gate.pass()
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id: batchId } = await call('batch.create', { paths: [testFolder(files)] })
  await gate.reached(1)
  expect((await call('batch.get', { batchId })).locked).toBe(3)
  expect(await call('batch.unlock', { batchId, password: 'hase' })).toMatchObject({ opened: 2 })
  expect(await call('batch.unlock', { batchId, password: 'igel' })).toMatchObject({ opened: 1 })
  gate.open()
  expect(await app.idle(batchId)).toMatchObject({ outcome: 'completed', counts: { completed: 4 } })
  await app.close()
})

test('a file that is unlocked while the export is written is in the export', async () => {
  const gate = createGate()
  const stub = stubPool()
  const pool = stubPool({
    async writeExport(task) {
      await gate.pass()
      await stub.writeExport(task)
    },
  })
  const output = join(testFolder(), 'r.json')
  const { app, call } = await openTestApp(testFolder(), { pool })
  const paths = [testFolder({ '1.pdf': files['1.pdf'], '3.pdf': files['3.pdf'] })]
  const { id: batchId } = await call('batch.create', { paths, output })
  await gate.reached(1)
  await call('batch.unlock', { batchId, password: 'igel' })
  gate.open()
  expect(await app.idle(batchId)).toMatchObject({ lifecycle: 'finished', outcome: 'completed' })
  expect(JSON.parse(readFileSync(output, 'utf8'))).toMatchObject([
    { status: 'completed' },
    { status: 'completed' },
  ])
  await app.close()
})

test('a process that was killed has forgotten the passwords, and goes on with what it kept', async () => {
  const gate = createGate()
  const pool = stubPool({
    async readPage(task) {
      if (task.page === 4) await gate.pass()
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  const dataDir = testFolder()
  const first = await openTestApp(dataDir, { pool })
  const paths = [testFolder({ 'a.pdf': locked('hase', '6 pages') })]
  const { id: batchId } = await first.call('batch.create', { paths, passwords: ['hase'] })
  await gate.reached(1)
  const second = await openTestApp(killedCopy(dataDir), { pool: stubPool() })
  expect(await second.app.idle(batchId)).toMatchObject({ locked: 1, counts: { failed: 1 } })
  await second.call('batch.unlock', { batchId, password: 'hase' })
  expect(await second.app.idle(batchId)).toMatchObject({ outcome: 'completed', pagesDone: 6 })
  expect(second.app.factsOf(batchId)).toMatchObject({ pagesReadTwice: 0 })
  expect(second.app.factsOf(batchId).pagesRead).toBeLessThan(6)
  gate.open()
  await first.app.close()
  await second.app.close()
})

/** A locked document that was read, in a process that starts anew and so knows no password. */
async function restartedWithLocked() {
  const dataDir = testFolder()
  const first = await openTestApp(dataDir)
  const paths = [testFolder({ 'a.pdf': locked('hase', '1 page') })]
  const { id } = await first.call('batch.create', { paths, passwords: ['hase'] })
  await first.app.idle(id)
  await first.app.close()
  return { ...(await openTestApp(dataDir)), documentId: `${id}-1-1` }
}

test('the picture of a locked page is there for later, when nobody knows the password any more', async () => {
  const { app, call, documentId } = await restartedWithLocked()
  const { pages } = await call('document.get', { documentId })
  expect(await app.pageImage(pages[0]?.imageId ?? '')).not.toBeNull()
  await app.close()
})

test('reading a locked document again asks for its password after a restart', async () => {
  const { app, call, codeOf, documentId } = await restartedWithLocked()
  const again = { documentId, mode: 'ocr' } as const
  expect(await codeOf('document.readAgain', again)).toBe('file_encrypted')
  expect(await codeOf('document.readAgain', { ...again, password: 'x' })).toBe('password_wrong')
  const { pages } = await call('document.readAgain', { ...again, password: 'hase' })
  expect(pages).toHaveLength(1)
  expect(await codeOf('document.readAgain', { ...again, mode: 'text_layer' })).toBe('ok')
  await app.close()
})

async function writePdf(file: string, lock: { userPassword?: string; ownerPassword: string }) {
  const pdf = new PDFDocument({ ...lock, permissions: { copying: false } })
  const stream = pdf.pipe(createWriteStream(file))
  pdf.fontSize(14).text('Invoice number 4711, long enough to be trusted as a text layer.')
  pdf.end()
  await finished(stream)
}

test('real PDFs: a password is nowhere in the data folder or an export; an owner’s is not asked for', async () => {
  const folder = testFolder()
  const secret = 'Zitronenfalter-88'
  await writePdf(join(folder, '1.pdf'), { userPassword: secret, ownerPassword: 'other' })
  await writePdf(join(folder, '2.pdf'), { ownerPassword: secret })
  const dataDir = testFolder()
  const workerFile = join(import.meta.dirname, '..', '..', 'workers', 'index.ts')
  const pool = createPool({ workerFile, threads: 1 })
  const { app, call } = await openTestApp(dataDir, { pool })
  const output = join(dataDir, 'r.json')
  const { id: batchId } = await call('batch.create', { paths: [folder], output })
  expect(await app.idle(batchId)).toMatchObject({ locked: 1, counts: { failed: 1 } })
  expect(await call('batch.unlock', { batchId, password: `${secret}!` })).toMatchObject({
    opened: 0,
  })
  expect(await call('batch.unlock', { batchId, password: secret })).toEqual({
    ...{ opened: 1, stillLocked: 0 },
  })
  expect(await app.idle(batchId)).toMatchObject({ outcome: 'completed', locked: 0 })
  const checksOf = async (documentId: string) => (await call('document.get', { documentId })).checks
  expect(await checksOf(`${batchId}-1-1`)).not.toContainEqual(
    expect.objectContaining({ code: 'owner_restrictions' }),
  )
  expect(await checksOf(`${batchId}-2-1`)).toContainEqual(
    expect.objectContaining({ code: 'owner_restrictions', level: 'warning', passed: false }),
  )
  const { pages } = await call('document.get', { documentId: `${batchId}-1-1` })
  expect(await app.pageImage(pages[0]?.imageId ?? '')).not.toBeNull()

  const written = readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
  expect(written.length).toBeGreaterThan(3)
  expect(written.some((bytes) => bytes.includes(Buffer.from('4711')))).toBe(true)
  for (const bytes of written) expect(bytes.includes(Buffer.from(secret))).toBe(false)
  await app.close()
  rmSync(folder, { recursive: true })
})
