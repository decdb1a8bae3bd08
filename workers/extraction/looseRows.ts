import type { LineText } from '../layout/lineText.ts'
import type { Word } from '../model.ts'
import { type ItemWords, opensTotals, type RowWords } from './itemWords.ts'
import type { Reading } from './reading.ts'

/** An amount with decimals at the end of a line, perhaps with a tax code behind it. */
const endsInAmount =
  /^(?<text>.*?\p{L}{2}.*?)[\s\t]+(?<amount>-?\d{1,6}[.,]\d{2}-?)(?:\s*(?:€|EUR|[A-Z*#]{1,3}))?$/u
/** “2 x 1,50”, “3 @ 4.20”, “1.000 kg x 2,99”, before or behind the name, or on a line of its own. */
const quantityTimesPrice =
  /(?<quantity>\d{1,4}(?:[.,]\d{1,3})?)\s?(?:st|stk|pcs|kg|uds?|pz)?\.?\s?[x×*@X]\s?(?<price>\d{1,6}[.,]\d{2})/u

/**
 * Items of a table without a header: lines of text that end in an amount, from the top down to the
 * first line of the totals.
 */
export function rowsWithoutHeader(reading: Reading, ends: ReadonlySet<string>): ItemWords[] {
  const items: ItemWords[] = []
  let pending: RowWords | null = null
  for (const line of reading.lines) {
    if (items.length > 0 && opensTotals(line, ends)) break
    if (opensTotals(line, ends)) continue
    const times = quantityTimesPrice.exec(line.text)
    const match = endsInAmount.exec(line.text)
    if (match?.groups) {
      const cells = cellsFrom(line, match.groups.text ?? '', match.groups.amount ?? '')
      if (times) addTimes(cells, line, times)
      else if (pending) for (const [name, words] of pending) cells.set(name, words)
      items.push({ page: line.line.page, cells })
      pending = null
    } else if (times) {
      const cells: RowWords = new Map()
      addTimes(cells, line, times)
      const last = items.at(-1)
      // A line of its own belongs to the item above, or to the next one before any item was seen.
      if (last && !last.cells.has('quantity'))
        for (const [name, words] of cells) last.cells.set(name, words)
      else pending = cells
    }
  }
  return items
}

function cellsFrom(line: LineText, text: string, amount: string): RowWords {
  const from = line.text.lastIndexOf(amount)
  return new Map<string, Word[]>([
    ['description', [...line.wordsOf(0, text.length)]],
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
