import { describe, expect, test } from 'vitest'
import { type TemplateTable, templateSchema } from '../template.ts'
import { type TypedRun, typedPage } from '../testing/typedPage.ts'
import { findLedger } from './ledger.ts'
import { readingOf } from './reading.ts'
import { validate } from './validate.ts'

const column = (name: string, type: string) => ({ name, label: name, type })
const template = templateSchema.parse({
  ...{ name: 'account', version: 1, title: 'Account' },
  fields: ['opening_balance', 'closing_balance'].map((name) => column(name, 'amount')),
  tables: [
    {
      ...{ name: 'line_items', label: 'Movements', kind: 'ledger' },
      columns: [
        column('date', 'date'),
        column('value_date', 'date'),
        column('description', 'text'),
        column('amount', 'amount'),
        column('balance', 'amount'),
      ],
    },
  ],
})
const [table] = template.tables as [TemplateTable]

const ledger = (...pages: (readonly TypedRun[])[]) =>
  findLedger(
    table,
    readingOf(
      pages.map((runs, i) => typedPage(runs, { number: i + 1 })),
      '2026-06-01',
    ),
  )
const valuesOf = (rows: ReturnType<typeof ledger>) =>
  rows.map((row) => [
    row.date?.value,
    row.description?.value,
    row.amount?.value,
    row.balance?.value,
  ])

/** Text that ends at a place, in the letters of the typed page. */
const ending = (right: number, y: number, text: string): TypedRun => [
  right - 5 * text.length,
  y,
  text,
]

describe('the movements of an account', () => {
  test('without any heading the running balance says what goes out and what comes in', () => {
    const move = (
      y: number,
      day: string,
      text: string,
      right: number,
      amount: string,
      left: string,
    ) =>
      [
        [40, y, `${day}/03/2026`],
        [100, y, text],
        ending(right, y, amount),
        ending(460, y, left),
      ] as TypedRun[]
    const [left, right] = [300, 380]
    const out = ledger([
      ...move(140, '01', 'Start', left, '10.00', '990.00'),
      ...move(160, '02', 'Rent', left, '600.00', '390.00'),
      ...move(180, '05', 'Salary', right, '2,150.00', '2,540.00'),
    ])
    expect(out.map((row) => row.amount?.value)).toEqual(['-10.00', '-600.00', '2150.00'])
    const mirrored = ledger([
      ...move(140, '01', 'Start', left, '10.00', '990.00'),
      ...move(160, '02', 'Salary', left, '600.00', '1,590.00'),
      ...move(180, '05', 'Rent', right, '1,150.00', '440.00'),
    ])
    expect(mirrored.map((row) => row.amount?.value)).toEqual(['10.00', '600.00', '-1150.00'])
  })

  test('a debit and a credit column get their signs from their headings and the balance', () => {
    const rows = ledger([
      [40, 100, 'Statement period 01/03/2026 to 31/03/2026'],
      [40, 120, 'Date'],
      [100, 120, 'Details'],
      ...[ending(300, 120, 'Paid out'), ending(380, 120, 'Paid in'), ending(460, 120, 'Balance')],
      [40, 140, 'Balance brought forward'],
      ending(460, 140, '1,000.00'),
      ...([
        [40, 160, '02/03/2026'],
        [100, 160, 'Rent'],
        ending(300, 160, '600.00'),
        ending(460, 160, '400.00'),
      ] as TypedRun[]),
      ...([
        [40, 180, '05/03/2026'],
        [100, 180, 'Salary'],
        ending(380, 180, '2,150.00'),
        ending(460, 180, '2,550.00'),
      ] as TypedRun[]),
    ])
    expect(valuesOf(rows)).toEqual([
      ['2026-03-02', 'Rent', '-600.00', '400.00'],
      ['2026-03-05', 'Salary', '2150.00', '2550.00'],
    ])
    expect(
      rows.every((row) => !row.amount?.needsReview && (row.amount?.confidence ?? 0) > 0.9),
    ).toBe(true)
  })

  test('dates without a year take it from the period, also over New Year', () => {
    const rows = ledger([
      [40, 100, 'Kontoauszug vom 15.01.2026'],
      [40, 120, 'Alter Kontostand'],
      ending(460, 120, '500,00'),
      ...([
        [40, 140, '29.12.'],
        [90, 140, '30.12.'],
        [140, 140, 'Miete'],
        ending(380, 140, '100,00-'),
        ending(460, 140, '400,00'),
      ] as TypedRun[]),
      ...([
        [40, 160, '05.01.'],
        [90, 160, '05.01.'],
        [140, 160, 'Gehalt'],
        ending(380, 160, '50,00+'),
        ending(460, 160, '450,00'),
      ] as TypedRun[]),
    ])
    expect(rows.map((row) => [row.date?.value, row.value_date?.value, row.amount?.value])).toEqual([
      ['2025-12-29', '2025-12-30', '-100.00'],
      ['2026-01-05', '2026-01-05', '50.00'],
    ])
  })

  test.each([
    ['100,00 S', '-100.00'],
    ['100,00 H', '100.00'],
    ['100,00-', '-100.00'],
    ['-100,00', '-100.00'],
    ['100,00 CR', '100.00'],
    ['100,00 DR', '-100.00'],
  ])('“%s” is %s', (printed, value) => {
    const rows = ledger([
      [40, 100, '15.01.2026'],
      [120, 100, 'Buchung'],
      [300, 100, printed],
    ])
    expect(rows.map((row) => row.amount?.value)).toEqual([value])
  })

  test('text below a movement belongs to it, a carried sum and the balances do not', () => {
    const rows = ledger(
      [
        [40, 100, '02.03.2026'],
        [120, 100, 'Überweisung'],
        ending(380, 100, '-20,00'),
        ending(460, 100, '80,00'),
        [120, 112, 'Rechnung 17'],
        [40, 140, 'Übertrag'],
        ending(460, 140, '80,00'),
      ],
      [
        [40, 40, 'Übertrag'],
        ending(460, 40, '80,00'),
        [40, 60, '03.03.2026'],
        [120, 60, 'Karte'],
        ending(380, 60, '-5,00'),
        ending(460, 60, '75,00'),
        [40, 90, 'Neuer Kontostand'],
        ending(460, 90, '75,00'),
      ],
    )
    expect(valuesOf(rows)).toEqual([
      ['2026-03-02', 'Überweisung Rechnung 17', '-20.00', '80.00'],
      ['2026-03-03', 'Karte', '-5.00', '75.00'],
    ])
  })

  test('a row that the balance does not prove waits for a person', () => {
    const row = (y: number, date: string, amount: string, balance: string): TypedRun[] => [
      ...([
        [40, y, date],
        [120, y, 'Card'],
      ] as TypedRun[]),
      ...[ending(380, y, amount), ending(460, y, balance)],
    ]
    const rows = ledger([
      ...row(100, '01.03.2026', '-10,00', '90,00'),
      ...row(120, '02.03.2026', '-10,00', '80,00'),
      ...row(140, '03.03.2026', '-18,00', '70,00'),
      ...row(160, '04.03.2026', '-10,00', '60,00'),
    ])
    expect(rows.map((one) => one.amount?.needsReview)).toEqual([false, false, true, false])
  })
})

describe('the checks of an account', () => {
  const field = (value: string) => ({
    ...{ name: '', label: '', type: 'amount' as const, value, raw: value, confidence: 1 },
    ...{ needsReview: false, reasons: [], reader: null, provenance: null, candidates: [] },
  })
  const checksOf = (rows: readonly [amount: string, balance: string][], closing: string) =>
    validate(
      template,
      [
        { name: 'opening_balance', value: '100.00' },
        { name: 'closing_balance', value: closing },
      ],
      {
        line_items: rows.map(([amount, balance]) => ({
          amount: field(amount),
          balance: field(balance),
        })),
      },
    ).checks.map(({ code, passed, sentence }) => [code, passed, sentence])

  test('a balance that runs and closes passes', () => {
    expect(
      checksOf(
        [
          ['-10.00', '90.00'],
          ['5.00', '95.00'],
        ],
        '95.00',
      ).map(([code, passed]) => [code, passed]),
    ).toEqual([
      ['balance_runs', true],
      ['ledger_closes', true],
    ])
  })

  test('the row at which a balance breaks is named', () => {
    const [runs, closes] = checksOf(
      [
        ['-10.00', '90.00'],
        ['5.00', '96.00'],
      ],
      '96.00',
    )
    expect(runs).toEqual([
      'balance_runs',
      false,
      'In row 2 the balance 90.00 and 5.00 make 95.00; it says 96.00.',
    ])
    expect(closes?.slice(0, 2)).toEqual(['ledger_closes', false])
  })
})
