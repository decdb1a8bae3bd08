import { describe, expect, it } from 'vitest'
import form from '../../resources/templates/form.json' with { type: 'json' }
import invoice from '../../resources/templates/invoice.json' with { type: 'json' }
import order from '../../resources/templates/purchase_order.json' with { type: 'json' }
import receipt from '../../resources/templates/receipt.json' with { type: 'json' }
import statement from '../../resources/templates/statement.json' with { type: 'json' }
import type { ExtractedDocument, Page } from '../model.ts'
import { templateSchema } from '../template.ts'
import { type TypedRun, typedPage } from '../testing/typedPage.ts'
import { readDocuments } from './readDocuments.ts'

const templates = [form, invoice, order, receipt, statement].map((template) =>
  templateSchema.parse(template),
)

function read(page: Page, choice = 'auto'): ExtractedDocument {
  const input = { pages: [page], missingPages: [], templates, choice, today: '2026-06-01' }
  const [document] = readDocuments(input)
  if (!document) throw new Error('no document')
  return document
}

const valuesOf = ({ fields }: ExtractedDocument) =>
  Object.fromEntries(fields.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])))

const page = (language: string, ...runs: readonly TypedRun[]) => typedPage(runs, { language })

/** Every value is printed: its raw text stands on the page, white space aside. */
function expectOnPage(document: ExtractedDocument, { words }: Page): void {
  const print = words.map(({ text }) => text)
  for (const { raw } of document.fields)
    for (const word of raw?.split(/[\s,]+/) ?? []) expect(print.join(' ')).toContain(word)
}

it('a statement gives its bank, holder, account, period and balances', () => {
  const sheet = page(
    'de',
    [40, 50, 'Sparbank Oberau eG'],
    [350, 50, 'Kontoauszug'],
    [40, 90, 'Jonas Wiesengrund'],
    [40, 103, 'Talweg 9'],
    [40, 116, '82438 Oberau'],
    [350, 90, 'Kontonummer'],
    [450, 90, '0044180127'],
    [350, 103, 'Auszug vom'],
    [450, 103, '31.03.2026'],
    [40, 160, 'Buchungstag'],
    [140, 160, 'Verwendungszweck'],
    [460, 160, 'Betrag EUR'],
    [140, 180, 'Alter Saldo'],
    [460, 180, '812,40'],
    [40, 195, '02.03.2026'],
    [140, 195, 'Lastschrift Stadtwerke'],
    [460, 195, '-84,00'],
    [40, 210, '30.03.2026'],
    [140, 210, 'Gehalt'],
    [460, 210, '2.100,00'],
    [140, 230, 'Neuer Saldo'],
    [460, 230, '2.828,40'],
  )
  const document = read(sheet)
  expect(document.type).toBe('statement')
  expect(valuesOf(document)).toMatchObject({
    bank_name: 'Sparbank Oberau eG',
    account_holder: 'Jonas Wiesengrund',
    account_number: '0044180127',
    opening_balance: '812.40',
    closing_balance: '2828.40',
  })
  expectOnPage(document, sheet)
})

it('the letterhead of a purchase order is the buyer’s', () => {
  const sheet = page(
    'en',
    [40, 50, 'Harrow Mill Ltd'],
    [40, 63, '2 Mill Lane'],
    [40, 76, 'Leeds LS1 9ZZ'],
    [350, 50, 'PURCHASE ORDER'],
    [350, 76, 'PO number'],
    [450, 76, 'PO-7712'],
    [350, 89, 'Order date'],
    [450, 89, '3 March 2026'],
    [350, 102, 'Required by'],
    [450, 102, '20 March 2026'],
    [40, 130, 'Supplier'],
    [40, 143, 'Tamsin Tools Ltd'],
    [40, 156, '5 Forge Road'],
    [40, 169, 'Bradford BD1 9ZZ'],
    [40, 220, 'Description              Quantity   Unit price    Amount'],
    [40, 240, 'Chisel set                      4        31.00    124.00'],
    [40, 255, 'Bench vice                      1        86.50     86.50'],
    [200, 290, 'Order total'],
    [300, 290, '£210.50'],
  )
  const document = read(sheet)
  expect(document.type).toBe('purchase_order')
  expect(valuesOf(document)).toMatchObject({
    ...{ order_number: 'PO-7712', order_date: '2026-03-03', delivery_date: '2026-03-20' },
    ...{ buyer_name: 'Harrow Mill Ltd', seller_name: 'Tamsin Tools Ltd', grand_total: '210.50' },
  })
  expect(document.tables.line_items).toHaveLength(2)
  expectOnPage(document, sheet)
})

it('a form gives what is written into it and nothing else', () => {
  const sheet = page(
    'en',
    [40, 50, 'Membership application form'],
    [40, 80, 'First name:'],
    [160, 80, 'Rosalind'],
    [40, 100, 'Date of birth:'],
    [160, 100, '4 May 1988'],
    [40, 120, 'Nationality: ____________'],
    [40, 140, 'Signature:'],
    [160, 140, 'R. Teague'],
  )
  const document = read(sheet)
  expect(document.type).toBe('form')
  expect(valuesOf(document)).toEqual({
    ...{ first_name: 'Rosalind', date_of_birth: '4 May 1988', signature: 'R. Teague' },
  })
})

describe('an invoice', () => {
  const bill = (title: string, rows: readonly (readonly [string, string])[]) =>
    page(
      'en',
      [40, 50, 'Larch & Lime Ltd'],
      [350, 50, title],
      [350, 76, `${title} number`],
      [480, 76, 'K-310'],
      [350, 89, 'Date'],
      [480, 89, '4 March 2026'],
      [40, 110, 'Bill to'],
      [40, 123, 'Pell Stores Ltd'],
      [40, 136, '9 High Street'],
      [40, 149, 'York YO1 9ZZ'],
      ...rows.flatMap(([label, amount], i): TypedRun[] => [
        [300, 300 + 15 * i, label],
        [480, 300 + 15 * i, amount],
      ]),
    )

  it.each([
    [
      'of a credit, negative',
      'Credit note',
      '-45.00',
      '-9.00',
      '-54.00',
      ['-45.00', '-9.00', '-54.00'],
    ],
    ['of nothing', 'Invoice', '0.00', '0.00', '0.00', ['0.00', '0.00', '0.00']],
    ['in yen', 'Invoice', '¥20,000', '¥2,000', '¥22,000', ['20000.00', '2000.00', '22000.00']],
    [
      'in forints',
      'Invoice',
      '100 000 Ft',
      '27 000 Ft',
      '127 000 Ft',
      ['100000.00', '27000.00', '127000.00'],
    ],
  ])('%s reports what is printed', (_, title, net, tax, gross, wanted) => {
    const sheet = bill(title, [
      ['Subtotal', net],
      ['VAT', tax],
      ['Total', gross],
    ])
    const document = read(sheet)
    expect(document.type).toBe('invoice')
    const { net_total, tax_total, grand_total } = valuesOf(document)
    expect([net_total, tax_total, grand_total].map(Number)).toEqual(wanted.map(Number))
    expectOnPage(document, sheet)
  })

  it('of two on one page is not of both: a person looks', () => {
    const upper = bill('Invoice', [['Total', '£54.00']])
    const lower = bill('Invoice', [['Total', '£61.00']]).words.map((word) => ({
      ...word,
      text: word.text.replace('K-310', 'K-311'),
      box: [word.box[0], word.box[1] + 400, word.box[2], word.box[3] + 400] as const,
    }))
    const sheet = { ...upper, words: [...upper.words, ...lower] }
    const document = read(sheet)
    expect(document.type).toBe('invoice')
    expect(document.needsReview).toBe(true)
    expectOnPage(document, sheet)
  })
})

it('a page that is all table is unknown, and nothing is made up for it', () => {
  const rows = Array.from({ length: 40 }, (_, i): TypedRun[] => [
    [40, 40 + 18 * i, `Station ${i}`],
    [200, 40 + 18 * i, `${(i * 37) % 91}.4`],
    [320, 40 + 18 * i, `${(i * 53) % 89}.1`],
    [440, 40 + 18 * i, `${i * 1201}`],
  ]).flat()
  const document = read(page('en', ...rows))
  expect(document).toMatchObject({ type: 'unknown', fields: [], needsReview: true })
})
