import { AppError } from '../../../workers/errors.ts'
import { union } from '../../../workers/layout/geometry.ts'
import { type Taken, wordsInBox } from '../../../workers/layout/wordsInBox.ts'
import type { Page, Word } from '../../../workers/model.ts'
import { typedValue } from '../typedValue.ts'
import { byPerson, type Cell, emptyCell, provenanceAt, type Row } from './row.ts'

interface Where {
  /** A column and the number of its words that stay, or nothing: where its lines part. */
  readonly edit: { readonly at: { readonly column: string; readonly word: number } | null }
  readonly pages: readonly Page[]
}

/**
 * One row as two. At a word: what comes before it stays, the rest opens the new row. In two: of every cell
 * whose print has several lines the upper half stays. Cells that are not cut stay in the first row.
 */
export function splitRow(row: Row, { edit, pages }: Where): readonly [Row, Row] {
  const { at } = edit
  const parts = Object.entries(row).map(([name, cell]) => {
    if (!at) return [name, byLines(cell, pages)] as const
    return [name, name === at.column ? byWord(cell, at.word, pages) : null] as const
  })
  if (parts.every(([, halves]) => halves === null)) {
    const problem = at
      ? 'there is no word in that cell at which the row could be cut.'
      : 'no cell of the row has a second line. Say at which word it is to be cut.'
    throw new AppError('invalid_input', { problem })
  }
  const half = (side: 0 | 1) =>
    Object.fromEntries(
      parts.map(([name, halves]) => {
        const cell = row[name] as Cell
        const whole = side === 0 ? cell : emptyCell(cell.table ?? '', cell)
        return [name, halves ? halves[side] : whole] as const
      }),
    )
  return [half(0), half(1)]
}

type Halves = readonly [Cell, Cell] | null

function byLines(cell: Cell, pages: readonly Page[]): Halves {
  const found = printOf(cell, pages)
  if (!found || found.taken.lines.length < 2) return null
  const { taken, page } = found
  const upper = Math.ceil(taken.lines.length / 2)
  const count = taken.lines.slice(0, upper).flat().length
  return halvesOf(cell, { words: taken.words, page, count })
}

function byWord(cell: Cell, count: number, pages: readonly Page[]): Halves {
  const texts = (cell.raw ?? cell.value ?? '').split(/\s+/).filter(Boolean)
  if (count <= 0 || count >= texts.length) return null
  const found = printOf(cell, pages)
  // Print and text may part their words differently; then the halves stand where the whole stood.
  if (found?.taken.words.length === texts.length)
    return halvesOf(cell, { words: found.taken.words, page: found.page, count })
  return [
    filled(cell, texts.slice(0, count).join(' '), cell),
    filled(fresh(cell), texts.slice(count).join(' '), cell),
  ]
}

function printOf(
  { provenance }: Cell,
  pages: readonly Page[],
): { readonly page: Page; readonly taken: Taken } | null {
  const page = provenance && pages.find(({ number }) => number === provenance.page)
  const taken = page && wordsInBox(page, provenance.box)
  return page && taken ? { page, taken } : null
}

function halvesOf(
  cell: Cell,
  { words, page, count }: { words: readonly Word[]; page: Page; count: number },
): Halves {
  const half = (target: Cell, these: readonly Word[]) => {
    const text = these.map((word) => word.text).join(' ')
    const provenance = provenanceAt(page, union(these.map((word) => word.box)), text)
    return filled(target, text, { reader: these[0]?.reader ?? cell.reader, provenance })
  }
  if (count <= 0 || count >= words.length) return null
  return [half(cell, words.slice(0, count)), half(fresh(cell), words.slice(count))]
}

function fresh(cell: Cell): Cell {
  return emptyCell(cell.table ?? '', cell)
}

/** A half that is no value of its column's type has none yet, and its text to look at. */
function filled(cell: Cell, text: string, where: Pick<Cell, 'reader' | 'provenance'>): Cell {
  const { reader, provenance } = where
  return {
    ...cell,
    ...byPerson,
    value: typedOrNull(cell, text),
    raw: text,
    reader,
    provenance,
    candidates: [],
  }
}

function typedOrNull(cell: Cell, text: string): string | null {
  try {
    return typedValue(cell, text)
  } catch {
    return null
  }
}
