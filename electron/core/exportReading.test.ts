import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '../../workers/errors.ts'
import { readRecordSchema } from '../../workers/export/readRecord.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

const source = testFolder({ '1.pdf': '40 pages one', '2.pdf': '', '3.pdf': '1 page a|b' })

/** The batch's words, written under each of these names. */
async function readTo(names: readonly string[], paths = [source], pool = stubPool()) {
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths, kind: 'read' })
  const batch = await app.idle(id)
  const folder = testFolder()
  const texts: string[] = []
  for (const name of names) {
    const path = join(folder, name)
    await call('export.write', { batchId: id, path })
    texts.push(readFileSync(path, 'utf8'))
  }
  await app.close()
  return { batch, texts }
}

test('every file is in the JSON with the words of its pages, or with its reason', async () => {
  const { batch, texts } = await readTo(['p.json'])
  expect(batch).toMatchObject({ kind: 'read', outcome: 'partial_failed', pagesDone: 41 })
  const files = JSON.parse(texts[0] ?? '')
  for (const file of files) expect(() => readRecordSchema.strict().parse(file)).not.toThrow()
  expect(files).toMatchObject([
    { filename: '1.pdf', status: 'completed', error: null, page_count: 40 },
    { filename: '2.pdf', status: 'failed', error: { code: 'file_empty' }, pages: [] },
    { filename: '3.pdf', status: 'completed', page_count: 1 },
  ])
  expect(files[0].sha256).toMatch(/^[0-9a-f]{64}$/)
  const pages: { page: number; text: string }[] = files[0].pages
  expect(pages.map(({ page }) => page)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
  expect(pages.map(({ text }) => text.includes('page17'))).toEqual(pages.map((_, i) => i === 16))
  expect(files[2].pages[0]).toEqual({
    ...{ page: 1, width: 595, height: 842, rotation: 0, reader: 'text_layer', language: 'en' },
    ...{ confidence: 0.9, text: '1 page a|b page1' },
    words: ['1', 'page', 'a|b', 'page1'].map((text, i) => ({
      ...{ text, bbox: [10 * i, 20, 10 * i + 8, 30], confidence: 0.9 },
    })),
  })
})

test('plain text has a heading a file and a form feed between pages; Markdown headings for both', async () => {
  const [text = '', markdown = ''] = (await readTo(['p.txt', 'p.md'])).texts
  const pages = text.split('\f')
  expect(pages[0]).toBe('==> 1.pdf <==\n40 pages one page1\n')
  expect(pages[1]).toBe('40 pages one page2\n')
  expect(pages.slice(-2)).toEqual([
    '==> 2.pdf <==\n[“2.pdf” is empty (0 bytes). Scan or save it again, then retry.]\n',
    '==> 3.pdf <==\n1 page a|b page1\n',
  ])
  expect(markdown).toMatch(/^# 1.pdf\n\n## Page 1\n\n40 pages one page1\n\n## Page 2\n/)
  expect(markdown).toMatch(/\n\n# 2.pdf\n\n\*“2.pdf” is empty .*\*\n\n# 3.pdf\n/)
  expect(markdown).toMatch(/\n\n## Page 1\n\n1 page a\\\|b page1\n$/)
})

test('the text of one file stands alone', async () => {
  const { texts } = await readTo(['p.txt'], [join(source, '3.pdf')])
  expect(texts).toEqual(['1 page a|b page1\n'])
})

test('a page that could not be read says so in its place, and a retry reads it', async () => {
  let fails = true
  const pool = stubPool({
    async readPage(task) {
      if (task.page === 2 && fails) throw new AppError('page_too_large')
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  const { app, call } = await openTestApp(testFolder(), { pool })
  const output = join(testFolder(), 'p.json')
  const paths = [testFolder({ 'a.pdf': '3 pages' })]
  const { id } = await call('batch.create', { paths, kind: 'read', output })
  await app.idle(id)
  const pagesNow = () => JSON.parse(readFileSync(output, 'utf8'))[0].pages
  expect(pagesNow()).toMatchObject([
    { page: 1 },
    { page: 2, width: null, reader: null, words: [], error: { code: 'page_too_large' } },
    { page: 3 },
  ])
  fails = false
  await call('batch.retry', { batchId: id })
  await app.idle(id)
  expect(pagesNow()[1].text).toBe('3 pages page2')
  expect(pool.reads).toHaveLength(4)
  await app.close()
})

test('what was read needs no reading to be extracted, and the other way round', async () => {
  const pool = stubPool()
  const { app, call } = await openTestApp(testFolder(), { pool })
  const other = testFolder({ '9.pdf': '2 pages other' })
  for (const kind of ['read', 'extract'] as const) {
    const { id } = await call('batch.create', { paths: [source], kind })
    await app.idle(id)
  }
  expect(pool.reads).toHaveLength(41)
  for (const kind of ['extract', 'read'] as const) {
    const { id } = await call('batch.create', { paths: [other], kind })
    expect(await app.idle(id)).toMatchObject({ outcome: 'completed', pagesDone: 2 })
  }
  expect(pool.reads).toHaveLength(43)
  await app.close()
})

test('however many pages there are, a few are in hand at a time', async () => {
  let most = 0
  const stub = stubPool()
  const pool = stubPool({
    async renderPages(task) {
      most = Math.max(most, task.pages.length)
      return stub.renderPages(task)
    },
  })
  const { texts } = await readTo(['p.txt'], [testFolder({ 'long.pdf': '1000 pages' })], pool)
  expect(texts[0]?.split('\f')).toHaveLength(1000)
  expect(most).toBeLessThanOrEqual(16)
})

test('words that cannot be written leave the older file as it was', async () => {
  const pool = stubPool({
    renderPages: async () => {
      throw new AppError('disk_full')
    },
  })
  const { app, call } = await openTestApp(testFolder(), { pool })
  const output = join(testFolder({ 'p.txt': 'older' }), 'p.txt')
  const { id } = await call('batch.create', { paths: [source], kind: 'read', output })
  expect(await app.idle(id)).toMatchObject({ error: { code: 'disk_full' } })
  expect(readFileSync(output, 'utf8')).toBe('older')
  await app.close()
})
