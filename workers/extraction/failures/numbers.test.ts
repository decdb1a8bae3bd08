import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldNamed, readTyped, valuesOf } from '../../testing/readTyped.ts'
import { billOf, typedBill } from '../../testing/typedBill.ts'
import { type TypedRun, typedPage } from '../../testing/typedPage.ts'
import { parseAmount } from '../parse/amount.ts'

/** How twelve countries write numbers: what groups thousands, and what stands before decimals. */
const notations = [
  ['en-GB', ',', '.'],
  ['en-US', ',', '.'],
  ['en-IE', ',', '.'],
  ['de-DE', '.', ','],
  ['de-CH', '’', '.'],
  ['de-AT', ' ', ','],
  ['fr-FR', '\u202F', ','],
  ['fr-CH', "'", '.'],
  ['es-ES', '.', ','],
  ['it-IT', '.', ','],
  ['nl-NL', '.', ','],
  ['sv-SE', '\u00A0', ','],
] as const

/** How a negative amount is printed. */
const signs = [
  (text: string) => `-${text}`,
  (text: string) => `−${text}`,
  (text: string) => `${text}-`,
  (text: string) => `(${text})`,
  (text: string) => `${text} CR`,
  (text: string) => `- ${text}`,
] as const

function written(cents: bigint, group: string, mark: string): string {
  const digits = String(cents).padStart(3, '0')
  return `${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group)}${mark}${digits.slice(-2)}`
}

describe('16: money as floats, thousands lost, signs lost', () => {
  it('no amount of twelve countries loses a cent, a thousand or its sign', () => {
    const cents = fc.oneof(fc.bigInt(0n, 99_999n), fc.bigInt(0n, 99_999_999_999n))
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom(...notations),
        fc.option(fc.constantFrom(...signs)),
        (amount, [, group, mark], sign) => {
          const text = written(amount, group, mark)
          const parsed = parseAmount(sign ? sign(text) : text, null)
          expect(parsed?.units).toBe((sign ? -amount : amount) * 100n)
          expect(parsed?.reading).toBe('certain')
        },
      ),
      { numRuns: 10_000 },
    )
  })

  it('nothing below nothing is nothing: “-0,00” has no sign', () => {
    for (const text of ['-0,00', '0.00-', '(0.00)', '0,00 CR'])
      expect(parseAmount(text, null)?.value).toBe('0.00')
  })

  it.each(['123,456,789.01', '123.456.789,01', "123'456'789.01", '123 456 789,01'])(
    'nine figures keep their thousands: %s',
    (text) => {
      const bill = billOf('en', 1, { items: [], sums: [['Total', `${text} EUR`]] })
      expect(valuesOf(readTyped(typedBill(bill), 'invoice')).grand_total).toBe('123456789.01')
    },
  )

  it.each([
    ['-45.00', '-9.00', '-54.00'],
    ['45.00-', '9.00-', '54.00-'],
    ['(45.00)', '(9.00)', '(54.00)'],
    ['45.00 CR', '9.00 CR', '54.00 CR'],
  ])('a credit keeps its sign on the page: %s', (net, tax, gross) => {
    const sums = [
      ['Subtotal', net],
      ['VAT 20%', tax],
      ['Total', gross],
    ] as const
    const document = readTyped(typedBill(billOf('en', 1, { items: [], sums })), 'invoice')
    expect(valuesOf(document)).toMatchObject({
      net_total: '-45.00',
      tax_total: '-9.00',
      grand_total: '-54.00',
    })
    expect(document.mathValid).toBe(true)
  })
})

describe('15: notation guessed for each number alone', () => {
  /** A paper whose date and amount can be read in two ways, and one token that tells. */
  const paper = (telling: string, language = 'en') => [
    typedPage(
      [
        [40, 40, 'Invoice'],
        [40, 60, 'Invoice number: 4711'],
        [40, 80, 'Invoice date: 03/04/2026'],
        [40, 100, 'Total: 1.234'],
        [40, 140, telling],
      ] satisfies TypedRun[],
      { language },
    ),
  ]
  const date = (telling: string) => fieldNamed(readTyped(paper(telling), 'invoice'), 'issue_date')
  const total = (telling: string) => valuesOf(readTyped(paper(telling), 'invoice')).grand_total

  it('one date above twelve elsewhere decides for the other', () => {
    expect(date('Delivered 25/03/2026').value).toBe('2026-04-03')
    expect(date('Delivered 03/25/2026').value).toBe('2026-03-04')
  })

  it('one amount elsewhere decides what a point means', () => {
    expect(total('Paid before: 2.345,67')).toBe('1234.00')
    expect(total('Paid before: 2,345.67')).toBe('1.234')
  })

  it('where nothing tells, an amount may be the other one, and says so', () => {
    const page = typedPage([
      [40, 40, 'Invoice'],
      [40, 60, 'Invoice number: 4711'],
      [40, 80, 'Total: 1.234'],
    ])
    const found = fieldNamed(readTyped([page], 'invoice'), 'grand_total')
    expect(found.value).toBe('1234.00')
    expect(found.reasons).toContain('ambiguous_amount')
    expect(found.confidence).toBeLessThan(0.65)
    expect(found.candidates.map(({ value }) => value)).toEqual(['1234.00', '1.234'])
  })

  it('in a currency without decimals a mark before three figures parts thousands, for sure', () => {
    const page = typedPage([
      [40, 40, 'Invoice'],
      [40, 60, 'Invoice number: 4711'],
      [40, 80, 'Total: JPY 22,000'],
    ])
    const found = fieldNamed(readTyped([page], 'invoice'), 'grand_total')
    expect(found.value).toBe('22000.00')
    expect(found.reasons).not.toContain('ambiguous_amount')
  })

  it('where nothing tells, a date is as likely the other one, and says so', () => {
    const { confidence, reasons, candidates } = date('Delivered in April')
    expect(reasons).toEqual(['ambiguous_date'])
    expect(confidence).toBeGreaterThan(0.4)
    expect(confidence).toBeLessThan(0.65)
    expect(candidates.map(({ value }) => value)).toEqual(['2026-04-03', '2026-03-04'])
  })
})
