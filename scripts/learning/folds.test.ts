import { expect, it } from 'vitest'
import { foldsBy } from './folds.ts'

const examples = Array.from({ length: 400 }, (_, i) => ({
  vendor: `vendor ${i % 37}`,
  document: `${i}.pdf`,
}))

it('never judges a vendor’s documents by what was learned from others of the same', () => {
  for (const { learned, judged } of foldsBy(examples, ({ vendor }) => vendor)) {
    const known = new Set(learned.map(({ vendor }) => vendor))
    expect(judged.filter(({ vendor }) => known.has(vendor))).toEqual([])
    expect(judged.length).toBeGreaterThan(0)
  }
})

it('judges every example once', () => {
  for (const key of ['vendor', 'document'] as const) {
    const judged = foldsBy(examples, (example) => example[key]).flatMap((fold) => fold.judged)
    expect(new Set(judged).size).toBe(examples.length)
    expect(judged.length).toBe(examples.length)
  }
})

it('has vendors on both sides where only documents stay together', () => {
  const [fold] = foldsBy(examples, ({ document }) => document)
  const known = new Set(fold?.learned.map(({ vendor }) => vendor))
  expect(fold?.judged.some(({ vendor }) => known.has(vendor))).toBe(true)
})
