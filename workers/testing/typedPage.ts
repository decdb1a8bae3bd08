import type { Page, Word } from '../model.ts'

/** One run of text on a typed page: left edge and baseline row in points, words by single spaces. */
export type TypedRun = readonly [x: number, y: number, text: string]

/** Width of every letter and height of every word, in points. */
const letter = { width: 5, height: 10 }

/**
 * A page typed in letters of one width, for tests: words with boxes where a person would type them.
 * `lean` tilts it, in points down per point to the right.
 */
export function typedPage(
  runs: readonly TypedRun[],
  { reader = 'text_layer', lean = 0, number = 1, language = 'en' as string | null } = {} as {
    reader?: Word['reader']
    lean?: number
    number?: number
    language?: string | null
  },
): Page {
  const words = runs.flatMap(([x, y, text]) =>
    [...text.matchAll(/\S+/g)].map((match): Word => {
      const x0 = x + match.index * letter.width
      const x1 = x0 + match[0].length * letter.width
      const down = lean * x0
      return {
        text: match[0],
        box: [x0, y - letter.height + down, x1, y + down],
        confidence: reader === 'ocr' ? 0.9 : 1,
        reader,
      }
    }),
  )
  return {
    ...{ number, size: [595, 842], rotation: 0, words, reader, confidence: 1, language },
    readerReason: 'typed',
  }
}
