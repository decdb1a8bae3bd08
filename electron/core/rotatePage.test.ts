import { expect, test } from 'vitest'
import { openDesk, sidesOf } from './testing/reviewDesk.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'

/** Pages stand as the person turned them, and are read so. */
function pool() {
  return stubPool({
    async readPage(task) {
      const page = await stubPage(task)
      const rotation = task.settings.turns?.[task.page] ?? 0
      const turned = rotation === 0 ? 'A-17' : `turned${rotation}`
      const words = page.words.map((word) => ({ ...word, text: word.text.replace('A-17', turned) }))
      return { page: { ...page, rotation, words }, engine: 'e', seconds: 0, previewWritten: false }
    },
  })
}

test('a page that is turned by hand is read again, that page alone, and its picture is turned', async () => {
  const own = pool()
  const desk = await openDesk('2 pages A-17 review', { pool: own })
  const { call, documentId } = desk
  const before = await desk.view()
  const after = await call('document.rotate', { documentId, page: 1, turn: 90 })
  // Both pages were read side by side, in either order.
  expect(own.reads.slice(0, 2).toSorted()).toEqual(['a.pdf:1', 'a.pdf:2'])
  expect(own.reads.slice(2)).toEqual(['a.pdf:1'])
  expect(after.pages.map(({ rotation }) => rotation)).toEqual([90, 0])
  expect(after.pages[0]?.imageId).toBe(`${before.pages[0]?.imageId}-90`)
  expect(after.fields[0]?.value).toBe('turned90')
  const { desk: again, sides, expected } = await sidesOf(desk, { before, after })
  expect(sides).toEqual(expected)
  await again.app.close()
})

test('turns add up, and a second page keeps the first one turned', async () => {
  const own = pool()
  const desk = await openDesk('2 pages A-17 review', { pool: own })
  const { call, documentId } = desk
  await call('document.rotate', { documentId, page: 1, turn: 270 })
  const second = await call('document.rotate', { documentId, page: 2, turn: 180 })
  expect(second.pages.map(({ rotation }) => rotation)).toEqual([270, 180])
  const back = await call('document.rotate', { documentId, page: 1, turn: 90 })
  expect(back.pages.map(({ rotation }) => rotation)).toEqual([0, 180])
  expect(own.reads).toHaveLength(5)
  await desk.app.close()
})

test('what a person corrected stays, and a page that is not of the document is refused', async () => {
  const desk = await openDesk('2 pages A-17 review', { pool: pool() })
  const { call, codeOf, documentId } = desk
  const fieldId = (await desk.view()).fields[1]?.id ?? 0
  await call('document.correct', { documentId, fieldId, value: '7.00' })
  const after = await call('document.rotate', { documentId, page: 2, turn: 180 })
  expect(after.fields[1]).toMatchObject({ value: '7.00', corrected: true })
  expect(await codeOf('document.rotate', { documentId, page: 3, turn: 90 })).toBe('not_found')
  await desk.app.close()
})
