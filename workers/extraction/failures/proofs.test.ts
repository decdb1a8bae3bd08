import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldNamed, inventedIn, readTyped, valuesOf } from '../../testing/readTyped.ts'
import { type Bill, billOf, typedBill } from '../../testing/typedBill.ts'
import { type TypedRun, typedPage } from '../../testing/typedPage.ts'
import { findIbans, isIban } from '../parse/identifier.ts'

/** What is read in place of a figure or a letter. */
const confusions: Readonly<Record<string, string>> = {
  '0': 'O8',
  '1': 'I7',
  '2': 'Z7',
  '3': '85',
  '4': 'A9',
  '5': 'S6',
  '6': 'G8',
  '7': '12',
  '8': 'B3',
  '9': '40',
  A: '4R',
  B: '8E',
  D: '0O',
  E: 'FB',
  L: '1I',
  N: 'MH',
}
const ibans = ['DE89370400440532013000', 'NL91ABNA0417164300', 'BE68539007547034'] as const

/** An IBAN with two or three characters misread, its country kept. */
const corrupted = fc
  .record({
    iban: fc.constantFrom(...ibans),
    places: fc.uniqueArray(fc.nat(1000), { minLength: 2, maxLength: 3 }),
    which: fc.nat(1),
  })
  .map(({ iban, places, which }) => {
    const letters = [...iban]
    for (const place of places) {
      const at = 2 + (place % (letters.length - 2))
      const like = confusions[letters[at] as string]
      letters[at] = like?.[which] ?? letters[at] ?? ''
    }
    return { iban, misread: letters.join('') }
  })
  .filter(({ iban, misread }) => iban !== misread)

describe('17: check digits that make identifiers up', () => {
  it('a corrupted IBAN is never turned into another one', () => {
    fc.assert(
      fc.property(corrupted, ({ misread }) => {
        for (const { value, proven } of findIbans(`IBAN ${misread}`)) {
          expect(value).toBe(misread)
          expect(proven).toBe(isIban(misread))
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('a corrupted IBAN is never accepted without a look', () => {
    fc.assert(
      fc.property(
        corrupted.filter(({ misread }) => !isIban(misread)),
        ({ misread }) => {
          const bill = billOf('en', 1, { foot: `IBAN ${misread}` })
          const document = readTyped(typedBill(bill), 'invoice')
          const { value, needsReview } = fieldNamed(document, 'iban')
          expect(value === null || (value === misread && needsReview)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('beside a valid IBAN a corrupted one does not count', () => {
    const foot = 'IBAN DE89 3704 0044 0532 0131 00  IBAN NL91 ABNA 0417 1643 00'
    const document = readTyped(typedBill(billOf('en', 1, { foot })), 'invoice')
    expect(valuesOf(document).iban).toBe('NL91ABNA0417164300')
  })

  const vatIdOf = (id: string) => {
    const runs: TypedRun[] = [
      [40, 40, 'Larch & Lime GmbH'],
      [40, 90, 'Invoice'],
      [40, 760, `Umsatzsteuer ${id}`],
    ]
    const document = readTyped([typedPage(runs, { reader: 'ocr' })], 'invoice')
    return fieldNamed(document, 'seller_vat_id')
  }

  it('a VAT id whose check digits fail is given all the same, and less sure', () => {
    const [specimen, real] = [vatIdOf('DE123456789'), vatIdOf('DE812345673')]
    expect([specimen.value, real.value]).toEqual(['DE123456789', 'DE812345673'])
    expect(specimen.confidence).toBeLessThan(real.confidence)
  })
})

describe('18: arithmetic that confirms anything', () => {
  /** A page of amounts that nobody named, drawn anew for each seed. */
  const amounts = (cents: readonly number[]): TypedRun[] =>
    cents.map((amount, i) => [
      40 + 110 * (i % 5),
      250 + 14 * Math.floor(i / 5),
      (amount / 100).toFixed(2),
    ])
  const drawn = fc.array(fc.integer({ min: 100, max: 99_999 }), { minLength: 40, maxLength: 40 })

  it('three amounts of forty that add up by accident are taken for no totals', () => {
    fc.assert(
      fc.property(drawn, (cents) => {
        const page = typedPage([[40, 40, 'Invoice'], ...amounts(cents)])
        const document = readTyped([page], 'invoice')
        const { net_total, tax_total } = valuesOf(document)
        expect([net_total, tax_total]).toEqual([undefined, undefined])
        // One that the page repeats may be offered, for a look.
        const total = fieldNamed(document, 'grand_total')
        expect(total.needsReview).toBe(true)
        expect(total.candidates.flatMap(({ why }) => why)).not.toContain(
          'net, tax and total add up',
        )
      }),
      { numRuns: 40 },
    )
  })

  it('among forty amounts an equation leaves the named total as sure as it was', () => {
    const total = (cents: readonly number[]) => {
      const runs: TypedRun[] = [
        [40, 40, 'Invoice'],
        [40, 60, 'Total'],
        [120, 60, '512.34'],
      ]
      const document = readTyped([typedPage([...runs, ...amounts(cents)])], 'invoice')
      return fieldNamed(document, 'grand_total')
    }
    fc.assert(
      fc.property(drawn, (cents) => {
        // Two of the forty that would make the total with a tax of a fifth.
        const fitting = [...cents.slice(2), 42_695, 8539]
        expect(total(fitting).value).toBe('512.34')
        expect(total(fitting).candidates[0]?.why).toEqual(['right of “Total”'])
        expect(total(fitting).confidence).toBeCloseTo(total(cents).confidence, 5)
      }),
      // Drawn once for all: two of the forty may happen to be the total’s nearest rival.
      { numRuns: 20, seed: 1 },
    )
  })

  const chairs = [
    ['Garden chair', '1', '600.00', '600.00'],
    ['Garden table', '1', '400.00', '400.00'],
  ] as const
  const sums: readonly (readonly [string, Bill['sums']])[] = [
    [
      'reverse charge',
      [
        ['Subtotal', '1,000.00'],
        ['VAT 0% (reverse charge)', '0.00'],
        ['Total', '1,000.00'],
      ],
    ],
    [
      'no tax at all',
      [
        ['Subtotal', '1,000.00'],
        ['Total', '1,000.00'],
      ],
    ],
    [
      'withholding',
      [
        ['Subtotal', '1,000.00'],
        ['VAT 22%', '220.00'],
        ['Total', '1,220.00'],
        ['Withholding tax 20%', '-200.00'],
        ['Amount due', '1,020.00'],
      ],
    ],
    [
      'a deposit',
      [
        ['Subtotal', '1,000.00'],
        ['VAT 20%', '200.00'],
        ['Total', '1,200.00'],
        ['Less deposit', '-300.00'],
        ['Amount due', '900.00'],
      ],
    ],
    [
      'coins of five',
      [
        ['Subtotal', '1,000.00'],
        ['VAT 8.1%', '81.03'],
        ['Rounding', '0.02'],
        ['Total', '1,081.05'],
      ],
    ],
    [
      'taxes of two rates',
      [
        ['Subtotal', '1,000.00'],
        ['VAT 20%', '150.00'],
        ['VAT 5%', '12.50'],
        ['Total', '1,162.50'],
      ],
    ],
    [
      'taxes of two rates and their sum',
      [
        ['Subtotal', '1,000.00'],
        ['VAT 20%', '150.00'],
        ['VAT 5%', '12.50'],
        ['Total VAT', '162.50'],
        ['Total', '1,162.50'],
      ],
    ],
    [
      'a discount before the net',
      [
        ['Subtotal', '1,000.00'],
        ['Discount 10%', '-100.00'],
        ['Net total', '900.00'],
        ['VAT 20%', '180.00'],
        ['Total', '1,080.00'],
      ],
    ],
    [
      'a discount after the net',
      [
        ['Subtotal', '1,000.00'],
        ['Discount 10%', '-100.00'],
        ['VAT 20%', '180.00'],
        ['Total', '1,080.00'],
      ],
    ],
    [
      'a discount printed without a sign',
      [
        ['Subtotal', '1,000.00'],
        ['Discount', '100.00'],
        ['VAT 20%', '180.00'],
        ['Total', '1,080.00'],
      ],
    ],
    [
      'carriage',
      [
        ['Subtotal', '1,000.00'],
        ['Shipping', '50.00'],
        ['VAT 20%', '210.00'],
        ['Total', '1,260.00'],
      ],
    ],
    [
      'a discount and carriage',
      [
        ['Subtotal', '1,000.00'],
        ['Discount', '-100.00'],
        ['Shipping', '50.00'],
        ['VAT 20%', '190.00'],
        ['Total', '1,140.00'],
      ],
    ],
  ]

  it.each(sums)('%s is no conflict', (_, printed) => {
    const pages = typedBill(billOf('en', 2, { items: chairs, sums: printed }))
    const document = readTyped(pages, 'invoice')
    expect(document.checks.filter(({ passed, level }) => !passed && level === 'error')).toEqual([])
    expect(document.mathValid).not.toBe(false)
    const total = printed.find(([label]) => label === 'Total')?.[1].replace(',', '')
    expect(valuesOf(document).grand_total).toBe(total)
    expect(inventedIn(document, pages)).toEqual([])
  })

  it('what no printed amount explains stays a conflict', () => {
    for (const off of ['Discount|-90.00', 'Page|100.00'] as const) {
      const [label = '', amount = ''] = off.split('|')
      const wrong: Bill['sums'] = [
        ['Subtotal', '1,000.00'],
        [label, amount],
        ['VAT 20%', '180.00'],
        ['Total', '1,080.00'],
      ]
      const document = readTyped(typedBill(billOf('en', 2, { items: chairs, sums: wrong })))
      expect(document.mathValid, off).toBe(false)
    }
  })
})

describe('19: what was worked out is reported as read', () => {
  const { sums } = billOf('en', 3)
  it.each(sums.map(([label], i) => [label, i]))(
    '“%s” that is not printed stays empty, whatever the others make',
    (_, missing) => {
      const bill = billOf('en', 3, { items: [], sums: sums.filter((_, i) => i !== missing) })
      const pages = typedBill(bill)
      const document = readTyped(pages, 'invoice')
      const name = ['net_total', 'tax_total', 'grand_total'][missing as number] as string
      expect(valuesOf(document)[name]).toBeUndefined()
      expect(inventedIn(document, pages)).toEqual([])
    },
  )

  it('the sum of two taxes is not printed, and not reported', () => {
    const two: Bill['sums'] = [
      ['Subtotal', '1,000.00'],
      ['VAT 20%', '150.00'],
      ['VAT 5%', '12.50'],
      ['Total', '1,162.50'],
    ]
    const document = readTyped(typedBill(billOf('en', 2, { sums: two })), 'invoice')
    expect(valuesOf(document).tax_total).toBeUndefined()
  })
})
