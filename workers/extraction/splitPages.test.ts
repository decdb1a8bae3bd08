import { expect, test } from 'vitest'
import invoice from '../../resources/templates/invoice.json' with { type: 'json' }
import type { Page } from '../model.ts'
import { templateSchema } from '../template.ts'
import { type TypedRun, typedPage } from '../testing/typedPage.ts'
import { readDocuments } from './readDocuments.ts'
import { splitPages } from './splitPages.ts'

const context = { templates: [templateSchema.parse(invoice)], today: '2026-06-01' }

/** Lines a row apart; `|` puts what follows into the next of three columns. */
function sheet(text: string, more: Partial<Page> = {}): Page {
  const lines = text.split('\n').map((line) => line.trim())
  const runs = lines.flatMap((line, row) =>
    line
      .split('|')
      .map((part, column): TypedRun => [40 + 180 * column, 40 + 16 * row, part.trim()]),
  )
  return { ...typedPage(runs, { language: 'en' }), ...more }
}

const numbered = (pages: readonly Page[]) => pages.map((page, i) => ({ ...page, number: i + 1 }))

function firstPages(...pages: readonly Page[]): readonly (number | undefined)[] {
  return splitPages(numbered(pages), context).map(([page]) => page?.number)
}

const goods = 'Paper|2|4.00\nPens|3|6.00\nStaples|1|2.50\nEnvelopes large|9|18.00\nFolders|4|7.20'
const bill = (number: string, page: string) =>
  `Tallow & Reed Ltd|Invoice|${page}\nInvoice no. ${number}|Customer 88120\n${goods}`
const blank = sheet('')

test('“Page 1 of 2” begins a document, and the numbers after it go on', () => {
  const pages = [
    sheet(bill('40017', 'Page 1 of 2')),
    sheet(bill('40017', 'Page 2 of 2')),
    sheet(bill('40018', 'Page 1 of 1')),
    sheet(bill('40019', 'Page 1 of 3')),
    sheet(bill('40019', 'Page 2 of 3')),
    sheet(bill('40019', 'Page 3 of 3')),
  ]
  expect(firstPages(...pages)).toEqual([1, 3, 4])
})

test.each(['Seite 1 von 2', 'Page 1 sur 2', 'Pagina 1 di 2', 'Página 1 de 2', '1/2'])(
  'pages are counted in any language: %s',
  (one) => {
    const two = one.replace('1', '2')
    const pages = [one, two, one, two].map((page) => sheet(`${page}\nOdds and ends\n${goods}`))
    expect(firstPages(...pages)).toEqual([1, 3])
  },
)

test('pages without numbers that share letterhead and number are one document', () => {
  const pages = [bill('40017', ''), bill('40017', ''), bill('40017', '')].map((text) => sheet(text))
  expect(firstPages(...pages)).toEqual([1])
})

test('another number in the same place is another document of the same house', () => {
  const pages = [bill('40017', ''), bill('40018', ''), bill('40019', '')].map((text) =>
    sheet(text.replace('Customer 88120', '')),
  )
  expect(firstPages(...pages)).toEqual([1, 2, 3])
})

test('a blank sheet parts documents, and stays with the one before it', () => {
  const pages = numbered([
    sheet(`Minutes of the board\n${goods}`),
    blank,
    sheet('Dear neighbour,\nthe fence will be painted in the first days of spring.'),
    blank,
    sheet(bill('40017', '')),
  ])
  expect(splitPages(pages, context).map((own) => own.map(({ number }) => number))).toEqual([
    [1, 2],
    [3, 4],
    [5],
  ])
})

test('a blank back between numbered pages parts nothing', () => {
  const pages = [
    sheet(bill('40017', 'Page 1 of 3')),
    blank,
    sheet(bill('40017', 'Page 2 of 3')),
    blank,
    sheet(bill('40017', 'Page 3 of 3')),
    blank,
  ]
  expect(firstPages(...pages)).toEqual([1])
})

test('running text goes on where the page before broke off', () => {
  const pages = [
    sheet('Agreement\nThe parties agree that each of them will keep all that it learns'),
    sheet('and will not hand it to anybody else without the word of the other\nin writing.'),
  ]
  expect(firstPages(...pages)).toEqual([1])
})

test('other paper and another language begin another document', () => {
  const letter = sheet('Dear neighbour,\nthe fence will be painted in the first days of spring.')
  const words = Array.from({ length: 45 }, (_, i) => `Wort${'abcdefghijklmno'[i % 15]}m`)
  const german = sheet(words.join(' '), { language: 'de', size: [420, 595] })
  expect(firstPages(letter, german)).toEqual([1, 2])
})

test('a page that could not be read belongs to the document before it', () => {
  const pages = [
    { ...sheet(bill('40017', 'Page 1 of 2')), number: 1 },
    { ...sheet(bill('40018', 'Page 1 of 1')), number: 3 },
  ]
  const documents = readDocuments({
    ...{ ...context, pages, missingPages: [2], choice: 'auto', finds: 'types', split: true },
  })
  expect(documents).toMatchObject([
    { pages: [1, 2], needsReview: true, checks: [{ code: 'pages_complete' }] },
    { pages: [3, 3], checks: [] },
  ])
})

test('types alone come without fields, and with the template that told them', () => {
  const pages = numbered([sheet(bill('40017', 'Page 1 of 1')), sheet(bill('40018', 'Page 1 of 1'))])
  const input = { ...context, pages, missingPages: [], choice: 'auto', finds: 'types' as const }
  const invoiceType = { type: 'invoice', fields: [], tables: {}, template: { name: 'invoice' } }
  expect(readDocuments({ ...input, split: true })).toMatchObject([
    { ...invoiceType, pages: [1, 1] },
    { ...invoiceType, pages: [2, 2] },
  ])
  expect(readDocuments(input)).toMatchObject([{ ...invoiceType, pages: [1, 2] }])
})

test('a file that is split while it is extracted gives the fields of each document', () => {
  const pages = numbered([sheet(bill('40017', 'Page 1 of 1')), sheet(bill('40018', 'Page 1 of 1'))])
  const input = { ...context, pages, missingPages: [], choice: 'invoice' }
  const numbers = (split: boolean) =>
    readDocuments({ ...input, split }).map(
      ({ fields }) => fields.find(({ name }) => name === 'invoice_number')?.value,
    )
  expect(numbers(true)).toEqual(['40017', '40018'])
  expect(numbers(false)).toHaveLength(1)
})
