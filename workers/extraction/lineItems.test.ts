import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import invoice from '../../resources/templates/invoice.json' with { type: 'json' }
import type { Page, TableRow } from '../model.ts'
import { type TemplateTable, templateSchema } from '../template.ts'
import { type TypedRun, typedPage } from '../testing/typedPage.ts'
import { findLineItems } from './lineItems.ts'
import { readingOf } from './reading.ts'

const [table] = templateSchema.parse(invoice).tables as [TemplateTable]

const itemsOn = (...pages: readonly Page[]) =>
  findLineItems(table, readingOf(pages, '2026-06-01'), ['total net', 'gesamtbetrag'])
const items = (...pages: (readonly TypedRun[])[]) =>
  itemsOn(...pages.map((runs, i) => typedPage(runs, { number: i + 1 })))

const names = ['description', 'quantity', 'unit_price', 'line_total'] as const
const valuesOf = (rows: readonly TableRow[]) =>
  rows.map((row) => names.map((name) => row[name]?.value ?? null))

const namedIn = (rows: readonly TableRow[]) =>
  rows.map(({ description, note }) => [description?.value ?? null, note?.value ?? null])

/** Text that ends at a place, as numbers stand in columns. */
const ending = (right: number, y: number, text: string): TypedRun => [
  right - 5 * text.length,
  y,
  text,
]

/** A row: position, description, and three numbers that end under each other. */
const row = (
  y: number,
  [position, description, ...numbers]: readonly [string, string, string, string, string],
): TypedRun[] => [
  ...(position ? [[40, y, position] as TypedRun] : []),
  ...(description ? [[70, y, description] as TypedRun] : []),
  ...numbers.flatMap((text, i) => (text ? [ending([340, 420, 520][i] ?? 0, y, text)] : [])),
]
const header = (y: number) => row(y, ['Pos', 'Description', 'Qty', 'Unit price', 'Amount'])

describe('line items of any table', () => {
  test('a table that asks for no note loses nothing of a description', () => {
    const page = typedPage([
      ...header(100),
      ...row(120, ['1', 'Steel shelf', '2', '40.00', '80.00']),
      [70, 132, 'Art. no. 4471-B'],
    ])
    const plain = { ...table, columns: table.columns.filter(({ name }) => name !== 'note') }
    const [apart] = itemsOn(page)
    const [whole] = findLineItems(plain, readingOf([page], '2026-06-01'), [])
    expect(namedIn(apart ? [apart] : [])).toEqual([['Steel shelf', 'Art. no. 4471-B']])
    expect(whole?.description?.value).toBe('Steel shelf Art. no. 4471-B')
  })

  test('an empty cell never shifts its neighbours', () => {
    const found = items([
      ...header(100),
      ...row(120, ['1', 'Oak board', '3', '12.50', '37.50']),
      ...row(140, ['2', 'Delivery', '', '', '9.00']),
      ...row(160, ['3', 'Screws', '4', '2.25', '']),
      ...row(180, ['4', 'Glue', '2', '4.00', '8.00']),
    ])
    expect(valuesOf(found)).toEqual([
      ['Oak board', '3', '12.50', '37.50'],
      ['Delivery', null, null, '9.00'],
      ['Screws', '4', '2.25', null],
      ['Glue', '2', '4.00', '8.00'],
    ])
  })

  test('a table without a header is known by what multiplies', () => {
    const found = items([
      ...row(120, ['', 'Oak board', '3', '12.50', '37.50']),
      ...row(140, ['', 'Screws', '4', '2.25', '9.00']),
      ...row(160, ['', 'Glue', '2', '4.00', '8.00']),
      [300, 190, 'Total net'],
      ending(520, 190, '54.50'),
    ])
    expect(valuesOf(found)).toEqual([
      ['Oak board', '3', '12.50', '37.50'],
      ['Screws', '4', '2.25', '9.00'],
      ['Glue', '2', '4.00', '8.00'],
    ])
  })

  test('columns of other numbers under each other are no items', () => {
    const found = items([
      ...row(120, ['', 'Rainfall in March', '3', '12.50', '41.50']),
      ...row(140, ['', 'Rainfall in April', '4', '2.25', '17.00']),
      ...row(160, ['', 'Rainfall in May', '2', '4.00', '23.00']),
      ...header(400),
    ])
    expect(found).toEqual([])
  })

  test('amounts that only stand in columns prove nothing', () => {
    const amount = fc.integer({ min: 100, max: 20_000 }).map((cents) => (cents / 100).toFixed(2))
    const line = fc.tuple(amount, amount, amount)
    fc.assert(
      fc.property(fc.array(line, { minLength: 10, maxLength: 10 }), (lines) => {
        const found = items([
          ...lines.flatMap((numbers, i) => row(100 + 16 * i, ['', 'Reading', ...numbers])),
          ...header(500),
        ])
        expect(found).toEqual([])
      }),
      { seed: 7, numRuns: 60 },
    )
  })

  test('a header may take three lines', () => {
    const found = items([
      [70, 90, 'Item'],
      ending(420, 90, 'Unit'),
      ending(520, 90, 'Net'),
      [70, 101, 'Description'],
      ending(340, 101, 'Qty'),
      ending(420, 101, 'price'),
      ending(520, 101, 'amount'),
      ending(420, 112, 'in EUR'),
      ending(520, 112, 'in EUR'),
      ...row(140, ['', 'Oak board', '3', '12.50', '37.50']),
      ...row(160, ['', 'Screws', '4', '2.25', '9.00']),
    ])
    expect(valuesOf(found)).toEqual([
      ['Oak board', '3', '12.50', '37.50'],
      ['Screws', '4', '2.25', '9.00'],
    ])
  })

  test('text that ends at the right of its column stays in it', () => {
    const found = items([
      ...[ending(260, 100, 'Description'), ending(340, 100, 'Qty')],
      ...[ending(420, 100, 'Price'), ending(520, 100, 'Amount')],
      ...[ending(260, 120, 'Oak board'), ...row(120, ['', '', '3', '12.50', '37.50'])],
      ...[
        ending(260, 140, 'A much longer name of screws'),
        ...row(140, ['', '', '4', '2.25', '9.00']),
      ],
    ])
    expect(valuesOf(found)).toEqual([
      ['Oak board', '3', '12.50', '37.50'],
      ['A much longer name of screws', '4', '2.25', '9.00'],
    ])
  })

  test('a description goes on below its numbers, or begins above them: one habit for a table', () => {
    const below = items([
      ...header(100),
      ...row(120, ['1', 'Oak board', '3', '12.50', '37.50']),
      [70, 131, 'planed, oiled'],
      ...row(150, ['2', 'Screws', '4', '2.25', '9.00']),
      [70, 161, 'box of 100'],
    ])
    expect(namedIn(below)).toEqual([
      ['Oak board', 'planed, oiled'],
      ['Screws', 'box of 100'],
    ])
    const above = items([
      ...header(100),
      [40, 118, '1'],
      [70, 118, 'Oak board'],
      ...row(129, ['', 'planed, oiled', '3', '12.50', '37.50']),
      [40, 152, '2'],
      [70, 152, 'Screws'],
      ...row(163, ['', 'box of 100', '4', '2.25', '9.00']),
    ])
    expect(namedIn(above)).toEqual([
      ['Oak board', 'planed, oiled'],
      ['Screws', 'box of 100'],
    ])
  })

  test('a number whose thousands stand apart is one number', () => {
    const found = items([
      ...header(100),
      ...row(120, ['1', 'Press', '2', '1 250,00', '2 500,00']),
      ...row(140, ['2', 'Belt', '4', '2,25', '9,00']),
    ])
    expect(valuesOf(found)).toEqual([
      ['Press', '2', '1250.00', '2500.00'],
      ['Belt', '4', '2.25', '9.00'],
    ])
  })

  test('a table goes on over the page, with its header again or without; carried sums are no items', () => {
    const first = [
      ...header(100),
      ...row(120, ['1', 'Oak board', '3', '12.50', '37.50']),
      ...row(140, ['2', 'Screws', '4', '2.25', '9.00']),
      ...row(160, ['', 'Carried forward', '', '', '46.50']),
    ]
    const second = [
      ...row(60, ['', 'Brought forward', '', '', '46.50']),
      ...row(80, ['3', 'Glue', '2', '4.00', '8.00']),
      [300, 110, 'Total net'] as TypedRun,
      ending(520, 110, '54.50'),
    ]
    const wanted = [
      ['Oak board', '3', '12.50', '37.50'],
      ['Screws', '4', '2.25', '9.00'],
      ['Glue', '2', '4.00', '8.00'],
    ]
    expect(valuesOf(items(first, second))).toEqual(wanted)
    expect(valuesOf(items(first, [...header(40), ...second]))).toEqual(wanted)
  })

  test.each(['Übertrag', 'À reporter', 'Suma y sigue', 'Riporto', 'Transport', 'Carried forward'])(
    '“%s” carries a sum and is no item',
    (label) => {
      const found = items([
        ...header(100),
        ...row(120, ['1', 'Oak board', '3', '12.50', '37.50']),
        // Not the sum of the rows above: only its label tells.
        ...row(140, ['', label, '', '', '912.00']),
        ...row(160, ['2', 'Loose nails', '', '', '5.00']),
      ])
      expect(valuesOf(found).map(([description]) => description)).toEqual([
        'Oak board',
        'Loose nails',
      ])
    },
  )

  test('subtotals between the items are none, and the items below them are', () => {
    const found = items([
      ...header(100),
      ...row(120, ['1', 'Oak board', '3', '12.50', '37.50']),
      ...row(140, ['2', 'Screws', '4', '2.25', '9.00']),
      ...row(160, ['', 'Wood and metal', '', '', '46.50']),
      ...row(180, ['3', 'Glue', '2', '4.00', '8.00']),
      ...row(200, ['', 'Subtotal', '', '', '54.50']),
      ...row(220, ['4', 'Oil', '3', '5.00', '15.00']),
      [300, 250, 'Total net'],
      ending(520, 250, '69.50'),
    ])
    expect(valuesOf(found).map(([description]) => description)).toEqual([
      'Oak board',
      'Screws',
      'Glue',
      'Oil',
    ])
  })

  test('two tables side by side are read one beside the other', () => {
    const half = (
      x: number,
      y: number,
      texts: readonly [string, string, string, string],
    ): TypedRun[] => [
      [x, y, texts[0]],
      ...texts.slice(1).map((text, i) => ending(x + ([120, 180, 245][i] ?? 0), y, text)),
    ]
    const both = (
      y: number,
      left: Parameters<typeof half>[2],
      right: Parameters<typeof half>[2],
    ) => [...half(30, y, left), ...half(310, y, right)]
    const head = ['Item', 'Qty', 'Price', 'Amount'] as const
    const found = items([
      ...both(100, head, head),
      ...both(120, ['Oak board', '3', '12.50', '37.50'], ['Glue', '2', '4.00', '8.00']),
      ...both(140, ['Screws', '4', '2.25', '9.00'], ['Oil', '3', '5.00', '15.00']),
    ])
    expect(valuesOf(found).toSorted()).toEqual([
      ['Glue', '2', '4.00', '8.00'],
      ['Oak board', '3', '12.50', '37.50'],
      ['Oil', '3', '5.00', '15.00'],
      ['Screws', '4', '2.25', '9.00'],
    ])
  })

  test('the header is never an item, and a page that is all table gives its rows', () => {
    const rows = Array.from({ length: 40 }, (_, i) =>
      row(60 + 16 * i, [String(i + 1), `Part ${i + 1}`, '2', `${i + 1}.25`, `${2 * (i + 1)}.50`]),
    )
    const found = items([...header(40), ...rows.flat()])
    expect(found).toHaveLength(40)
    expect(valuesOf(found)[0]).toEqual(['Part 1', '2', '1.25', '2.50'])
    expect(valuesOf(found)[39]).toEqual(['Part 40', '2', '40.25', '80.50'])
  })

  test('quantity times price decides what a column is, whatever its heading says', () => {
    const found = items([
      ...row(100, ['#', 'Product', 'VAT', 'Price', 'Amount']),
      ...row(120, ['3', 'Oak board', '19%', '12.50', '37.50']),
      ...row(140, ['4', 'Screws', '19%', '2.25', '9.00']),
    ])
    expect(valuesOf(found)).toEqual([
      ['Oak board', '3', '12.50', '37.50'],
      ['Screws', '4', '2.25', '9.00'],
    ])
  })

  test('a discount in a column of its own belongs to the equation', () => {
    const found = items([
      ...header(100),
      [445, 100, 'Disc'],
      ...row(120, ['1', 'Oak board', '4', '12.50', '45.00']),
      ending(465, 120, '10'),
      ...row(140, ['2', 'Screws', '2', '20.00', '30.00']),
      ending(465, 140, '25'),
    ])
    expect(found.every((one) => !one.line_total?.needsReview)).toBe(true)
    expect(found[0]?.line_total?.confidence).toBeGreaterThan(0.95)
  })
})

describe('how sure a row is', () => {
  test('a row that multiplies is sure, one that does not waits for a person', () => {
    const found = items([
      ...header(100),
      ...row(120, ['1', 'Oak board', '3', '12.50', '37.50']),
      ...row(140, ['2', 'Screws', '4', '2.25', '19.00']),
    ])
    expect(found.map((one) => one.line_total?.needsReview)).toEqual([false, true])
    expect(found[0]?.unit_price?.confidence).toBeGreaterThan(0.95)
  })

  const scanned = (...runs: TypedRun[][]) => itemsOn(typedPage(runs.flat(), { reader: 'ocr' }))

  test('a decimal mark that a scan lost is mended where only one place makes the row multiply', () => {
    const found = scanned(
      header(100),
      row(120, ['1', 'Oak board', '3', '1250', '37.50']),
      row(140, ['2', 'Screws', '4', '2.25', '9.00']),
      row(160, ['3', 'Glue', '2', '4.00', '8.00']),
    )
    expect(found[0]?.unit_price).toMatchObject({ value: '12.50', raw: '1250', needsReview: false })
  })

  test('a digit is mended where the two others prove it', () => {
    const found = scanned(
      header(100),
      row(120, ['1', 'Oak board', '3', '12.50', '31.50']),
      row(140, ['2', 'Screws', '4', '2.25', '9.00']),
    )
    expect(found[0]?.line_total?.value).toBe('37.50')
  })

  test('nothing is mended in text that no scan has touched', () => {
    const found = items([
      ...header(100),
      ...row(120, ['1', 'Oak board', '3', '12.50', '31.50']),
      ...row(140, ['2', 'Screws', '4', '2.25', '9.00']),
    ])
    expect(found[0]?.line_total).toMatchObject({ value: '31.50', needsReview: true })
  })
})
