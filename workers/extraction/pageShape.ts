import type { Reading } from './reading.ts'
import { findSpans } from './spans.ts'

/** What the layout of a document says about its type, whatever its words. */
export interface PageShape {
  /** Much higher than wide, or narrower than A5: paper off a roll. */
  readonly isStrip: boolean
  /** Higher than a sheet for its width, or of short lines. */
  readonly isNarrow: boolean
  /** Sums of money: with decimals, or with a currency beside them. */
  readonly amounts: number
  /** 0 to 1: the share of the words that stand in sentences. */
  readonly prose: number
  /** Lines that begin with a date and end with an amount. */
  readonly movements: number
  /** Short labels before a colon, and boxes to tick. */
  readonly blanks: number
  readonly pages: number
}

/** Points; tills print on less. */
const slipWidth = 330

/** A line of as many words, and few numbers among them, is part of a sentence. */
const sentence = { words: 8, numbers: 0.2 }

export function pageShape(reading: Reading): PageShape {
  const [first] = reading.pages
  const [width, height] = first?.size ?? [595, 842]
  const amounts = findSpans('amount', reading).filter(({ strong }) => strong)
  const dates = findSpans('date', reading)
  const onFirst = reading.lines.filter(({ line }) => line.page === first?.number).length
  const ending = new Set(
    amounts.filter(({ line, to }) => line.text.length - to < 6).map(({ line }) => line),
  )
  const movements = new Set(
    dates.filter(({ line, from }) => from < 4 && ending.has(line)).map(({ line }) => line),
  )
  return {
    isStrip: height > 1.8 * width || width < slipWidth,
    isNarrow: height > 1.55 * width || (first?.words.length ?? 0) / Math.max(1, onFirst) < 4,
    amounts: amounts.length,
    prose: proseOf(reading),
    movements: movements.size,
    blanks: blanksOf(reading),
    pages: reading.pages.length,
  }
}

/** Up to five words without a digit before a colon that ends its words or has a gap behind it. */
const blank = /(?:^|\t| {2})(?:[^\s\d:]+ ){0,4}[^\s\d:]+ ?:(?=\s|$)|[☐☒☑□]|\[ ?x? ?\]/gu

function blanksOf({ lines }: Reading): number {
  return lines.reduce((sum, { text }) => sum + (text.match(blank)?.length ?? 0), 0)
}

function proseOf({ lines }: Reading): number {
  let inSentences = 0
  let all = 0
  for (const { line } of lines) {
    all += line.words.length
    for (const { words } of line.segments) {
      const numbers = words.filter(({ text }) => /\d/.test(text)).length
      if (words.length >= sentence.words && numbers <= sentence.numbers * words.length)
        inSentences += words.length
    }
  }
  return all === 0 ? 0 : inSentences / all
}
