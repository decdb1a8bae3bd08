import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Page, Word } from '../../model.ts'
import { templateSchema } from '../../template.ts'
import { inventedIn, readTyped, valuesOf } from '../../testing/readTyped.ts'
import { type Bill, billOf, typedBill } from '../../testing/typedBill.ts'
import { type TypedRun, typedPage } from '../../testing/typedPage.ts'
import { typedTexts } from '../../testing/typedTexts.ts'

describe('28: a pattern of a person’s own that never ends', () => {
  const withPattern = (pattern: string) =>
    templateSchema.parse({
      ...{ name: 'slip', version: 1, title: 'Slip' },
      fields: [
        { name: 'code', label: 'Code', type: 'identifier', labels: ['Code'], pattern },
        { name: 'remark', label: 'Remark', type: 'text', labels: ['Remark'], pattern },
      ],
    })

  it.each(['(a+)+$', '(a|aa)+$', '([a-z0-9]*)*x', '(.*a){20}', '(a?){60}a{60}'])(
    '%s is through within a second',
    (pattern) => {
      const long = `${'a'.repeat(4000)}1!`
      const page = typedPage([
        [40, 40, `Code: ${long}`],
        [40, 80, `Remark: ${long}`],
      ])
      const started = performance.now()
      const document = readTyped([page], withPattern(pattern))
      expect(performance.now() - started).toBeLessThan(1000)
      expect(inventedIn(document, [page])).toEqual([])
    },
  )
})

describe('bad input', () => {
  it('a script that no language covers is unknown, and nothing is made up for it', () => {
    const arabic = ['فاتورة ضريبية', 'رقم الفاتورة ٤٧١١', 'المجموع ١٢٣٫٤٥']
    const japanese = ['請求書', '請求番号 4711', '合計 ¥12,345', '発行日 2026年3月5日']
    for (const lines of [typedTexts.ru, arabic, japanese]) {
      const runs = lines.map((text, i): TypedRun => [40, 40 + 16 * i, text])
      const page = typedPage(runs, { language: null })
      expect(readTyped([page])).toMatchObject({ type: 'unknown', fields: [], needsReview: true })
      const asked = readTyped([page], 'invoice')
      expect(asked.needsReview).toBe(true)
      expect(inventedIn(asked, [page])).toEqual([])
    }
  })

  it.each([
    ['of nothing', ['0.00', '0.00', '0.00']],
    ['below nothing', ['-100.00', '-20.00', '-120.00']],
    ['of one cent', ['0.01', '0.00', '0.01']],
  ])('a total %s is what is printed', (_, amounts) => {
    const bill = billOf('en', 1)
    const sums = bill.sums.map(([label], i) => [label, `${amounts[i]} €`] as const)
    const pages = typedBill({ ...bill, items: [], sums })
    const document = readTyped(pages)
    const { net_total, tax_total, grand_total } = valuesOf(document)
    expect([net_total, tax_total, grand_total]).toEqual(amounts)
    expect(document.mathValid).toBe(true)
    expect(inventedIn(document, pages)).toEqual([])
  })

  it.each([
    ['¥20,000', '¥2,000', '¥22,000'],
    ['20,000', '2,000', '22,000'],
    ['20 000 Ft', '2 000 Ft', '22 000 Ft'],
    ['20.000', '2.000', '22.000'],
    ['20000', '2000', '22000'],
    ['ISK 20.000', 'ISK 2.000', 'ISK 22.000'],
  ])('a currency without decimals loses no thousands: %s', (net, tax, gross) => {
    const bill = billOf('en', 1)
    const sums: Bill['sums'] = [
      ['Subtotal', net],
      ['VAT 10%', tax],
      ['Total', gross],
    ]
    const pages = typedBill({ ...bill, items: [], sums })
    const document = readTyped(pages, 'invoice')
    const { net_total, tax_total, grand_total } = valuesOf(document)
    expect([net_total, tax_total, grand_total].map(Number)).toEqual([20_000, 2000, 22_000])
  })

  it('two invoices on one page: a person looks, and nothing stands nowhere', () => {
    const [upper] = typedBill(billOf('en', 2)) as [Page]
    const shrunk = (page: Page, down: number): Word[] =>
      page.words.map(({ box: [x0, y0, x1, y1], ...word }) => ({
        ...word,
        box: [x0, y0 / 2 + down, x1, y1 / 2 + down],
      }))
    const [lower] = typedBill({
      ...billOf('en', 4),
      head: [
        ['Invoice number', 'K-2026-311'],
        ['Invoice date', '24.04.2026'],
        ['Due date', '22.05.2026'],
      ],
    }) as [Page]
    const page = { ...upper, words: [...shrunk(upper, 0), ...shrunk(lower, 421)] }
    const document = readTyped([page])
    expect(document.needsReview).toBe(true)
    expect(inventedIn(document, [page])).toEqual([])
  })

  it('a page that is all table gives no totals, no parties and no dates', () => {
    const rows = Array.from({ length: 45 }, (_, i): TypedRun[] => [
      [40, 40 + 17 * i, `${1000 + i}`],
      [140, 40 + 17 * i, `Part ${i}`],
      [320, 40 + 17 * i, `${((i * 37) % 91) + 1}.40`],
      [440, 40 + 17 * i, `${((i * 53) % 89) + 1}.15`],
    ])
    const page = typedPage(rows.flat())
    const { needsReview, ...document } = readTyped([page], 'invoice')
    expect(needsReview).toBe(true)
    expect(inventedIn({ needsReview, ...document }, [page])).toEqual([])
    const sure = document.fields.filter((field) => field.value !== null && !field.needsReview)
    expect(sure).toEqual([])
  })
})

describe('a value that is not on the page is never reported', () => {
  const token = fc.oneof(
    fc.constantFrom('Invoice', 'Total', 'VAT', 'Date', 'Due', 'No.', 'IBAN', 'Bill to', 'Subtotal'),
    fc.constantFrom('Rechnung', 'Summe', 'MwSt', 'Datum', 'Netto', 'Facture', 'TTC', 'IVA', 'Qty'),
    fc.constantFrom(
      'Ltd',
      'GmbH',
      'Street',
      '12',
      '1011 AB',
      '€',
      '$',
      'EUR',
      '19 %',
      '-',
      '(',
      ')',
    ),
    fc.integer({ min: 0, max: 9_999_999 }).map((cents) => (cents / 100).toFixed(2)),
    fc.tuple(fc.nat(31), fc.nat(13), fc.nat(99)).map((parts) => parts.join('.')),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  )
  const run = fc.tuple(fc.nat(560), fc.nat(830), fc.array(token, { minLength: 1, maxLength: 4 }))

  it.each(['auto', 'invoice', 'receipt'] as const)(
    'whatever is scattered over it (%s)',
    (choice) => {
      fc.assert(
        fc.property(fc.array(run, { maxLength: 40 }), (runs) => {
          const page = typedPage(runs.map(([x, y, words]) => [x, y, words.join(' ')] as const))
          expect(inventedIn(readTyped([page], choice), [page])).toEqual([])
        }),
        { numRuns: 60 },
      )
    },
  )
})
