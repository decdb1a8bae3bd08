import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownOcrData } from './ownOcrData.ts'
import { createGate } from './testing/gate.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

const resourcesDir = testFolder({
  'ocr/deu.traineddata': 'shipped German',
  'ocr/eng.traineddata': 'shipped English',
  'templates/none.txt': '',
})

/** Puts data into a data folder, or takes it out again. */
function place(dataDir: string, code: string, content: string | null): void {
  mkdirSync(join(dataDir, 'ocr'), { recursive: true })
  const file = join(dataDir, 'ocr', `${code}.traineddata`)
  if (content === null) rmSync(file)
  else writeFileSync(file, content)
}

test('only the person’s own data counts that a reading may use, by its content', () => {
  const dataDir = testFolder()
  const told = (...languages: string[]) => ownOcrData({ dataDir, resourcesDir }, languages)
  expect([told(), told('de')]).toEqual(['', ''])
  place(dataDir, 'fin', 'own Finnish')
  // No language is found that was not shipped.
  expect(told()).toBe('')
  const finnish = told('fi', 'en')
  expect(finnish).not.toBe('')
  place(dataDir, 'deu', 'own German')
  const german = told('de')
  expect(told()).toBe(german)
  expect(told('en')).toBe('')
  expect(told('fi', 'en')).toBe(finnish)
  place(dataDir, 'deu', 'other German')
  expect(told('de')).not.toBe(german)
  place(dataDir, 'deu', 'own German')
  expect(told('de')).toBe(german)
})

/** A pool whose pages are all read by OCR. */
function readingPool(pause: () => Promise<void> = async () => {}) {
  return stubPool({
    async readPage(task) {
      await pause()
      const page = await stubPage(task)
      const words = page.words.map((word) => ({ ...word, reader: 'ocr' as const }))
      const read = { ...page, words, reader: 'ocr' as const }
      return { page: read, engine: 'eyes 1', seconds: 1, previewWritten: false }
    },
  })
}

test('pages that were read with other data are read anew, and each reading is kept', async () => {
  const [dataDir, pool] = [testFolder(), readingPool()]
  const { app, call } = await openTestApp(dataDir, { pool, resourcesDir })
  const paths = [testFolder({ 'a.pdf': '1 page' })]
  const readsOf = async () => {
    const before = pool.reads.length
    const { id } = await call('batch.create', { paths, kind: 'read' })
    await app.idle(id)
    return pool.reads.length - before
  }
  expect([await readsOf(), await readsOf()]).toEqual([1, 0])
  place(dataDir, 'eng', 'own English')
  expect([await readsOf(), await readsOf()]).toEqual([1, 0])
  place(dataDir, 'eng', 'other English')
  expect(await readsOf()).toBe(1)
  place(dataDir, 'eng', null)
  expect(await readsOf()).toBe(0)
  await app.close()
})

test('a batch whose data is exchanged while it reads keeps nothing of that, until it is put back', async () => {
  const gate = createGate()
  const [dataDir, pool] = [testFolder(), readingPool(gate.pass)]
  const { app, call } = await openTestApp(dataDir, { pool, resourcesDir })
  const paths = [testFolder({ 'a.pdf': '1 page' })]
  const { id: batchId } = await call('batch.create', { paths, kind: 'read' })
  await gate.reached(1)
  place(dataDir, 'eng', 'own English')
  gate.open()
  expect(await app.idle(batchId)).toMatchObject({ counts: { failed: 1 } })
  const { rows } = await call('batch.documents', { batchId })
  expect(rows[0]?.error).toMatchObject({ code: 'language_changed' })
  expect(rows[0]?.error?.message).toContain(join(dataDir, 'ocr'))

  place(dataDir, 'eng', null)
  await call('batch.retry', { batchId })
  expect(await app.idle(batchId)).toMatchObject({ counts: { completed: 1, failed: 0 } })
  expect(pool.reads).toHaveLength(2)
  await app.close()
})
