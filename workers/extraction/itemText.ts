import { heightOf, median, union, widthOf } from '../layout/geometry.ts'
import type { Box, Word } from '../model.ts'

/** A line of an item’s cell of text. Places in points from the left and from the top. */
export interface TextLine {
  readonly words: readonly Word[]
  readonly text: string
  readonly box: Box
  /** Size of its type in points, comparable between lines of one table only. */
  readonly size: number
}

/** How the lines of a table’s items stand below each other, in points. */
export interface TextEdges {
  /** A line that ends here, from the left of the page, is full. */
  readonly right: number
  /** Lines further apart than this, top to top, belong apart. */
  readonly pitch: number
}

/** As a share of the closest two lines of a cell. */
const widePitch = 1.4
/** As a share of the way to the next column: a line that ends before has not been wrapped. */
const leastFull = 0.65
/** In line heights: what fits more closely than this may not have fitted. */
const fitSlack = 0.25

/** The words of a line that stand in one cell; there is at least one. */
export function textLineOf(words: readonly Word[]): TextLine {
  const own = withoutSigns(words)
  return {
    words,
    text: words.map(({ text }) => text).join(' '),
    box: union(own.map(({ box }) => box)),
    size: median(own.map(sizeOf)),
  }
}

/** Without signs that stand alone at the end: a dash before a note, a speck that a scan took for a point. */
export function withoutSigns(words: readonly Word[]): readonly Word[] {
  const end = words.findLastIndex(({ text }) => !/^[-–—:.,;‘’'|•·=_~]+$/u.test(text)) + 1
  return end > 0 ? words.slice(0, end) : words
}

/** A text layer’s boxes are as high as their type; those of a scan are ink, which its letters explain. */
function sizeOf({ text, box, reader }: Word): number {
  if (reader !== 'ocr') return heightOf(box)
  const rises = /[\p{Lu}\dbdfhklt|/()]/u.test(text) ? 0.22 : 0
  const falls = /[gjpqyçQ,;()]/u.test(text) ? 0.2 : 0
  return heightOf(box) / (0.5 + rises + falls)
}

/** Edges of the cells of a table, line by line; `next` is where the next column begins, if there is one. */
export function textEdgesOf(
  cells: readonly (readonly TextLine[])[],
  next: number | null,
): TextEdges {
  const steps = cells.flatMap((lines) => lines.slice(1).map((line, i) => stepTo(line, lines[i])))
  const pitch = widePitch * Math.min(...steps.filter((step) => step > 0))
  const near = cells.flatMap((lines) => nearOf(lines, pitch))
  const left = Math.min(...near.map(({ box }) => box[0]))
  const full = next === null ? left : left + leastFull * (next - left)
  return { right: Math.max(full, ...near.map(({ box }) => box[2])), pitch }
}

/** The first lines of a cell, down to the first that stands apart. */
function nearOf(lines: readonly TextLine[], pitch: number): readonly TextLine[] {
  const end = lines.findIndex((line, i) => i > 0 && stepTo(line, lines[i - 1]) > pitch)
  return end < 0 ? lines : lines.slice(0, end)
}

/** From the top of one line to the top of the next, in points. */
export function stepTo(line: TextLine, above: TextLine | undefined): number {
  return above ? line.box[1] - above.box[1] : 0
}

/** Whether the first word of a line had still found room at the end of the line above: then it is no wrap. */
export function fits(above: TextLine, line: TextLine, { right }: TextEdges): boolean {
  const [word] = line.words
  if (!word) return false
  const end = above.box[2] + spaceOf(above) + widthOf(word.box)
  return end <= right - fitSlack * heightOf(line.box)
}

/** The space between two words of a line, in points. */
function spaceOf({ words, box }: TextLine): number {
  const own = withoutSigns(words)
  if (own.length < 2) return 0.25 * heightOf(box)
  const inked = own.reduce((sum, word) => sum + widthOf(word.box), 0)
  return (widthOf(box) - inked) / (own.length - 1)
}
