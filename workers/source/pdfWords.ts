import type { Box, Word } from '../model.ts'
import { areaOf, union } from './pdfGeometry.ts'
import { isLost, isOutlined } from './pdfHidden.ts'
import type { Painted, PaintedArea, PaintedGlyph, Vector } from './pdfPainted.ts'

/** A word of the text layer, and what tells whether to believe it. */
export interface LayerWord extends Word {
  readonly font: string
  /** Em of its letters in points. */
  readonly em: number
  /** Nobody sees it: invisible, smaller than a point, in the colour of its ground, or painted over. */
  readonly isHidden: boolean
  readonly annotation: string | null
}

/**
 * Words of what a page paints, with boxes in page points, in the order of painting. Letters that touch
 * make a word, whatever runs they came in (kerning cuts “Rech” from “nung”); a space, a gap wider than a
 * tenth of an em, another line or direction ends it. What is painted twice at one place is kept once.
 */
export function pdfWords({ glyphs, areas }: Painted): LayerWord[] {
  const words: Open[] = []
  let last: Open | null = null
  for (const glyph of glyphs) {
    const text = shown(glyph.text)
    if (/^\s*$/u.test(text)) {
      if (text !== '') last = null
      continue
    }
    const isAgain: boolean = last !== null && isPaintedAgain(last, glyph, text)
    if (last && !isAgain && continues(last, glyph)) last.letters.push(text)
    else if (!last || !isAgain) {
      last = begin(glyph, text)
      words.push(last)
    }
    last.end = add(glyph.at, glyph.advance)
    last.glyph = glyph
    last.box =
      last.box && !isAgain ? union(last.box, glyphBox(glyph)) : (last.box ?? glyphBox(glyph))
  }
  // Specks hide no word, and drawings have tens of thousands of them.
  const grounds = areas.filter(({ box }) => areaOf(box) > 9)
  const shapes = areas.filter(({ kind }) => kind === 'shape')
  return withoutDoubles(words.map((word) => finished(word, grounds, shapes)))
}

interface Open {
  readonly first: PaintedGlyph
  readonly letters: string[]
  glyph: PaintedGlyph
  end: Vector
  box: Box | null
}

function begin(glyph: PaintedGlyph, text: string): Open {
  return { first: glyph, letters: [text], glyph, end: glyph.at, box: null }
}

/** Ligatures as letters, compatibility forms as plain ones; marks that only steer the setting left out. */
function shown(text: string): string {
  return text.replace(/[\uFB00-\uFB4F]/g, (form) => form.normalize('NFKC')).replace(/\p{Cf}/gu, '')
}

function continues(word: Open, next: PaintedGlyph): boolean {
  const { glyph } = word
  const em = emOf(glyph)
  if (next.visibility !== glyph.visibility || next.annotation !== glyph.annotation) return false
  const nextEm = emOf(next)
  if (nextEm > 1.5 * em || em > 1.5 * nextEm) return false
  const along = unit(glyph.advance, glyph.up)
  const nextAlong = unit(next.advance, next.up)
  if (along[0] * nextAlong[0] + along[1] * nextAlong[1] < 0.999) return false
  const step: Vector = [next.at[0] - word.end[0], next.at[1] - word.end[1]]
  const gap = step[0] * along[0] + step[1] * along[1]
  const rise = Math.abs(step[0] * along[1] - step[1] * along[0])
  if (/^\p{M}+$/u.test(next.text)) return Math.abs(gap) < em && rise < em
  // Letters set apart on purpose keep together, as long as no word space could be that narrow.
  const set = glyph.spacing > 0 && glyph.spacing < 0.35 * em ? glyph.spacing : 0
  return rise < 0.1 * em && gap > -0.3 * em && gap - set < 0.102 * em
}

/** Some programs make a letter bold by painting it again a hair to the right. */
function isPaintedAgain(word: Open, glyph: PaintedGlyph, text: string): boolean {
  if (word.letters.at(-1) !== text || glyph.visibility !== word.glyph.visibility) return false
  const { at } = word.glyph
  const width = Math.hypot(...glyph.advance)
  return (
    Math.hypot(glyph.at[0] - at[0], glyph.at[1] - at[1]) < Math.min(0.3 * emOf(glyph), 0.75 * width)
  )
}

function finished(
  { first, letters, box }: Open,
  grounds: readonly PaintedArea[],
  shapes: readonly PaintedArea[],
): LayerWord {
  const word: Omit<LayerWord, 'isHidden'> = {
    ...{ text: inReadingOrder(letters).normalize('NFC'), box: box ?? glyphBox(first) },
    ...{ confidence: 1, reader: 'text_layer', font: first.font, em: emOf(first) },
    annotation: first.annotation,
  }
  const isSeen =
    first.visibility === 'seen' ||
    (first.visibility === 'invisible' && isOutlined(word, first.order, shapes))
  return { ...word, isHidden: !isSeen || word.em < 1 || isLost(first, word.box, grounds) }
}

/** Letters from right to left are painted from left to right: turned round, numbers among them not. */
function inReadingOrder(letters: readonly string[]): string {
  if (!letters.some((letter) => /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(letter)))
    return letters.join('')
  const runs = letters.join('\0').match(/(?:[\d.,:/-]\0?)+|[^\d.,:/-]\0?/g) ?? []
  return runs.reverse().join('').replaceAll('\0', '')
}

/** Fake bold and shadows: the same word again less than a third of an em away. */
function withoutDoubles(words: readonly LayerWord[]): LayerWord[] {
  const seen = new Map<string, LayerWord[]>()
  return words.filter((word) => {
    if (word.isHidden) return true
    const alike = seen.get(word.text)
    if (!alike) seen.set(word.text, [word])
    else if (alike.some((other) => isAtOnePlace(other, word))) return false
    else alike.push(word)
    return true
  })
}

function isAtOnePlace(a: LayerWord, b: LayerWord): boolean {
  const far = Math.min(0.3 * a.em, 0.5 * (a.box[2] - a.box[0]))
  return (
    Math.abs(a.em - b.em) < 0.1 * a.em &&
    Math.abs(a.box[0] - b.box[0]) < far &&
    Math.abs(a.box[1] - b.box[1]) < 0.3 * a.em
  )
}

/** Ems above and below the baseline, as the commonest fonts say of themselves; pdf.js keeps theirs to itself. */
const [ascent, descent] = [0.9, 0.21]

function glyphBox({ at, advance, up }: PaintedGlyph): Box {
  const xs = [at[0] + ascent * up[0], at[0] - descent * up[0]]
  const ys = [at[1] + ascent * up[1], at[1] - descent * up[1]]
  return [
    Math.min(...xs) + Math.min(0, advance[0]),
    Math.min(...ys) + Math.min(0, advance[1]),
    Math.max(...xs) + Math.max(0, advance[0]),
    Math.max(...ys) + Math.max(0, advance[1]),
  ]
}

function emOf({ up }: PaintedGlyph): number {
  return Math.hypot(up[0], up[1])
}

/** Direction of writing; of a letter without width, a quarter turn from upwards. */
function unit([x, y]: Vector, up: Vector): Vector {
  const length = Math.hypot(x, y)
  if (length > 1e-6) return [x / length, y / length]
  const height = Math.hypot(up[0], up[1]) || 1
  return [-up[1] / height, up[0] / height]
}

function add(a: Vector, b: Vector): Vector {
  return [a[0] + b[0], a[1] + b[1]]
}
