import { expect, it } from 'vitest'
import receipt from '../../resources/templates/receipt.json' with { type: 'json' }
import { templateSchema } from '../template.ts'
import { typedPage } from '../testing/typedPage.ts'
import { readDocuments } from './readDocuments.ts'

/** Items of a till roll; names and amounts are parted by ` | `. */
function itemsOf(language: string, ...lines: readonly string[]) {
  const runs = lines.flatMap((line, i) =>
    line.split(' | ').map((text, k) => [20 + 140 * k, 20 + 14 * i, text] as const),
  )
  const [document] = readDocuments({
    ...{ pages: [typedPage(runs, { language })], missingPages: [], today: '2026-06-01' },
    ...{ templates: [templateSchema.parse(receipt)], choice: 'receipt' },
  })
  const names = ['description', 'quantity', 'unit_price', 'line_total']
  return (document?.tables.line_items ?? []).map((row) =>
    names.map((name) => row[name]?.value ?? ''),
  )
}

it('a count with a weight and its price belongs to the goods that they make the amount of', () => {
  expect(
    itemsOf(
      'de',
      'MARKT AM TOR',
      '4 X: 1,29',
      'MILCH 1L | 5,16 B',
      'HAFER ZART | 0,95 B',
      '0,684 kg x 3,49',
      'TOMATEN | 2,39 B',
      'SUMME | 8,50',
    ),
  ).toEqual([
    ['MILCH 1L', '4', '1.29', '5.16'],
    ['HAFER ZART', '', '', '0.95'],
    ['TOMATEN', '0.684', '3.49', '2.39'],
  ])
})

it('the price of one below a counted line is its price, and a sum of one short word no goods', () => {
  expect(
    itemsOf(
      'en',
      'THE OLD TEAROOM',
      '2 Flat white | 6.80',
      '@ 3.40',
      'Net curtains | 3.25',
      'Net | 8.37',
      'VAT 20% | 1.68',
      'TOTAL | 10.05',
    ),
  ).toEqual([
    ['Flat white', '2', '3.40', '6.80'],
    ['Net curtains', '', '', '3.25'],
  ])
})

it('an amount with a speck before it and an accented code behind it is one', () => {
  expect(
    itemsOf(
      'fr',
      'PHARMACIE DU PONT',
      'Crème mains | ‘8,20 À',
      'Tisane nuit | 5,10 B',
      'TOTAL | 13,30',
    ),
  ).toEqual([
    ['Crème mains', '', '', '8.20'],
    ['Tisane nuit', '', '', '5.10'],
  ])
})
