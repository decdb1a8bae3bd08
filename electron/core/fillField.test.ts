import { expect, test } from 'vitest'
import { fieldOf, openDesk, sidesOf } from './testing/reviewDesk.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'

const words: readonly (readonly [text: string, x: number, y: number])[] = [
  ['Total', 100, 100],
  ['1.234,50', 200, 100],
  ['EUR', 260, 100],
  ['Deposit', 100, 140],
  ['99,00', 200, 140],
  ['Refund', 100, 180],
  ['99,00', 200, 180],
  ['Acme', 100, 220],
  ['Ltd', 140, 220],
]

/** A page with these words, and the document that the stub makes of it. */
function pool() {
  return stubPool({
    async readPage(task) {
      const page = await stubPage(task)
      const placed = words.map(([text, x, y]) => ({
        ...{ text, box: [x, y, x + 6 * text.length, y + 10] as const },
        ...{ confidence: 0.9, reader: 'ocr' as const },
      }))
      return { page: { ...page, words: placed }, engine: 'e', seconds: 0, previewWritten: false }
    },
    extract: async (task) => {
      const { documents } = await stubPool().extract(task)
      const [document] = documents
      if (!document) return { documents }
      const fields = document.fields.map((field) => ({
        ...{ ...field, needsReview: true, reasons: ['low_confidence'] as const },
      }))
      return { documents: [{ ...document, fields, needsReview: true }] }
    },
  })
}

const desk = () => openDesk('1 page', { pool: pool() })

test('a drawn box fills a field with the words in it, read as its type and with their place', async () => {
  const test = await desk()
  const { call, documentId } = test
  const before = await test.view()
  const fieldId = fieldOf(before, 'grand_total').id
  const box = [190, 95, 300, 115] as [number, number, number, number]
  const after = await call('document.fill', { documentId, fieldId, page: 1, box })
  expect(fieldOf(after, 'grand_total')).toMatchObject({
    ...{ value: '1234.50', raw: '1.234,50 EUR', confidence: 1, corrected: true, reader: 'ocr' },
    provenance: { page: 1, box: [200, 100, 278, 110], text: '1.234,50 EUR' },
    why: 'Set by you from page 1.',
  })
  const { desk: again, sides, expected } = await sidesOf(test, { before, after })
  expect(sides).toEqual(expected)
  await again.app.close()
})

test('a clicked word fills a text', async () => {
  const { call, view, documentId, app } = await desk()
  const fieldId = fieldOf(await view(), 'invoice_number').id
  const after = await call('document.fill', {
    documentId,
    fieldId,
    page: 1,
    box: [142, 225, 142, 225],
  })
  expect(fieldOf(after, 'invoice_number')).toMatchObject({ value: 'Ltd', raw: 'Ltd' })
  await app.close()
})

test('words that are no value of the type, and places without words, are refused with the reason', async () => {
  const { app, view, documentId } = await desk()
  const fieldId = fieldOf(await view(), 'grand_total').id
  const fill = async (box: readonly number[]) => {
    const result = await app.dispatch('document.fill', { documentId, fieldId, page: 1, box })
    return result.ok ? 'ok' : result.error.message
  }
  expect(await fill([95, 215, 200, 235])).toContain('“Acme Ltd” is not an amount')
  expect(await fill([400, 400, 500, 500])).toContain('no word was read in this place of page 1')
  await app.close()
})

test('a candidate is taken by its number', async () => {
  const test = await desk()
  const { call, codeOf, documentId } = test
  const before = await test.view()
  const total = fieldOf(before, 'grand_total')
  const after = await call('document.take', { documentId, fieldId: total.id, candidate: 2 })
  expect(fieldOf(after, 'grand_total')).toMatchObject({
    ...{ value: '999.00', raw: '999,00', provenance: total.candidates[1]?.provenance },
  })
  expect(await codeOf('document.take', { documentId, fieldId: total.id, candidate: 3 })).toBe(
    'invalid_input',
  )
  const { desk: again, sides, expected } = await sidesOf(test, { before, after })
  expect(sides).toEqual(expected)
  await again.app.close()
})

test('a typed value gets the place where it stands on the page, if there is only one', async () => {
  const { call, view, documentId, app } = await desk()
  const before = fieldOf(await view(), 'grand_total')
  const type = (value: string) =>
    call('document.correct', { documentId, fieldId: before.id, value })
  expect(fieldOf(await type('1234.50'), 'grand_total')).toMatchObject({
    ...{ value: '1234.50', raw: '1.234,50', reader: 'ocr' },
    provenance: { page: 1, box: [200, 100, 248, 110], text: '1.234,50' },
  })
  const twice = fieldOf(await type('99.00'), 'grand_total')
  expect(twice).toMatchObject({ value: '99.00', raw: '99.00' })
  expect(twice.provenance?.text).toBe('1.234,50')
  const number = fieldOf(await view(), 'invoice_number')
  const text = await call('document.correct', {
    documentId,
    fieldId: number.id,
    value: 'Acme  Ltd',
  })
  expect(fieldOf(text, 'invoice_number')).toMatchObject({
    ...{ value: 'Acme Ltd', provenance: { box: [100, 220, 158, 230], text: 'Acme Ltd' } },
  })
  await app.close()
})

test('the words of a document are given in reading order with their places', async () => {
  const { call, documentId, app } = await desk()
  const [page] = await call('document.words', { documentId })
  expect(page?.words.map(([text]) => text)).toEqual(words.map(([text]) => text))
  expect(page).toMatchObject({ page: 1, size: [595, 842] })
  expect(page?.words[1]).toEqual(['1.234,50', 200, 100, 248, 110])
  await app.close()
})
