import { formWord, laidOut, type PdfAnnotation, shownLines } from './pdfFieldText.ts'
import { boxAround, type Matrix } from './pdfGeometry.ts'
import type { LayerWord } from './pdfWords.ts'

/** Whether a person sees it on the screen: neither Hidden nor NoView. */
export function isShown({ annotationFlags }: PdfAnnotation): boolean {
  return (annotationFlags & 0b100010) === 0
}

/** Whether it holds a value that nothing in the file paints, so that the reader of the file has to. */
export function wantsPainting(annotation: PdfAnnotation): boolean {
  const { fieldType, hasAppearance, password } = annotation
  const isText = fieldType === 'Tx' || fieldType === 'Ch'
  return (
    isShown(annotation) && isText && !hasAppearance && !password && shownLines(annotation) !== ''
  )
}

/**
 * A page's words with those of its form fields, which have the reader `form`. A text field or a choice is
 * read as it is painted; a comb (one letter a cell) and a list of which one line is chosen are read from
 * their value and laid out in their rectangle. A check box or radio button is one word, “☒” when it is
 * checked and “☐” when not, with its rectangle. Free text is text of the page.
 * `viewport` is user space to the upright page at scale 1.
 */
export function withFormWords(
  words: readonly LayerWord[],
  annotations: readonly PdfAnnotation[],
  viewport: Matrix,
): LayerWord[] {
  const painted = Map.groupBy(words, ({ annotation }) => annotation)
  const page = painted.get(null) ?? []
  const others = words.filter(({ annotation }) => annotation && !isField(annotations, annotation))
  const fields = annotations.filter(isShown).flatMap((annotation): LayerWord[] => {
    const found = painted.get(annotation.id) ?? []
    if (annotation.subtype === 'FreeText' && found.length === 0)
      return laidOut({ ...annotation, multiLine: true }, viewport, 'text_layer')
    if (annotation.subtype !== 'Widget') return []
    if (annotation.checkBox || annotation.radioButton) return [mark(annotation, viewport)]
    if (annotation.fieldType !== 'Tx' && annotation.fieldType !== 'Ch') return [...found]
    const isList = annotation.fieldType === 'Ch' && !annotation.combo
    if (annotation.comb || isList || found.length === 0)
      return annotation.password ? [] : laidOut(annotation, viewport, 'form')
    return found.map((word) => ({ ...word, reader: 'form' }))
  })
  return [...page, ...others, ...fields]
}

function isField(annotations: readonly PdfAnnotation[], id: string): boolean {
  return annotations.some((annotation) => annotation.id === id && annotation.subtype === 'Widget')
}

function mark(annotation: PdfAnnotation, viewport: Matrix): LayerWord {
  const { checkBox, exportValue, buttonValue, fieldValue, rect } = annotation
  const on = checkBox ? exportValue : buttonValue
  const isChecked = on !== null && on !== undefined && fieldValue === on
  return formWord(isChecked ? '☒' : '☐', boxAround(viewport, rect), annotation, 'form')
}
