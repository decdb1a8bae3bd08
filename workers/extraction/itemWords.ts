import type { LineText } from '../layout/lineText.ts'
import type { Word } from '../model.ts'
import { fold } from './parse/fold.ts'

/** The cells of one item, words by column name. */
export type RowWords = Map<string, Word[]>

/** One item of a table before its cells are parsed. */
export interface ItemWords {
  readonly page: number
  readonly cells: RowWords
}

/** A line whose first words end the table and that is not an item itself (“Total care package 12.00”). */
export function opensTotals(line: LineText, ends: ReadonlySet<string>): boolean {
  const first = line.text.split('\t').find((part) => /\p{L}/u.test(part)) ?? ''
  const words = first
    .replace(/[:.]+/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}]/u.test(word))
  for (let count = Math.min(words.length, 5); count > 0; count--)
    if (ends.has(fold(words.slice(0, count).join(''))) && words.length - count <= 3) return true
  return false
}
