import type { Box, Word } from '../model.ts'
import { boxAround, type Matrix } from './pdfGeometry.ts'
import type { LayerWord } from './pdfWords.ts'

/** The parts of a pdf.js annotation that say what a form field holds. */
export interface PdfAnnotation {
  readonly id: string
  readonly subtype: string
  readonly annotationFlags: number
  /** User space. */
  readonly rect: Box
  readonly fieldType?: string | null
  readonly fieldValue?: string | readonly string[] | null
  readonly hasAppearance?: boolean
  readonly checkBox?: boolean
  readonly radioButton?: boolean
  readonly pushButton?: boolean
  readonly exportValue?: string | null
  readonly buttonValue?: string | null
  readonly combo?: boolean
  readonly options?: readonly { readonly exportValue: string; readonly displayValue: string }[]
  readonly comb?: boolean
  readonly maxLen?: number
  readonly multiLine?: boolean
  readonly password?: boolean
  readonly textAlignment?: number | null
  readonly rotation?: number
  readonly defaultAppearanceData?: { readonly fontSize?: number }
  readonly textContent?: readonly string[]
}

/** What a text field or a choice shows: an option by its face and not by its code. */
export function shownLines({ fieldValue, options, textContent }: PdfAnnotation): string {
  if (textContent) return textContent.join('\n')
  const values = typeof fieldValue === 'string' ? [fieldValue] : (fieldValue ?? [])
  const faces = values.map(
    (value) => options?.find(({ exportValue }) => exportValue === value)?.displayValue ?? value,
  )
  return faces.join('\n').trim()
}

/** A value as words in its rectangle, set as its field asks. */
export function laidOut(
  annotation: PdfAnnotation,
  viewport: Matrix,
  reader: Word['reader'],
): LayerWord[] {
  const value = shownLines(annotation)
  if (value === '') return []
  const { rect, rotation = 0, multiLine = false, textAlignment, comb, maxLen = 0 } = annotation
  const isSideways = rotation % 180 !== 0
  const [across, down] = [rect[2] - rect[0], rect[3] - rect[1]]
  const [width, height] = isSideways ? [down, across] : [across, down]
  const asked = annotation.defaultAppearanceData?.fontSize ?? 0
  const em = asked > 0 ? asked : Math.min(12, 0.75 * height)
  const lines = multiLine ? wrapped(value, width - 4, em) : value.split(/\r\n?|\n/)
  const top = lines.length > 1 || multiLine ? height - 2 : (height + 1.15 * em) / 2
  return lines.flatMap((line, row) => {
    const cell = comb && maxLen > 0 ? width / maxLen : null
    const length = (text: string) => (cell ? cell * text.length : em * widthOf(text))
    const free = width - length(line)
    const start = cell ? 0 : textAlignment === 1 ? free / 2 : textAlignment === 2 ? free - 2 : 2
    const foot = top - (row + 1) * 1.15 * em
    return [...line.matchAll(/\S+/g)].map((match) => {
      const from = start + length(line.slice(0, match.index))
      const local: Box = [from, foot, from + length(match[0]), foot + 1.1 * em]
      const box = boxAround(viewport, boxAround(placed(rect, rotation), local))
      return formWord(match[0], box, annotation, reader, em)
    })
  })
}

/** From a field's own frame, origin bottom left, text running right, to user space. */
function placed([x0, y0, x1, y1]: Box, rotation: number): Matrix {
  if (rotation === 90) return [0, 1, -1, 0, x1, y0]
  if (rotation === 180) return [-1, 0, 0, -1, x1, y1]
  if (rotation === 270) return [0, -1, 1, 0, x0, y1]
  return [1, 0, 0, 1, x0, y0]
}

function wrapped(value: string, width: number, em: number): string[] {
  return value.split(/\r\n?|\n/).flatMap((paragraph) => {
    const lines: string[] = ['']
    for (const word of paragraph.split(/\s+/)) {
      const line = [lines.at(-1), word].filter(Boolean).join(' ')
      if (em * widthOf(line) <= width || lines.at(-1) === '') lines[lines.length - 1] = line
      else lines.push(word)
    }
    return lines
  })
}

/** A word of an annotation, sure and seen. */
export function formWord(
  text: string,
  box: Box,
  { id }: PdfAnnotation,
  reader: Word['reader'],
  em = box[3] - box[1],
): LayerWord {
  const word = { text: text.normalize('NFC'), box, confidence: 1, reader, font: '', em } as const
  return { ...word, isHidden: false, annotation: id }
}

/** Width of a text in ems, as Helvetica sets it; close enough to find a word in its field. */
function widthOf(text: string): number {
  let width = 0
  for (const letter of text) width += letterWidth(letter)
  return width
}

function letterWidth(letter: string): number {
  if (/[ijl'|]/.test(letter)) return 0.222
  if (/[ .,:;!/\\IftJ[\]()\-·]/.test(letter)) return 0.29
  if (/[rst]/.test(letter)) return 0.4
  if (/[mMW@%]/.test(letter)) return 0.86
  if (/[wCDGHNOQRUÖÜ]/.test(letter)) return 0.73
  if (/[A-Z&ÄÉÈ]/.test(letter)) return 0.66
  return 0.556
}
