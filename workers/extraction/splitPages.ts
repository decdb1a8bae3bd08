import type { Page } from '../model.ts'
import type { Template } from '../template.ts'
import { boundaryScore } from './boundaryScore.ts'
import { type PageMarks, pageMarks } from './pageMarks.ts'

/**
 * The pages of a file as those of its documents, in order. A document begins where page numbers, a blank
 * sheet between, another letterhead, number, paper or language say so; without evidence pages belong together.
 * Blank pages stay with the document before them.
 */
export function splitPages(
  pages: readonly Page[],
  context: { readonly templates: readonly Template[]; readonly today: string },
): readonly (readonly Page[])[] {
  const marks = pages.map((page) => pageMarks(page, context))
  const blanks = marks.filter(({ isBlank }) => isBlank).length
  // The empty backs of a pile scanned on both sides separate nothing.
  const blanksTell = blanks <= 0.4 * pages.length
  const documents: Page[][] = []
  let written: PageMarks[] = []
  let blankBefore = false
  for (const mark of marks) {
    const current = documents.at(-1)
    const isNew =
      !mark.isBlank &&
      written.length > 0 &&
      boundaryScore(written, mark, blankBefore && blanksTell) > 0
    if (!current || isNew) {
      documents.push([mark.page])
      written = []
    } else current.push(mark.page)
    if (!mark.isBlank) written.push(mark)
    blankBefore = mark.isBlank
  }
  return documents
}
