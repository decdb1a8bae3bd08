import { describe, expect, it } from 'vitest'
import invoice from '../../resources/templates/invoice.json' with { type: 'json' }
import { readPaymentCode } from '../exact/paymentCode.ts'
import { readEInvoice } from '../exact/readEInvoice.ts'
import type { ExactSource, ExtractedDocument, Page } from '../model.ts'
import { templateSchema } from '../template.ts'
import { type CiiStated, ciiXml } from '../testing/ciiXml.ts'
import { epcText } from '../testing/drawnCode.ts'
import { germanInvoice } from '../testing/germanInvoice.ts'
import { type TypedRun, typedPage } from '../testing/typedPage.ts'
import { readDocuments } from './readDocuments.ts'

const template = templateSchema.parse(invoice)

const printed: readonly TypedRun[] = [
  ...germanInvoice,
  [40, 780, 'USt-IdNr. DE 123 456 789  IBAN DE89 3704 0044 0532 0130 00  BIC COBADEFFXXX'],
]

/** The same as the print, but for how it is written. */
const same: CiiStated = {
  ...{ number: 'RE-00042', issued: '2026-03-05', seller: 'MUSTERBAU NORD, GmbH' },
  ...{ vatId: 'DE123456789', iban: 'DE89370400440532013000' },
  ...{ net: '1234', tax: '234.46', gross: '1468.46' },
}

function xml(stated: CiiStated): ExactSource {
  const source = readEInvoice(new TextEncoder().encode(ciiXml(stated)))
  if (!source) throw new Error('states nothing')
  return source
}

function qr(text: string): ExactSource {
  const source = readPaymentCode(text)
  if (!source) throw new Error('no payment')
  return { ...source, box: [50, 600, 150, 700] }
}

function read(exact: readonly ExactSource[], runs = printed): ExtractedDocument {
  const page: Page = { ...typedPage(runs, { language: 'de' }), ...(exact.length > 0 && { exact }) }
  const chosen = { templates: [template], choice: 'invoice', today: '2026-06-01' }
  const [document] = readDocuments({ pages: [page], missingPages: [], ...chosen })
  if (!document) throw new Error('no document')
  return document
}

const fieldOf = (document: ExtractedDocument, name: string) =>
  document.fields.find((field) => field.name === name)
const differences = ({ checks }: ExtractedDocument) =>
  checks.filter(({ code }) => code === 'exact_differs')
const rowsOf = ({ tables }: ExtractedDocument) =>
  (tables.line_items ?? []).map((row) => [
    ...[row.description, row.quantity, row.line_total].map((cell) => cell?.value),
  ])

describe('an e-invoice inside the file', () => {
  it('answers fields surely, where the page prints the same', () => {
    const gross = fieldOf(read([xml(same)]), 'grand_total')
    expect(gross).toMatchObject({ value: '1468.46', reader: 'xml', needsReview: false })
    expect(gross?.confidence).toBeGreaterThan(0.98)
    expect(gross?.provenance).toMatchObject({ page: 1, box: [470, 370, 520, 380] })
  })

  it('raises no alarm over how the same value is written', () => {
    const document = read([xml(same)])
    expect(differences(document)).toEqual([])
    expect(fieldOf(document, 'seller_name')).toMatchObject({ reader: 'xml', needsReview: false })
    expect(fieldOf(document, 'iban')).toMatchObject({ value: same.iban, needsReview: false })
  })

  it('whose total is not the printed one is an error on that field, with both values', () => {
    const document = read([xml({ ...same, gross: '1486.46' })])
    expect(differences(document)).toMatchObject([
      { level: 'error', passed: false, fields: ['grand_total'] },
    ])
    const [check] = differences(document)
    expect(check?.sentence).toBe(
      'Total: the e-invoice inside the file says 1486.46, page 1 prints 1468.46.',
    )
    const gross = fieldOf(document, 'grand_total')
    expect(gross).toMatchObject({ value: '1486.46', needsReview: true, provenance: null })
    expect(gross?.reasons).toContain('check_failed')
    expect(gross?.candidates.map(({ value }) => value)).toContain('1468.46')
    expect(document.needsReview).toBe(true)
  })

  it('is not doubted because the print was misread: what it states stands elsewhere on the page', () => {
    const other = printed.map(
      ([x, y, text]): TypedRun => [x, y, text === 'Rechnungsdatum' ? 'Ausgestellt' : text],
    )
    const dated: TypedRun[] = [...other, [350, 189, 'Rechnungsdatum'], [470, 189, '01.01.2026']]
    const document = read([xml(same)], dated)
    expect(differences(document)).toEqual([])
    expect(fieldOf(document, 'issue_date')).toMatchObject({
      ...{ value: '2026-03-05', raw: '05.03.2026' },
    })
  })

  it('states what is printed nowhere without a place', () => {
    const document = read([xml({ ...same, due: '1000.00' })])
    const due = fieldOf(document, 'due_payable')
    expect(due).toMatchObject({ value: '1000.00', reader: 'xml' })
  })

  it('of a profile without lines keeps the lines that the page shows', () => {
    const document = read([xml(same)])
    expect(rowsOf(document)).toEqual(rowsOf(read([])))
    expect(rowsOf(document)).toHaveLength(2)
  })

  it('has its lines instead of those of the page, each cell where it is printed', () => {
    const lines = [
      { name: 'Fenster Eiche', quantity: '2', price: '500.00', total: '1000.00' },
      { name: 'Montage', quantity: '4', price: '58.50', total: '234.00' },
    ]
    const document = read([xml({ ...same, lines })])
    expect(rowsOf(document)).toEqual([
      ['Fenster Eiche', '2', '1000.00'],
      ['Montage', '4', '234.00'],
    ])
    const cell = document.tables.line_items?.[1]?.line_total
    expect(cell).toMatchObject({ reader: 'xml', provenance: { page: 1 } })
    expect(cell?.provenance?.box[1]).toBe(300)
  })

  it('beside another that states something else states nothing of it', () => {
    const document = read([xml(same), xml({ ...same, number: 'RE-00043' })])
    expect(fieldOf(document, 'invoice_number')).toMatchObject({
      ...{ value: 'RE-00042', reader: 'text_layer' },
    })
    expect(fieldOf(document, 'grand_total')?.reader).toBe('xml')
  })
})

describe('a payment code', () => {
  it('answers account and amount, in its own box where they are not printed', () => {
    const runs = printed.filter(([, y]) => y !== 780)
    const iban = fieldOf(read([qr(epcText({ amount: 'EUR1468.46' }))], runs), 'iban')
    expect(iban).toMatchObject({ value: 'DE89370400440532013000', reader: 'qr' })
    expect(iban?.provenance?.box).toEqual([50, 600, 150, 700])
  })

  it('for another account than the printed one is an error', () => {
    const document = read([qr(epcText({ iban: 'NL91ABNA0417164300' }))])
    expect(differences(document)).toMatchObject([{ fields: ['iban'] }])
    expect(fieldOf(document, 'iban')?.needsReview).toBe(true)
  })

  it('that does not agree with the e-invoice is an error, and the e-invoice answers', () => {
    const document = read([xml(same), qr(epcText({ iban: 'NL91ABNA0417164300' }))])
    expect(differences(document)).toMatchObject([{ level: 'error', fields: ['iban'] }])
    expect(fieldOf(document, 'iban')).toMatchObject({ value: same.iban, needsReview: true })
  })
})

it('without an exact source nothing is stated and nothing compared', () => {
  const document = read([])
  expect(differences(document)).toEqual([])
  expect(document.fields.some(({ reader }) => reader === 'xml' || reader === 'qr')).toBe(false)
})
