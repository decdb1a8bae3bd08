import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { build } from './samples/build.ts'
import { documents } from './samples/catalogue.ts'
import { isIban, vatId } from './samples/identifiers.ts'
import { cents, lineAmount, percentOf, taxWithin } from './samples/money.ts'
import type { Truth } from './samples/truth.ts'

const resources = fileURLToPath(new URL('../resources', import.meta.url))
const samples = path.join(resources, 'samples')
const odd = path.join(resources, 'samples-odd')

function truthsIn(file: string): Truth[] {
  const lines = fs.readFileSync(path.join(samples, file), 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Truth)
}
const truths = truthsIn('truth.jsonl')
const ofType = (type: Truth['doc_type']) => truths.filter((truth) => truth.doc_type === type)
const invoices = ofType('invoice')
const receipts = ofType('receipt')
const named = (list: readonly Truth[]) => list.map((truth) => [truth.file, truth] as const)

type Row = { quantity?: string; unit_price?: string; line_total: string }
type Tax = { rate: string; basis: string; tax: string }
const amount = (truth: Truth, name: string) => cents(String(truth.normalized[name] ?? '0'))
const rows = (truth: Truth) => (truth.normalized.line_items ?? []) as Row[]
const taxes = (truth: Truth) => truth.normalized.tax_breakdown as Tax[]
const sum = (values: readonly string[]) => values.reduce((total, value) => total + cents(value), 0)

describe('the collection', () => {
  test('holds at least 24 documents, invoices and receipts in six languages', () => {
    expect(truths.length).toBeGreaterThanOrEqual(24)
    const languages = ['de', 'en', 'es', 'fr', 'it', 'nl']
    expect([...new Set(invoices.map(({ language }) => language))].sort()).toEqual(languages)
    expect([...new Set(receipts.map(({ language }) => language))].sort()).toEqual(languages)
  })

  test('has at least eight layouts of invoices and five of receipts', () => {
    expect(new Set(invoices.map(({ layout }) => layout)).size).toBeGreaterThanOrEqual(8)
    expect(new Set(receipts.map(({ layout }) => layout)).size).toBeGreaterThanOrEqual(5)
  })

  test('has two statements, one of two pages, two purchase orders and a form', () => {
    expect(ofType('statement').map(({ pages }) => pages)).toEqual([2, 1])
    expect(ofType('purchase_order').map(({ language }) => language)).toEqual(['fr', 'en'])
    expect(ofType('form')).toHaveLength(1)
  })

  test('has every kind of file, and invoices of two and three pages', () => {
    const kinds = [...new Set(truths.map(({ kind }) => kind))].sort()
    expect(kinds).toEqual(['bmp', 'heic', 'jpg', 'png', 'scan_pdf', 'text_pdf', 'tiff', 'webp'])
    const paged = (kind: string) =>
      truths.filter((truth) => truth.kind === kind).map(({ pages }) => pages)
    expect(paged('text_pdf')).toContain(2)
    expect(paged('scan_pdf')).toContain(2)
    expect(paged('tiff')).toContain(3)
  })

  test('is small: no file above 700 KB, all together below 6 MB', () => {
    const sizes = truths.map(({ file }) => fs.statSync(path.join(samples, file)).size)
    expect(Math.max(...sizes)).toBeLessThan(700 * 1024)
    expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThan(6 * 1024 * 1024)
  })

  test('has no file without truth, and the split lists hold the same lines', () => {
    const files = fs.readdirSync(samples).filter((file) => !/\.(jsonl|md)$/.test(file))
    expect(files.sort()).toEqual(truths.map(({ file }) => file).sort())
    expect(truthsIn('truth-invoices.jsonl')).toEqual(invoices)
    expect(truthsIn('truth-receipts.jsonl')).toEqual(receipts)
  })
})

const magic: Record<string, (head: Buffer) => boolean> = {
  text_pdf: (head) => head.toString('latin1', 0, 5) === '%PDF-',
  scan_pdf: (head) => head.toString('latin1', 0, 5) === '%PDF-',
  jpg: (head) => head.readUInt16BE(0) === 0xffd8,
  png: (head) => head.toString('latin1', 1, 4) === 'PNG',
  webp: (head) => head.toString('latin1', 8, 12) === 'WEBP',
  tiff: (head) => head.toString('latin1', 0, 3) === 'II*',
  bmp: (head) => head.toString('latin1', 0, 2) === 'BM',
  heic: (head) => head.toString('latin1', 4, 12) === 'ftypheic',
}

/** What every sample of a type shows. */
const main: Record<Truth['doc_type'], readonly string[]> = {
  invoice: ['invoice_number', 'issue_date', 'grand_total', 'seller_name', 'buyer_name'],
  receipt: ['company', 'date', 'total'],
  statement: ['account_number', 'period_start', 'period_end', 'opening_balance', 'closing_balance'],
  purchase_order: ['order_number', 'order_date', 'buyer_name', 'seller_name', 'grand_total'],
  form: ['first_name', 'last_name'],
}

describe('every file', () => {
  test.each(named(truths))('%s begins as its kind does', (file, truth) => {
    const head = fs.readFileSync(path.join(samples, file)).subarray(0, 16)
    expect(magic[truth.kind]?.(head)).toBe(true)
  })

  test.each(named(truths))('%s has its main values in boxes on the page', (_, truth) => {
    expect(Object.keys(truth.boxes)).toEqual(expect.arrayContaining([...main[truth.doc_type]]))
    expect(truth.page_size).toHaveLength(truth.pages)
    const places = [...Object.values(truth.boxes), ...Object.values(truth.elsewhere).flat()]
    for (const { page, bbox } of places) {
      const [width, height] = truth.page_size[page - 1] ?? [0, 0]
      const [x0, y0, x1, y1] = bbox
      expect(x0 >= 0 && y0 >= 0 && x1 <= width && y1 <= height).toBe(true)
      expect(x1 > x0 && y1 > y0).toBe(true)
    }
  })
})

describe('the sums', () => {
  test.each(named(invoices))('%s: lines make the net total, net and tax make the gross', (_, t) => {
    const lines = sum(rows(t).map((row) => row.line_total))
    expect(lines - amount(t, 'allowance_total')).toBe(amount(t, 'net_total'))
    expect(amount(t, 'net_total') + amount(t, 'tax_total')).toBe(amount(t, 'grand_total'))
    if (t.normalized.due_payable !== undefined)
      expect(amount(t, 'grand_total') - amount(t, 'prepaid')).toBe(amount(t, 'due_payable'))
  })

  test.each(named(invoices))('%s: the taxes per rate make the tax total', (_, t) => {
    expect(sum(taxes(t).map(({ basis }) => basis))).toBe(amount(t, 'net_total'))
    expect(sum(taxes(t).map(({ tax }) => tax))).toBe(amount(t, 'tax_total'))
    for (const { rate, basis, tax } of taxes(t))
      expect(percentOf(cents(basis), rate)).toBe(cents(tax))
  })

  test.each(named(receipts))('%s: items and what comes on top make the total', (_, t) => {
    const items = sum(rows(t).map((row) => row.line_total))
    const onTop = items === amount(t, 'subtotal') ? amount(t, 'tax_total') : 0
    expect(items + onTop + amount(t, 'tip')).toBe(amount(t, 'total'))
    expect(amount(t, 'subtotal') + amount(t, 'tax_total') + amount(t, 'tip')).toBe(
      amount(t, 'total'),
    )
  })

  test.each(named(ofType('statement')))(
    '%s: every balance is the last and the movement',
    (_, t) => {
      let balance = amount(t, 'opening_balance')
      for (const row of t.normalized.line_items as { amount: string; balance: string }[]) {
        balance += cents(row.amount)
        expect(cents(row.balance)).toBe(balance)
      }
      expect(balance).toBe(amount(t, 'closing_balance'))
    },
  )

  test.each(named(ofType('purchase_order')))('%s: lines and tax make the total', (_, t) => {
    const lines = sum(rows(t).map((row) => row.line_total))
    expect(lines + amount(t, 'tax_total')).toBe(amount(t, 'grand_total'))
  })

  test.each(named(truths))('%s: quantity times price is the line', (_, t) => {
    for (const { quantity, unit_price, line_total } of rows(t))
      if (quantity !== undefined && unit_price !== undefined)
        expect(lineAmount(quantity, unit_price)).toBe(cents(line_total))
  })
})

describe('numbers', () => {
  test('every IBAN passes its check digits', () => {
    const ibans = invoices.flatMap(({ normalized }) => normalized.iban ?? [])
    expect(ibans.length).toBeGreaterThanOrEqual(12)
    for (const iban of ibans) expect(isIban(String(iban))).toBe(true)
  })

  test('check digits agree with known numbers', () => {
    expect(isIban('DE89 3704 0044 0532 0130 00')).toBe(true)
    expect(isIban('DE88 3704 0044 0532 0130 00')).toBe(false)
    expect(vatId.DE('12927420')).toBe('DE129274202')
  })

  test('dates are ISO, amounts are decimal strings', () => {
    for (const { normalized } of truths)
      for (const [name, value] of Object.entries(normalized)) {
        if (/date$/.test(name)) expect(value).toMatch(/^202[56]-\d\d-\d\d$/)
        if (/total$|^prepaid$|^due_payable$/.test(name)) expect(value).toMatch(/^\d+\.\d\d$/)
      }
  })

  test('a tax that is contained is what remains above the net price', () => {
    expect(taxWithin(11900, '19')).toBe(1900)
    expect(taxWithin(1000, '7')).toBe(65)
  })
})

describe('making them', () => {
  // Compressors may differ between processors, so bytes are compared on the machine that runs this.
  test('twice gives the same bytes, and the truth that is in the repository', async () => {
    const wanted = [
      'invoice-de-elektro-funkenfeder-two-pages.pdf',
      'invoice-en-ie-mossgate-software.pdf',
      'receipt-nl-parkeren-stadsgracht.bmp',
      'statement-de-sparbank-lindenau-two-pages.pdf',
      'purchase-order-en-us-cutler-bay.pdf',
    ]
    for (const document of documents.filter(({ file }) => wanted.includes(file))) {
      const [once, again] = [await build(document), await build(document)]
      expect(once.bytes?.equals(again.bytes ?? Buffer.alloc(0))).toBe(true)
      const kept = truths.find(({ file }) => file === document.file)
      expect(JSON.parse(JSON.stringify(once.truth))).toEqual(kept)
    }
  })

  test('the three-page TIFF has three frames at 200 dpi', async () => {
    const file = path.join(samples, 'invoice-nl-schroefhuis-three-pages.tiff')
    expect(await sharp(file).metadata()).toMatchObject({ pages: 3, density: 200 })
  })
})

describe('the odd files', () => {
  test('are what their page says', () => {
    const read = (file: string) => fs.readFileSync(path.join(odd, file))
    expect(read('empty.pdf')).toHaveLength(0)
    expect(read('locked.pdf').includes('/Encrypt')).toBe(true)
    expect(read('truncated.pdf').includes('%%EOF')).toBe(false)
    expect(read('receipt-that-is-a-jpeg.pdf').readUInt16BE(0)).toBe(0xffd8)
    const page = read('README.md').toString()
    for (const file of fs.readdirSync(odd)) if (file !== 'README.md') expect(page).toContain(file)
  })
})
