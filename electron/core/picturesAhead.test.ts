import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { stubPool } from './testing/stubPool.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

/** A pool that tells what it drew and whether somebody waited for it. */
function drawingPool() {
  const stub = stubPool()
  const drawn: string[] = []
  const pool = stubPool({
    async renderPreview(task, options) {
      const size = task.longSide ? 'small' : 'large'
      drawn.push(`${task.page} ${size} ${options?.urgent ? 'urgent' : 'ahead'}`)
      await stub.renderPreview(task, options)
    },
  })
  return { pool, drawn }
}

async function batchOf(files: Readonly<Record<string, string>>, drawsAhead = true) {
  const { pool, drawn } = drawingPool()
  const dataDir = testFolder()
  const opened = await openTestApp(dataDir, { pool, drawsAhead })
  const { id } = await opened.call('batch.create', { paths: [testFolder(files)] })
  await opened.app.idle(id)
  return { ...opened, id, drawn, dataDir }
}

const pictures = (dataDir: string) =>
  readdirSync(join(dataDir, 'previews'), { recursive: true }).filter((name) =>
    String(name).endsWith('.webp'),
  )

test('once a batch is read, the first page of each document is drawn for whoever comes', async () => {
  const { app, call, id, drawn, dataDir } = await batchOf({ 'a.pdf': '2 pages', 'b.pdf': '1 page' })
  await vi.waitFor(() => expect(pictures(dataDir)).toHaveLength(4), { timeout: 5000 })
  expect(drawn).toEqual(['1 large ahead', '1 small ahead', '1 large ahead', '1 small ahead'])
  const { pages } = await call('document.get', { documentId: `${id}-1-1` })
  await app.pageImage(pages[0]?.imageId ?? '')
  expect(drawn).toHaveLength(4)
  await app.pageImage(pages[1]?.imageId ?? '')
  expect(drawn.at(-1)).toBe('2 large urgent')
  await app.close()
})

test('without somebody before it nothing is drawn that nobody asked for', async () => {
  const { app, call, id, drawn } = await batchOf({ 'a.pdf': '1 page' }, false)
  await call('document.get', { documentId: `${id}-1-1` })
  await app.close()
  expect(drawn).toEqual([])
})

test('it ends with the program, whatever is left to draw', async () => {
  const { app, drawn } = await batchOf({ 'a.pdf': '1 page' })
  await app.close()
  expect(drawn).toEqual([])
})
