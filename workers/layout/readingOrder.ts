import type { Page, Word } from '../model.ts'
import { columnsFrom } from './columns.ts'
import { heightOf } from './geometry.ts'
import { linesOf } from './lines.ts'
import { isRow, type Row } from './rows.ts'

/**
 * All words of a page as a person reads them: regions one after the other, rows top to bottom in each.
 * Columns of running text are read one after the other; everything else row by row, so that a value
 * stays beside its label.
 */
export function readingOrder(page: Page): readonly (readonly Row[])[] {
  const lines = linesOf({ ...page, words: page.words.map(standing) })
  return regionsOf(lines.map(({ segments }) => segments).filter(isRow))
}

function regionsOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const regions: (readonly Row[])[] = []
  let plain: Row[] = []
  for (let at = 0; at < rows.length; ) {
    const columns = columnsFrom(rows, at)
    if (!columns) {
      plain.push(...rows.slice(at, ++at))
      continue
    }
    regions.push(plain, ...regionsOf(columns.left), ...regionsOf(columns.right))
    plain = []
    at += columns.height
  }
  return [...regions, plain].filter((region) => region.length > 0)
}

/** Lines leave out words without height; a reader must not lose them. */
function standing(word: Word): Word {
  const [x0, y0, x1] = word.box
  return heightOf(word.box) > 0 ? word : { ...word, box: [x0, y0, x1, y0 + 1] }
}
