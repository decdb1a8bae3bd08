import type { Box, Page, Word } from '../model.ts'
import type { TemplateField } from '../template.ts'

/** The part of the pages in which a person told to look for a field. */
export interface InPlace {
  /** They drew a box: what stands in it needs no label. */
  readonly hasBox: boolean
  /** Whether words of a page stand in it, all of them. */
  holds(page: number, words: readonly Pick<Word, 'box'>[]): boolean
}

/** Where to look for a field on the pages of a document; null: anywhere. */
export function inPlace(
  // A batch that an older Sheaf began keeps its templates without places.
  { where = null }: Partial<Pick<TemplateField, 'where'>>,
  pages: readonly Pick<Page, 'number' | 'size'>[],
): InPlace | null {
  if (where === null || (where.pages === 'any' && where.box === null)) return null
  const numbers = pages.map(({ number }) => number)
  const only = { any: null, first: Math.min(...numbers), last: Math.max(...numbers) }[where.pages]
  const { box } = where
  return {
    hasBox: box !== null,
    holds(number, words) {
      const page = pages.find((one) => one.number === number)
      if (!page || (only !== null && number !== only)) return false
      return box === null || (words.length > 0 && words.every((word) => holdsMiddle(word.box)))

      function holdsMiddle([x0, y0, x1, y1]: Box): boolean {
        const [left, top, right, bottom] = box as Box
        const [width, height] = (page as Pick<Page, 'size'>).size
        const [x, y] = [(x0 + x1) / 2 / width, (y0 + y1) / 2 / height]
        return x >= left && x <= right && y >= top && y <= bottom
      }
    },
  }
}
