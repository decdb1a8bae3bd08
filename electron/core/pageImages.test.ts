import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RenderPreviewTask } from '../../workers/tasks.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

async function oneDocument() {
  const dataDir = testFolder()
  const pool = stubPool()
  const drawn: number[] = []
  const counting = stubPool({
    renderPreview: (task) => {
      drawn.push(task.page)
      return pool.renderPreview(task)
    },
  })
  const test = await openTestApp(dataDir, { pool: counting })
  const source = testFolder({ 'a.pdf': '2 pages' })
  const { id } = await test.call('batch.create', { paths: [source] })
  await test.app.idle(id)
  const { rows } = await test.call('batch.documents', { batchId: id })
  const view = await test.call('document.get', { documentId: rows[0]?.documentId ?? '' })
  return { ...test, dataDir, source, drawn, imageId: view.pages[1]?.imageId ?? '' }
}

test('a page that has no picture yet is drawn when somebody looks, once', async () => {
  const { app, imageId, drawn } = await oneDocument()
  for (const _ of [1, 2]) {
    const image = await app.pageImage(imageId)
    expect(image?.type).toBe('image/webp')
    expect(Buffer.from(image?.bytes ?? []).toString()).toBe('picture of page 2, turned by 0')
  }
  expect(drawn).toEqual([2])
  await app.close()
})

test('many who look at the same page at once have it drawn once', async () => {
  const { app, imageId, drawn } = await oneDocument()
  const images = await Promise.all(Array.from({ length: 5 }, () => app.pageImage(imageId)))
  expect(images.every((image) => image !== null)).toBe(true)
  expect(drawn).toEqual([2])
  await app.close()
})

test('a picture is drawn as small or large as it is needed, a small one from the usual one once that is there', async () => {
  const tasks: RenderPreviewTask[] = []
  const pool = stubPool({
    async renderPreview(task) {
      tasks.push(task)
      writeFileSync(task.previewFile, `long side ${task.longSide}`)
    },
  })
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [testFolder({ 'a.pdf': '2 pages' })] })
  await app.idle(id)
  const { pages } = await call('document.get', { documentId: `${id}-1-1` })
  const [first = '', second = ''] = pages.map(({ imageId }) => imageId)
  const small = await app.pageImage(`${first}@small`)
  expect(Buffer.from(small?.bytes ?? []).toString()).toBe('long side 240')
  await app.pageImage(second)
  await app.pageImage(`${second}@small`)
  expect(tasks.map(({ type, page, longSide }) => [type, page, longSide])).toEqual([
    ['pdf', 1, 240],
    ['pdf', 2, undefined],
    ['webp', 1, 240],
  ])
  expect(tasks[2]?.path).toBe(tasks[1]?.previewFile)
  const large = await app.pageImage(`${second}@large`)
  expect(Buffer.from(large?.bytes ?? []).toString()).toBe('long side 3600')
  expect(tasks[3]).toMatchObject({ type: 'pdf', page: 2, longSide: 3600 })
  expect(await app.pageImage(`${first}@huge`)).toBeNull()
  await app.close()
})

test('the picture outlives its source; without either there is none', async () => {
  const { app, imageId, source, dataDir } = await oneDocument()
  await app.pageImage(imageId)
  renameSync(join(source, 'a.pdf'), join(source, 'moved.pdf'))
  expect(await app.pageImage(imageId)).not.toBeNull()
  const close = await app.pageImage(`${imageId}@large`)
  expect(Buffer.from(close?.bytes ?? []).toString(), 'as sharp as it is kept').toMatch(
    /^picture of page 2/,
  )
  rmSync(join(dataDir, 'previews'), { recursive: true })
  expect(await app.pageImage(imageId)).toBeNull()
  expect(await app.pageImage(`${imageId}@large`)).toBeNull()
  await app.close()
})

test('an id is no path: anything else leads nowhere', async () => {
  const { app, imageId, dataDir } = await oneDocument()
  const before = readdirSync(dataDir)
  const odd = ['', '../sheaf.db', `../../${imageId}`, `${imageId}/..`, `${'0'.repeat(64)}-1`]
  for (const id of [...odd, imageId.replace(/-2$/, '-0'), imageId.replace(/-2$/, '-99')])
    expect(await app.pageImage(id), id).toBeNull()
  expect(readdirSync(dataDir)).toEqual(before)
  expect(existsSync(join(dataDir, 'previews', '00'))).toBe(false)
  await app.close()
})

test('a page that was turned to be read is shown turned, drawn anew or while reading', async () => {
  const pool = stubPool({
    async readPage(task) {
      const previewWritten = task.page === 1 && task.previewFile !== null
      if (previewWritten) writeFileSync(task.previewFile ?? '', 'drawn while reading')
      const page = { ...(await stubPage(task)), rotation: 270 as const }
      return { page, engine: 'stub 1', seconds: 1, previewWritten }
    },
  })
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [testFolder({ 'a.pdf': '2 pages' })] })
  await app.idle(id)
  const { pages } = await call('document.get', { documentId: `${id}-1-1` })
  expect(pages.map(({ rotation }) => rotation)).toEqual([270, 270])
  const pictures = await Promise.all(pages.map(({ imageId }) => app.pageImage(imageId)))
  expect(pictures.map((picture) => Buffer.from(picture?.bytes ?? []).toString())).toEqual([
    'drawn while reading',
    'picture of page 2, turned by 270',
  ])
  // Whoever read the page without a turn has a picture of his own.
  const unturned = await app.pageImage((pages[0]?.imageId ?? '').replace('-270', ''))
  expect(Buffer.from(unturned?.bytes ?? []).toString()).toBe('picture of page 1, turned by 0')
  await app.close()
})
