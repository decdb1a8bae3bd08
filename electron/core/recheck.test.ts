import { expect, test } from 'vitest'
import { templateSchema } from '../../workers/template.ts'
import type { StoredDocument } from './db/documents.ts'
import type { StoredField } from './db/fields.ts'
import { recheck } from './recheck.ts'

const amount = (name: string, total: string) => ({ name, label: name, type: 'amount', total })
const template = templateSchema.parse({
  name: 'invoice',
  version: 1,
  title: 'Invoice',
  fields: [amount('net', 'net'), amount('tax', 'tax'), amount('gross', 'gross')],
})

const document: StoredDocument = {
  id: 'd',
  batchId: 'b',
  itemId: 1,
  seq: 0,
  pages: [1, 1],
  pageList: null,
  missingPages: [],
  type: 'invoice',
  category: 'invoice',
  typeConfidence: 0.98,
  templateName: 'invoice',
  templateVersion: 1,
  language: 'en',
  confidence: 0.5,
  needsReview: true,
  review: 'none',
  reviewReason: null,
  postponed: null,
  mathValid: false,
  readerKey: null,
  checks: [],
}

function field(name: string, value: string, over: Partial<StoredField> = {}): StoredField {
  return {
    id: name.length,
    name,
    label: name,
    type: 'amount',
    table: null,
    row: null,
    value,
    raw: value,
    confidence: 0.9,
    needsReview: false,
    reasons: [],
    reader: 'ocr',
    provenance: null,
    candidates: [],
    corrected: false,
    accepted: false,
    ...over,
  }
}

const doubted = { reasons: ['equation_broken'], needsReview: true, confidence: 0.5 } as const

test('when the sums hold again, the fields they cast doubt on are free of it', () => {
  const candidate = { value: '100.00', confidence: 0.93 } as StoredField['candidates'][number]
  const { document: after, fields } = recheck(
    document,
    [
      field('net', '100.00', { ...doubted, candidates: [candidate] }),
      field('tax', '19.00', { corrected: true, confidence: 1 }),
      field('gross', '119.00', doubted),
    ],
    template,
  )
  expect(after).toMatchObject({ mathValid: true, needsReview: false, confidence: 0.5 })
  expect(fields[0]).toMatchObject({ reasons: [], needsReview: false, confidence: 0.93 })
  expect(after.checks.find(({ code }) => code === 'totals_add_up')?.passed).toBe(true)
})

test('a correction that breaks the sums casts doubt on the others, never on itself', () => {
  const { document: after, fields } = recheck(
    { ...document, needsReview: false, mathValid: true },
    [
      field('net', '100.00'),
      field('tax', '91.00', { corrected: true, confidence: 1 }),
      field('gross', '119.00'),
    ],
    template,
  )
  expect(after).toMatchObject({ mathValid: false, needsReview: true, confidence: 0.5 })
  expect(fields.map(({ needsReview }) => needsReview)).toEqual([true, false, true])
})

test('a document with a damaged page stays in need of a person', () => {
  const damaged = {
    code: 'pages_undamaged',
    level: 'warning',
    passed: false,
    sentence: 'Page 2 is damaged.',
    fields: [],
  } as const
  const fields = [field('net', '100.00', { corrected: true })]
  const { document: after } = recheck({ ...document, checks: [damaged] }, fields, template)
  expect(after).toMatchObject({ needsReview: true, checks: expect.arrayContaining([damaged]) })
})

test('a document with a page missing stays in need of a person', () => {
  const missing = {
    code: 'pages_complete',
    level: 'error',
    passed: false,
    sentence: 'Page 2 could not be read.',
    fields: [],
  } as const
  const { document: after } = recheck(
    { ...document, missingPages: [2], checks: [missing] },
    [field('net', '100.00', { corrected: true })],
    template,
  )
  expect(after.needsReview).toBe(true)
  expect(after.checks).toContainEqual(missing)
})

test('what an e-invoice and the print disagree on stays open until a person has decided', () => {
  const differs = {
    code: 'exact_differs',
    level: 'error',
    passed: false,
    sentence: 'Total: the e-invoice inside the file says 119.00, page 1 prints 129.00.',
    fields: ['gross'],
  } as const
  const rest = [field('net', '100.00', { corrected: true }), field('tax', '19.00')]
  const open = recheck(
    { ...document, checks: [differs] },
    [...rest, field('gross', '119.00', doubted)],
    template,
  )
  expect(open.document.checks).toContainEqual(differs)
  expect(open.fields[2]).toMatchObject({ needsReview: true })
  const decided = recheck(
    { ...document, checks: [differs] },
    [...rest, field('gross', '119.00', { corrected: true, confidence: 1 })],
    template,
  )
  expect(decided.document).toMatchObject({ needsReview: false })
  expect(decided.document.checks).not.toContainEqual(differs)
})

test('a discount that the page prints explains the sums until one of them is corrected', () => {
  const check = { code: 'totals_adjusted', sentence: 'with 29.00 off', passed: true }
  const explained = {
    ...{ ...document, mathValid: true },
    checks: [{ ...check, level: 'error', fields: ['net', 'tax', 'gross'] }],
  } as StoredDocument
  const sums = [field('net', '100.00'), field('tax', '19.00'), field('gross', '90.00')]
  const other = field('due', '2026-07-01', { type: 'date', corrected: true })
  const still = recheck(explained, [...sums, other], template).document
  expect(still).toMatchObject({ mathValid: true, checks: explained.checks })
  const corrected = sums.map((sum) => (sum.name === 'gross' ? { ...sum, corrected: true } : sum))
  const { checks, mathValid } = recheck(explained, corrected, template).document
  expect(mathValid).toBe(false)
  expect(checks.map(({ code }) => code)).toContain('totals_add_up')
})
