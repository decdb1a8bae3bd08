import type { Box, Line, Word } from '../model.ts'
import { heightOf, median, union } from './geometry.ts'

/** A line as one string in which every character still knows its place on the page. */
export interface LineText {
  readonly line: Line
  /** Words by one space, by two where the gap is wider than a space, by a tab between segments. */
  readonly text: string
  /** Box of a stretch of `text`; parts of a word take their share of its width. */
  boxOf(from: number, to: number): Box
  /** Words that a stretch touches. */
  wordsOf(from: number, to: number): readonly Word[]
}

/** A gap of this many line heights, and of this many usual spaces, is wider than one space. */
const wideSpace = { heights: 0.5, spaces: 1.4 }

export function lineTextOf(line: Line): LineText {
  const places: { from: number; to: number; word: Word }[] = []
  const height = median(line.words.map((word) => heightOf(word.box)))
  const wide = Math.max(wideSpace.heights * height, wideSpace.spaces * line.wordSpace)
  let text = ''
  line.segments.forEach((segment, i) => {
    if (i > 0) text += '\t'
    segment.words.forEach((word, k) => {
      const previous = segment.words[k - 1]
      if (previous) text += word.box[0] - previous.box[2] > wide ? '  ' : ' '
      places.push({ from: text.length, to: text.length + word.text.length, word })
      text += word.text
    })
  })
  const touched = (from: number, to: number) =>
    places.filter((place) => place.from < to && place.to > from)

  return {
    line,
    text,
    wordsOf: (from, to) => touched(from, to).map((place) => place.word),
    boxOf(from, to) {
      const parts = touched(from, to).map(({ from: start, to: end, word }): Box => {
        const [x0, y0, x1, y1] = word.box
        const share = (place: number) =>
          x0 + ((x1 - x0) * (Math.min(end, Math.max(start, place)) - start)) / (end - start)
        return [share(from), y0, share(to), y1]
      })
      return parts.length ? union(parts) : line.box
    },
  }
}
