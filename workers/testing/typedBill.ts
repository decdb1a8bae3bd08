import type { Language } from '../languages.ts'
import type { Page } from '../model.ts'
import { billWords } from './billWords.ts'
import { type TypedRun, typedPage } from './typedPage.ts'

/** An invoice to be typed, for tests. */
export interface Bill {
  readonly language: Language
  readonly seller: readonly string[]
  readonly buyer: readonly string[]
  /** Labels with their values, at the right of the head. */
  readonly head: readonly Labelled[]
  /** Description, quantity, price and amount. */
  readonly items: readonly (readonly [string, string, string, string])[]
  /** Labels with their amounts, below the items. */
  readonly sums: readonly Labelled[]
  readonly foot: string
}

type Labelled = readonly [label: string, value: string]

/** Euros as the language of a bill writes them. */
export function euros(cents: number, language: Language = 'en'): string {
  const [group, mark] = language === 'en' ? [',', '.'] : ['.', ',']
  const digits = String(Math.abs(cents)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group)
  return `${cents < 0 ? '-' : ''}${whole}${mark}${digits.slice(-2)}`
}

/** A bill of so many lines with its sums, in the words and notation of a language. */
export function billOf(language: Language, lines = 2, changes: Partial<Bill> = {}): Bill {
  const { head, sums } = billWords[language]
  const goods = Array.from({ length: lines }, (_, i) => ({ count: 1 + (i % 4), cents: 1990 + i }))
  const net = goods.reduce((sum, { count, cents }) => sum + count * cents, 0)
  const tax = Math.round(net / 5)
  const amounts = [net, tax, net + tax].map((cents) => `${euros(cents, language)} €`)
  return {
    language,
    seller: ['Larch & Lime GmbH', 'Mill Lane 12', '20457 Hamburg'],
    buyer: ['Pell Stores B.V.', 'Kade 3', '1011 AB Amsterdam'],
    head: [
      [head[0], 'K-2026-310'],
      [head[1], '23.04.2026'],
      [head[2], '21.05.2026'],
    ],
    items: goods.map(({ count, cents }, i) => [
      `Garden chair, model ${String.fromCharCode(65 + (i % 26))}`,
      `${count}`,
      euros(cents, language),
      euros(count * cents, language),
    ]),
    sums: sums.map((label, i) => [label, amounts[i] as string]),
    foot: 'VAT DE123456789  IBAN DE89 3704 0044 0532 0130 00  BIC COBADEFFXXX',
    ...changes,
  }
}

/** Text that ends at a place, as numbers stand in columns. */
const ending = (right: number, y: number, text: string): TypedRun => [
  right - 5 * text.length,
  y,
  text,
]

const rowHeight = 16

/** The pages of a bill: lines that do not fit go on the next page, under a header of its own. */
export function typedBill(bill: Bill): Page[] {
  const { language, seller, buyer, head, items, sums, foot } = bill
  const words = billWords[language]
  const top: TypedRun[] = [
    ...seller.map((text, i): TypedRun => [40, 40 + 13 * i, text]),
    [350, 90, words.title],
    [40, 120, words.billTo],
    ...buyer.map((text, i): TypedRun => [40, 133 + 13 * i, text]),
    ...head.flatMap(([label, value], i): TypedRun[] => [
      [350, 120 + 13 * i, label],
      [480, 120 + 13 * i, value],
    ]),
  ]
  const pages: TypedRun[][] = [top]
  let y = 220
  const room = (height: number) => {
    if (y + height < 760) return
    pages.push([])
    y = 60
  }
  items.forEach((item, i) => {
    room(rowHeight)
    if (i === 0 || y === 60) {
      pages.at(-1)?.push(...rowOf(y, words.items))
      y += rowHeight
    }
    pages.at(-1)?.push(...rowOf(y, item))
    y += rowHeight
  })
  room(sums.length * rowHeight + 30)
  y += 30
  for (const [label, value] of sums) {
    pages.at(-1)?.push([330, y, label], ending(540, y, value))
    y += rowHeight
  }
  pages.at(-1)?.push([40, 790, foot])
  return pages.map((runs, i) => typedPage(runs, { number: i + 1, language }))
}

function rowOf(y: number, [name, count, price, amount]: Bill['items'][number]): TypedRun[] {
  return [[40, y, name], ending(340, y, count), ending(440, y, price), ending(540, y, amount)]
}
