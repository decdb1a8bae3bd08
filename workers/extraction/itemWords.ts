import type { LineText } from '../layout/lineText.ts'
import type { Word } from '../model.ts'
import { fold } from './parse/fold.ts'

/** The cells of one item, words by column name. */
export type RowWords = Map<string, Word[]>

/** One item of a table before its cells are parsed. */
export interface ItemWords {
  readonly page: number
  readonly cells: RowWords
  /** What quantity × price = total says of it; absent where a part is missing. */
  readonly proof?: ItemProof
}

export interface ItemProof {
  /** `telling`: the row multiplies; `trivial`: by one or nothing; `failed`: it has all three and does not. */
  readonly kind: 'telling' | 'trivial' | 'failed'
  /** A number that OCR misread, as the equation needs it: column name and text with a decimal point. */
  readonly repaired: { readonly column: string; readonly text: string } | null
}

/**
 * Whether a line opens the totals: its first segment begins with a label that ends tables, or a later
 * one is such a label alone. An item that only begins alike (“Total care package of …”) does not.
 */
export function opensTotals(line: LineText, ends: ReadonlySet<string>): boolean {
  const parts = line.text.split('\t').filter((part) => /\p{L}/u.test(part))
  // A tax code in a row of numbers (“7 % VAT”) is no label.
  const isRow = (line.text.match(/(?<![\d.,])\d[\d.,]*/g)?.length ?? 0) > 3
  return parts.some((part, i) => {
    if (i > 0 && isRow) return false
    const words = part
      .replace(/[:.]+/g, ' ')
      .split(/\s+/)
      .filter((word) => /\p{L}/u.test(word))
    const most = i === 0 ? 3 : 1
    for (let count = Math.min(words.length, 5); count > 0; count--) {
      const label = fold(words.slice(0, count).join(''))
      // “Net” alone is a sum, “Net curtains” are goods.
      const further = label.length > 3 ? most : 0
      if (words.length - count <= further && ends.has(label)) return true
    }
    return false
  })
}
