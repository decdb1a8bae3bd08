import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import invoice from '../../../resources/templates/invoice.json' with { type: 'json' }
import type { Page, Word } from '../../model.ts'
import { templateSchema } from '../../template.ts'
import { billWords } from '../../testing/billWords.ts'
import { fieldNamed, readTyped, valuesOf } from '../../testing/readTyped.ts'
import { billOf, typedBill } from '../../testing/typedBill.ts'
import { confidenceOf, type Evidence, signsOf } from '../confidence.ts'
import { type Answer, rank } from '../fields.ts'
import { findAnswers } from '../findFields.ts'
import { readingOf } from '../reading.ts'
import { weigh } from '../signals.ts'

const template = templateSchema.parse(invoice)
const answersOf = (pages: readonly Page[]) => findAnswers(template, readingOf(pages, '2026-06-01'))

/** The pages of a scan on which each word was read as surely as `confidence` says. */
const scanned = (pages: readonly Page[], confidence: (word: Word, at: number) => number): Page[] =>
  pages.map((page) => ({
    ...page,
    reader: 'ocr',
    confidence: 0.9,
    words: page.words.map((word, at) => ({
      ...word,
      reader: 'ocr',
      confidence: confidence(word, at),
    })),
  }))

describe('2: a confidence that is none', () => {
  const evidence: Omit<Evidence, 'proven'> = {
    ...{ score: 0.9, runnerUp: 0.2, labelled: true, isParty: false, pageConfidence: 0.95 },
    ...{ type: 'amount', words: typedBill(billOf('en'))[0]?.words.slice(0, 1) ?? [] },
  }

  it('moves when a proof is taken away', () => {
    const proven = confidenceOf({ ...evidence, proven: true })
    expect(confidenceOf({ ...evidence, proven: false })).toBeLessThan(proven)
  })

  it('moves with each thing that is known of a value, and not with how well a word was read alone', () => {
    const plain = confidenceOf({ ...evidence, proven: false })
    const changed = [
      { ...evidence, proven: false, score: 0.4 },
      { ...evidence, proven: false, runnerUp: 0.85 },
      { ...evidence, proven: false, certainty: 0.5 },
      { ...evidence, proven: false, isMended: true },
    ].map(confidenceOf)
    for (const less of changed) expect(less).toBeLessThan(plain)
  })

  it('knows a value that was read badly from one that was read well', () => {
    const bill = typedBill(billOf('en'))
    const sure = fieldNamed(readTyped(scanned(bill, () => 0.97)), 'invoice_number').confidence
    const unsure = fieldNamed(readTyped(scanned(bill, () => 0.4)), 'invoice_number').confidence
    expect(unsure).toBeLessThan(sure)
  })

  it('does not say the same of more than half of all values', () => {
    const bills = (['en', 'de', 'fr', 'es', 'it', 'nl'] as const).flatMap((language, i) => [
      typedBill(billOf(language, i + 1)),
      scanned(typedBill(billOf(language, 3)), (_, at) => 0.5 + 0.49 * Math.abs(Math.sin(at + i))),
    ])
    const said = bills.flatMap((pages) =>
      readTyped(pages).fields.flatMap(({ value, confidence }) =>
        value === null ? [] : [confidence.toFixed(3)],
      ),
    )
    const counts = Map.groupBy(said, (confidence) => confidence)
    const most = Math.max(...[...counts.values()].map(({ length }) => length))
    expect(most / said.length).toBeLessThanOrEqual(0.5)
  })

  it('is a chance: above nothing, never all', () => {
    const numbers = fc.double({ min: -2, max: 3, noNaN: true })
    fc.assert(
      fc.property(numbers, numbers, fc.boolean(), (score, runnerUp, proven) => {
        const confidence = confidenceOf({ ...evidence, score, runnerUp, proven })
        expect(confidence).toBeGreaterThan(0)
        expect(confidence).toBeLessThanOrEqual(0.99)
        const signs = Object.values(signsOf({ ...evidence, score, runnerUp, proven }))
        expect(signs.every(Number.isFinite)).toBe(true)
      }),
    )
  })
})

describe('11: weakly read words are dropped before there are candidates', () => {
  const bill = typedBill(billOf('en', 3))
  const wanted = valuesOf(readTyped(bill, 'invoice'))

  it('finds the same totals, dates and number however weakly they were read', () => {
    for (const confidence of [0.95, 0.5, 0.2, 0.02, 0]) {
      const found = valuesOf(
        readTyped(
          scanned(bill, () => confidence),
          'invoice',
        ),
      )
      const names = [
        'invoice_number',
        'issue_date',
        'net_total',
        'tax_total',
        'grand_total',
      ] as const
      for (const name of names) expect(found[name], `${name} at ${confidence}`).toBe(wanted[name])
    }
  })

  it('and sends them to a person', () => {
    const { fields } = readTyped(
      scanned(bill, () => 0.1),
      'invoice',
    )
    const unproven = fields.filter(({ name }) => /number|date/.test(name))
    for (const { name, value, needsReview } of unproven)
      expect(value === null || needsReview, name).toBe(true)
  })
})

describe('29: reasons that only decorate', () => {
  const bills = (['en', 'de', 'fr', 'es', 'it', 'nl'] as const).map((language) =>
    typedBill(billOf(language, 3)),
  )

  it('what is said for and against a value adds up to its score', () => {
    for (const pages of bills)
      for (const { answers } of answersOf(pages))
        for (const { signals, score } of answers) expect(weigh(signals)).toBeCloseTo(score, 9)
  })

  it('the label that is cited is one: without it the value scores less', () => {
    const { head, sums } = billWords.en
    const bill = billOf('en', 3)
    const labels = [
      ['invoice_number', head[0]],
      ['issue_date', head[1]],
      ['due_date', head[2]],
      ['net_total', sums[0]],
      ['grand_total', sums[2]],
    ] as const
    const best = (pages: readonly Page[], field: string): Answer | undefined => {
      const found = answersOf(pages).find(({ spec }) => spec.name === field)
      return found && rank(found.spec.type, found.answers)[0]
    }
    for (const [field, label] of labels) {
      const whole = best(typedBill(bill), field)
      expect(whole?.why.join(), field).toContain(label)
      const without = (rows: typeof bill.head) =>
        rows.map(([text, value]) => [text === label ? 'Zzz' : text, value] as const)
      const changed = typedBill({ ...bill, head: without(bill.head), sums: without(bill.sums) })
      const answers = answersOf(changed).find(({ spec }) => spec.name === field)?.answers ?? []
      const same = answers.filter(({ value }) => value === whole?.value)
      for (const { score } of same) expect(score, field).toBeLessThan(whole?.score ?? 0)
    }
  })
})
