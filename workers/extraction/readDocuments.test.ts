import { describe, expect, it } from 'vitest'
import invoice from '../../resources/templates/invoice.json' with { type: 'json' }
import receiptTemplate from '../../resources/templates/receipt.json' with { type: 'json' }
import type { ExtractedDocument, Page } from '../model.ts'
import { templateSchema } from '../template.ts'
import { germanInvoice } from '../testing/germanInvoice.ts'
import { type TypedRun, typedPage } from '../testing/typedPage.ts'
import { readDocuments } from './readDocuments.ts'

const templates = [invoice, receiptTemplate].map((template) => templateSchema.parse(template))

function read(pages: readonly Page[], choice = 'auto'): ExtractedDocument {
  const [document] = readDocuments({
    pages,
    missingPages: [],
    templates,
    choice,
    today: '2026-06-01',
  })
  if (!document) throw new Error('no document')
  return document
}

const valuesOf = (document: ExtractedDocument) =>
  Object.fromEntries(
    document.fields.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])),
  )

const rowsOf = (document: ExtractedDocument, table: string) =>
  (document.tables[table] ?? []).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, field]) => [name, field.value])),
  )

const printed: readonly TypedRun[] = [
  ...germanInvoice,
  [350, 176, 'Fällig am'],
  [470, 176, '04.04.2026'],
  [350, 189, 'Kundennummer'],
  [470, 189, '77001'],
  [60, 293, 'mit Griff'],
  [40, 780, 'USt-IdNr. DE123456789  IBAN DE89 3704 0044 0532 0130 00  BIC COBADEFFXXX'],
]

describe('an invoice', () => {
  const document = read([typedPage(printed, { language: 'de' })])

  it('is told from a receipt', () => {
    expect(document.type).toBe('invoice')
  })

  it('gives its header fields, typed', () => {
    expect(valuesOf(document)).toMatchObject({
      invoice_number: 'RE-00042',
      issue_date: '2026-03-05',
      due_date: '2026-04-04',
      seller_name: 'Musterbau Nord GmbH',
      seller_vat_id: 'DE123456789',
      buyer_name: 'Kern & Söhne KG',
      buyer_address: 'Lindenallee 12, 50667 Köln',
      currency: 'EUR',
      net_total: '1234.00',
      tax_total: '234.46',
      grand_total: '1468.46',
      iban: 'DE89370400440532013000',
      bic: 'COBADEFFXXX',
    })
  })

  it('gives its lines, and what stands below a name as a note', () => {
    expect(rowsOf(document, 'line_items')).toEqual([
      {
        line_id: '1',
        description: 'Fenster Eiche',
        note: 'mit Griff',
        quantity: '2',
        unit_price: '500.00',
        line_total: '1000.00',
      },
      {
        line_id: '2',
        description: 'Montage',
        quantity: '4',
        unit_price: '58.50',
        line_total: '234.00',
      },
    ])
  })

  it('proves its arithmetic', () => {
    expect(document.mathValid).toBe(true)
    expect(document.checks.filter((check) => !check.passed)).toEqual([])
  })

  it('says where each value stands', () => {
    const total = document.fields.find((field) => field.name === 'grand_total')
    expect(total?.provenance).toMatchObject({ page: 1, pageSize: [595, 842], text: '1.468,46 €' })
    expect(total?.provenance?.box).toEqual([470, 370, 520, 380])
  })

  it('never takes the customer number for the invoice number when that is missing', () => {
    const without = printed.filter(([, , text]) => !/Rechnungsnummer|RE-00042/.test(text))
    const field = read([typedPage(without, { language: 'de' })]).fields.find(
      (f) => f.name === 'invoice_number',
    )
    expect(field).toMatchObject({ value: null, needsReview: true, reasons: ['not_found'] })
  })
})

describe('what cannot be sure', () => {
  it('flags totals that do not add up, on every amount of the sum', () => {
    const wrong = printed.map(
      ([x, y, text]) => [x, y, text.replace('1.468,46', '1.486,46')] as const,
    )
    const document = read([typedPage(wrong, { language: 'de' })])
    expect(document.mathValid).toBe(false)
    const reviewed = document.fields.filter((field) => field.reasons.includes('equation_broken'))
    expect(reviewed.map((field) => field.name)).toEqual(['net_total', 'tax_total', 'grand_total'])
  })

  it('sends a document to a person, too, when only a cell of a table is in doubt', () => {
    const columns = [
      { name: 'description', label: 'Goods', type: 'text', labels: ['Goods'], required: true },
      { name: 'quantity', label: 'Count', type: 'number', labels: ['Count'] },
      { name: 'unit_price', label: 'Each', type: 'amount', labels: ['Each'] },
      { name: 'line_total', label: 'Sum', type: 'amount', labels: ['Sum'] },
    ]
    const list = templateSchema.parse({
      ...{ name: 'list', version: 1, title: 'List' },
      fields: [{ name: 'due', label: 'Due', type: 'date', labels: ['Due date'] }],
      tables: [{ name: 'goods', label: 'Goods', kind: 'items', columns }],
    })
    const rowsWith = (sum: string) =>
      typedPage([
        [40, 30, 'Due date: 23.04.2026'],
        ...([
          [40, 60, 'Goods'],
          [240, 60, 'Count'],
          [320, 60, 'Each'],
          [420, 60, 'Sum'],
        ] as const),
        ...([
          [40, 80, 'Garden chair'],
          [240, 80, '2'],
          [320, 80, '5.00'],
          [420, 80, sum],
        ] as const),
        ...([
          [40, 95, 'Garden table'],
          [240, 95, '3'],
          [320, 95, '7.00'],
          [420, 95, '21.00'],
        ] as const),
      ])
    const doubtful = (sum: string) => {
      const [document] = readDocuments({
        ...{ pages: [rowsWith(sum)], missingPages: [], templates: [list], choice: 'list' },
        today: '2026-06-01',
      })
      const cells = document?.tables.goods?.flatMap((row) => Object.values(row)) ?? []
      return { cells: cells.some(({ needsReview }) => needsReview), all: document?.needsReview }
    }
    expect(doubtful('10.00')).toEqual({ cells: false, all: false })
    expect(doubtful('41.00')).toEqual({ cells: true, all: true })
  })

  it('keeps both readings of a date that could be either', () => {
    const page = typedPage([
      [40, 40, 'Invoice'],
      [40, 60, 'Invoice number: 4711'],
      [40, 80, 'Invoice date: 03/04/2026'],
      [40, 100, 'Total: 120.00'],
    ])
    const date = read([page], 'invoice').fields.find((field) => field.name === 'issue_date')
    expect(date).toMatchObject({
      value: '2026-04-03',
      needsReview: true,
      reasons: ['ambiguous_date'],
    })
    expect(date?.candidates.map((candidate) => candidate.value)).toEqual([
      '2026-04-03',
      '2026-03-04',
    ])
  })

  it('takes the day first where the currency’s country does', () => {
    const page = typedPage([
      [40, 40, 'Invoice'],
      [40, 80, 'Invoice date: 03/04/2026'],
      [40, 100, 'Total: £120.00'],
    ])
    const date = read([page], 'invoice').fields.find((field) => field.name === 'issue_date')
    expect(date).toMatchObject({ value: '2026-04-03', reasons: [] })
  })

  it('takes the date behind the number for the invoice’s, and none out of a sentence', () => {
    const page = typedPage(
      [
        [40, 40, 'Rechnung (380) Nr. TX-00042 vom 30.10.2025'],
        [40, 60, 'Rechnung für die Fahrt vom 29.10.2025'],
        [40, 80, 'Gesamtbetrag 18,00 €'],
      ],
      { language: 'de' },
    )
    expect(valuesOf(read([page], 'invoice'))).toMatchObject({
      invoice_number: 'TX-00042',
      issue_date: '2025-10-30',
    })
  })

  it('marks the document when a page is missing', () => {
    const [document] = readDocuments({
      pages: [typedPage(printed, { language: 'de' })],
      missingPages: [2],
      templates,
      choice: 'auto',
      today: '2026-06-01',
    })
    expect(document).toMatchObject({ pages: [1, 2], needsReview: true })
    expect(document?.checks.find((check) => check.code === 'pages_complete')?.passed).toBe(false)
  })

  it('leaves pages without a word to a person, also where a template was chosen', () => {
    for (const choice of ['auto', 'invoice']) {
      const document = read([typedPage([]), typedPage([], { number: 2 })], choice)
      expect(document).toMatchObject({ pages: [1, 2], type: 'unknown', needsReview: true })
      expect(document.checks).toMatchObject([
        { code: 'no_text_found', level: 'warning', passed: false },
      ])
    }
  })

  it('calls a letter unknown rather than an invoice', () => {
    const page = typedPage([
      [40, 60, 'Dear Sir or Madam,'],
      [40, 80, 'we thank you for your visit and look forward to seeing you in the spring.'],
      [40, 100, 'With kind regards'],
    ])
    expect(read([page])).toMatchObject({ type: 'unknown', needsReview: true, fields: [] })
  })
})

it('follows a table over the page break and leaves out the repeated header', () => {
  const header = [40, 60, 'Description                    Qty    Unit price      Amount'] as const
  const row = (y: number, name: string, amount: string): TypedRun => [
    40,
    y,
    `${name.padEnd(30)}   2${amount.padStart(14)}${`${Number(amount) * 2}.00`.padStart(12)}`,
  ]
  const document = read(
    [
      typedPage([
        [40, 30, 'Invoice number: A-1'],
        header,
        row(80, 'Oak board', '10.00'),
        row(100, 'Pine board', '20.00'),
      ]),
      typedPage(
        [header, row(80, 'Brass hinge', '30.00'), [250, 120, 'Total'], [350, 120, '120.00']],
        { number: 2 },
      ),
    ],
    'invoice',
  )
  expect(rowsOf(document, 'line_items').map((item) => [item.description, item.line_total])).toEqual(
    [
      ['Oak board', '20.00'],
      ['Pine board', '40.00'],
      ['Brass hinge', '60.00'],
    ],
  )
  expect(document.checks.find((check) => check.code === 'lines_add_up')?.passed).toBe(true)
})

it('takes no sum for an item, whatever it is called', () => {
  const document = read(
    [
      typedPage([
        [40, 30, 'Invoice number: A-1'],
        [40, 60, 'Description                    Qty    Unit price      Amount'],
        [40, 80, 'Oak board                        2         10.00       20.00'],
        [220, 110, 'Sum of everything'],
        [315, 110, '20.00'],
      ]),
    ],
    'invoice',
  )
  expect(rowsOf(document, 'line_items').map((item) => item.description)).toEqual(['Oak board'])
})

describe('a receipt', () => {
  const receipt: readonly TypedRun[] = [
    [60, 20, 'CORNER SHOP LTD'],
    [60, 34, '12 Mill Lane, York YO1 7AA'],
    [10, 60, 'Date: 21/03/2026            Time: 08:14'],
    [10, 80, 'Brown bread                        3.10'],
    [10, 94, 'Milk 1 l                           1.40'],
    [10, 108, '2 x 0.70'],
    [10, 130, 'TOTAL                              4.50'],
    [10, 144, 'CASH                               5.00'],
    [10, 158, 'CHANGE                             0.50'],
  ]
  const narrow = { ...typedPage(receipt, { reader: 'ocr' }), size: [230, 500] as const }
  const document = read([narrow])

  it('is told from an invoice and gives shop, day, time and total', () => {
    expect(document.type).toBe('receipt')
    expect(valuesOf(document)).toMatchObject({
      merchant_name: 'CORNER SHOP LTD',
      merchant_address: '12 Mill Lane, York YO1 7AA',
      date: '2026-03-21',
      time: '08:14',
      total: '4.50',
      payment_method: 'CASH',
    })
  })

  it('knows the total from what was paid and given back', () => {
    const total = document.fields.find((field) => field.name === 'total')
    expect(total?.candidates[0]?.why).toContain('paid less change')
  })

  it('joins a name to the legal form below it, and lets a name begin with a number', () => {
    const nameOf = (...head: TypedRun[]) =>
      valuesOf(read([typedPage([...head, ...receipt.slice(2)], { reader: 'ocr' })], 'receipt'))
        .merchant_name
    expect(nameOf([60, 20, 'RIVER BOOK'], [60, 34, 'CO. (M) SDN BHD'])).toBe(
      'RIVER BOOK CO. (M) SDN BHD',
    )
    expect(nameOf([60, 20, '77 QUICK MART'], [60, 34, '12 Mill Lane, York YO1 7AA'])).toBe(
      '77 QUICK MART',
    )
  })

  it('gives its items with the quantity from the line below', () => {
    expect(rowsOf(document, 'line_items')).toEqual([
      { description: 'Brown bread', line_total: '3.10' },
      { description: 'Milk 1 l', quantity: '2', unit_price: '0.70', line_total: '1.40' },
    ])
  })
})
