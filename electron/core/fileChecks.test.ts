import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withDamage } from './fileChecks.ts'
import { plainDocument } from './testing/plainDocument.ts'
import { stubPool } from './testing/stubPool.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

const document = plainDocument([2, 4])

test('a document is marked for its own damaged pages, not for those of others', () => {
  const page = (number: number) => ({ number, isIncomplete: true })
  expect(withDamage(document, [page(1), { number: 3 }, page(5)])).toBe(document)
  const { needsReview, checks } = withDamage(document, [page(1), page(3), page(4)])
  expect(needsReview).toBe(true)
  expect(checks).toEqual([
    expect.objectContaining({ code: 'pages_undamaged', level: 'warning', passed: false }),
  ])
  expect(checks[0]?.sentence).toMatch(/^Pages 3, 4 are damaged: /)
})

/** Of every file the second page is cut off. */
const cutting = () => {
  const { readPage } = stubPool()
  return stubPool({
    async readPage(task) {
      const read = await readPage(task)
      return task.page === 2 ? { ...read, page: { ...read.page, isIncomplete: true } } : read
    },
  })
}

test('a document with a damaged page waits for a person, also when a value was corrected', async () => {
  const { app, call } = await openTestApp(testFolder(), { pool: cutting() })
  const paths = [testFolder({ 'a.pdf': '3 pages', 'b.pdf': '1 page' })]
  const { id: batchId } = await call('batch.create', { paths })
  expect(await app.idle(batchId)).toMatchObject({ counts: { completed: 1, needs_review: 1 } })
  const documentId = `${batchId}-1-1`
  const damage = expect.objectContaining({
    ...{ code: 'pages_undamaged', passed: false },
    sentence: expect.stringMatching(/^Page 2 is damaged: .* Scan it again, or check/),
  })
  const before = await call('document.get', { documentId })
  expect(before).toMatchObject({ status: 'needs_review', checks: expect.arrayContaining([damage]) })

  const fieldId = before.fields[0]?.id ?? 0
  const after = await call('document.correct', { documentId, fieldId, value: 'A-17' })
  expect(after).toMatchObject({ status: 'needs_review', checks: expect.arrayContaining([damage]) })
  expect(await call('document.approve', { documentId })).toMatchObject({ status: 'completed' })

  const path = join(testFolder(), 'r.json')
  await call('export.write', { batchId, path })
  const [cut, whole] = JSON.parse(readFileSync(path, 'utf8'))
  expect(JSON.stringify(cut.validation.warnings)).toContain('Page 2 is damaged')
  expect(whole.validation.warnings).toEqual([])
  await app.close()
})

test('a damaged page that is kept stays damaged for the next batch that has it', async () => {
  const pool = cutting()
  const { app, call } = await openTestApp(testFolder(), { pool })
  const paths = [testFolder({ 'a.pdf': '2 pages' })]
  for (const counts of [{ needs_review: 1 }, { needs_review: 1 }]) {
    const { id } = await call('batch.create', { paths })
    expect(await app.idle(id)).toMatchObject({ counts })
  }
  expect(pool.reads.toSorted()).toEqual(['a.pdf:1', 'a.pdf:2'])
  await app.close()
})
