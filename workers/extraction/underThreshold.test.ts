import { expect, test } from 'vitest'
import form from '../../resources/templates/form.json' with { type: 'json' }
import invoice from '../../resources/templates/invoice.json' with { type: 'json' }
import order from '../../resources/templates/purchase_order.json' with { type: 'json' }
import receipt from '../../resources/templates/receipt.json' with { type: 'json' }
import statement from '../../resources/templates/statement.json' with { type: 'json' }
import { templateSchema } from '../template.ts'
import { textSamples } from '../testing/textSamples.ts'
import { reviewThreshold } from './confidence.ts'
import { readDocuments } from './readDocuments.ts'
import { documentUnder, fieldUnder } from './underThreshold.ts'

const templates = [form, invoice, order, receipt, statement].map((template) =>
  templateSchema.parse(template),
)

async function samples() {
  const all = await textSamples()
  return all.flatMap(({ pages }) =>
    readDocuments({ pages, missingPages: [], templates, choice: 'auto', today: '2026-05-04' }),
  )
}

test('under the threshold that they were found with, the samples stay as they are', async () => {
  const documents = await samples()
  expect(documents.length).toBeGreaterThan(20)
  expect(documents.map((document) => documentUnder(document, reviewThreshold))).toEqual(documents)
})

test('the lower the threshold, the fewer documents ask for a person; and back again as many', async () => {
  const documents = await samples()
  const asking = [0.99, reviewThreshold, 0.9, 0.7, 0.5].map((threshold) => {
    const under = documents.map((document) => documentUnder(document, threshold))
    for (const { fields } of under)
      for (const { value, confidence, needsReview } of fields)
        if (value !== null && confidence < threshold) expect(needsReview).toBe(true)
    return under.filter(({ needsReview }) => needsReview).length
  })
  expect(asking).toEqual(asking.toSorted((a, b) => b - a))
  expect(asking[0]).toBeGreaterThan(asking.at(-1) ?? 0)
  const back = documents.map((document) =>
    documentUnder(documentUnder(document, 0.5), reviewThreshold),
  )
  expect(back.map(({ needsReview }) => needsReview)).toEqual(
    documents.map(({ needsReview }) => needsReview),
  )
})

const field = {
  ...{ value: '1.00', confidence: 0.9, needsReview: false, candidates: [] },
  reasons: [],
} as const

test('a value says that it is unsure, and keeps every other reason', () => {
  expect(fieldUnder(field, 0.95)).toMatchObject({ reasons: ['low_confidence'], needsReview: true })
  const unsure = { ...field, needsReview: true, reasons: ['label_missing', 'mended'] as const }
  expect(fieldUnder(unsure, 0.8)).toMatchObject({ reasons: ['mended'], needsReview: true })
  expect(fieldUnder(unsure, 0.95)).toBe(unsure)
  expect(fieldUnder({ ...field, value: null }, 0.95).reasons).toEqual([])
})

test('under a higher threshold again a value has the reasons that it was found with', () => {
  const unsure = { ...field, needsReview: true, reasons: ['label_missing', 'mended'] as const }
  const sure = fieldUnder(unsure, 0.8)
  expect(fieldUnder(sure, 0.95)).toMatchObject({ reasons: ['label_missing', 'mended'] })
  const alone = fieldUnder({ ...unsure, reasons: ['close_second'] as const }, 0.8)
  expect(alone).toMatchObject({ reasons: [], needsReview: false })
  expect(fieldUnder(alone, 0.95)).toMatchObject({ reasons: ['close_second'], needsReview: true })
  expect(fieldUnder(fieldUnder(alone, 0.95), 0.8)).toEqual(alone)
})

test('what a failed check made doubtful is judged by what it was before', () => {
  const doubted = {
    ...{ ...field, confidence: 0.5, needsReview: true },
    reasons: ['close_second', 'equation_broken'] as const,
    candidates: [{ value: '1.00', confidence: 0.85 }],
  }
  expect(fieldUnder(doubted, 0.8).reasons).toEqual(['equation_broken'])
  expect(fieldUnder(doubted, 0.9)).toBe(doubted)
})
