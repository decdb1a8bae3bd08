import type { LineText } from '../layout/lineText.ts'
import type { Word } from '../model.ts'
import { type ItemWords, opensTotals, type RowWords } from './itemWords.ts'
import { parseAmount, unitsOf } from './parse/amount.ts'
import type { Reading } from './reading.ts'

/** An amount with decimals at the end of a line, perhaps with a tax code behind it. */
const endsInAmount =
  /^(?<text>.*?\p{L}{2}.*?)[\s\t]+[‘'’`.,:]?(?<amount>-?\d{1,6}[.,]\d{2}-?)(?:\s*(?:€|EUR|[\p{Lu}*#]{1,3}))?$/u
/** “2 x 1,50”, “3 @ 4.20”, “1.000 kg x 2,99”, before or behind the name, or on a line of its own. */
const quantityTimesPrice =
  /(?<quantity>\d{1,4}(?:[.,]\d{1,3})?)\s?(?:st|stk|pcs|kg|uds?|pz)?\.?\s?[x×*@X][:.]?\s?(?<price>\d{1,6}[.,]\d{2})/u
/** “@ 3.40” below “2 Flat white 6.80”: the price of one. */
const priceOfOne = /^\W*[@à]\s?(?<price>\d{1,6}[.,]\d{2})\W*$/u
/** What may stand beside a count and a price and is no name. */
const unitWord = /^(?:kg|g|st|stk|pcs?|uds?|pz|l|n|no|nr)$/iu

/** “2 Flat white”: a count before the name, but no size (“10 L paint” keeps its ten). */
const leadingCount = /^\s*(?<count>[1-9]\d?)\s+(?=\p{L}{3})/u
/** A tax rate or code behind the name says nothing of the goods. */
const trailingRate = /^\d{1,2}(?:[.,]\d)?%$/

/**
 * Items of a table without a header: lines of text that end in an amount, from the top down to the
 * first line of the totals. A line that only says “2 x 1,50” belongs to the neighbour whose amount it
 * explains, else to the item above.
 */
export function rowsWithoutHeader(reading: Reading, ends: ReadonlySet<string>): ItemWords[] {
  const items: ItemWords[] = []
  let waiting: Counted | null = null
  for (const line of reading.lines) {
    const isEnd = opensTotals(line, ends)
    if (isEnd && items.length > 0) break
    const times = isEnd ? null : quantityTimesPrice.exec(line.text)
    const match =
      isEnd || (times && isCountAlone(line.text, times)) ? null : endsInAmount.exec(line.text)
    const one = isEnd ? undefined : priceOfOne.exec(line.text)?.groups?.price
    if (one) {
      givePrice(items.at(-1)?.cells, line, one)
    } else if (match?.groups && !/:\s*$/.test(match.groups.text ?? '')) {
      const cells = cellsFrom(line, match.groups.text ?? '', match.groups.amount ?? '')
      const amount = unitsOf(parseAmount(match.groups.amount ?? '', reading.decimal)?.value)
      if (times) addTimes(cells, line, times)
      else if (waiting)
        give(
          waiting,
          isProduct(amount, waiting) || items.length === 0 ? cells : items.at(-1)?.cells,
        )
      waiting = null
      items.push({ page: line.line.page, cells })
    } else if (times) {
      if (waiting) give(waiting, items.at(-1)?.cells)
      waiting = counted(line, times, reading)
    }
  }
  if (waiting) give(waiting, items.at(-1)?.cells)
  return items
}

/** Whether a line says how many at what price, and names nothing. */
function isCountAlone(text: string, times: RegExpExecArray): boolean {
  const rest = text.slice(0, times.index) + text.slice(times.index + times[0].length)
  const named = (rest.match(/\p{L}{2,}/gu) ?? []).filter((word) => !unitWord.test(word))
  return named.length === 0 && !/\d[.,]\d{2}/.test(rest)
}

function givePrice(to: RowWords | undefined, line: LineText, price: string): void {
  const from = line.text.indexOf(price)
  if (to?.has('quantity') && !to.has('unit_price'))
    to.set('unit_price', partOf(line, from, from + price.length))
}

interface Counted {
  readonly cells: RowWords
  /** Quantity times price, in units of 1/10000. */
  readonly product: bigint | null
}

function counted(line: LineText, times: RegExpExecArray, reading: Reading): Counted {
  const cells: RowWords = new Map()
  addTimes(cells, line, times)
  const [count, price] = [times.groups?.quantity, times.groups?.price].map((text) =>
    unitsOf(parseAmount(text ?? '', reading.decimal)?.value),
  )
  return { cells, product: count && price ? (count * price) / 10_000n : null }
}

/** Whether an amount is what a count and a price make, to the nearest hundredth. */
function isProduct(amount: bigint | null, { product }: Counted): boolean {
  if (amount === null || product === null) return false
  return product - amount <= 50n && amount - product <= 50n
}

/** A count never overwrites one that an item has already. */
function give({ cells }: Counted, to: RowWords | undefined): void {
  if (to && !to.has('quantity')) for (const [name, words] of cells) to.set(name, words)
}

function cellsFrom(line: LineText, text: string, amount: string): RowWords {
  const from = line.text.lastIndexOf(amount)
  const words = line.wordsOf(0, text.length).filter((word) => !trailingRate.test(word.text))
  const count = leadingCount.test(text) ? words[0] : undefined
  return new Map<string, Word[]>([
    ['description', count ? words.slice(1) : words],
    ...(count ? [['quantity', [count]] as [string, Word[]]] : []),
    ['line_total', partOf(line, from, from + amount.length)],
  ])
}

function addTimes(cells: RowWords, line: LineText, times: RegExpExecArray): void {
  const { quantity = '', price = '' } = times.groups ?? {}
  const priceAt = times.index + times[0].length - price.length
  cells.set('quantity', partOf(line, times.index, times.index + quantity.length))
  cells.set('unit_price', partOf(line, priceAt, priceAt + price.length))
  const description = cells.get('description')
  if (description)
    cells.set(
      'description',
      description.filter(
        (word) => !line.wordsOf(times.index, times.index + times[0].length).includes(word),
      ),
    )
}

/** A stretch of a line as one word, so that “2x1,50” gives two cells. */
function partOf(line: LineText, from: number, to: number): Word[] {
  const [word] = line.wordsOf(from, to)
  return word ? [{ ...word, text: line.text.slice(from, to), box: line.boxOf(from, to) }] : []
}
