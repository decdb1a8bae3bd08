import type { Box, FieldType, Page } from '../model.ts'
import { cellsOf } from './cells.ts'
import { findPattern, patternOf } from './pattern.ts'
import { type Reading, readingOf } from './reading.ts'
import { spansFor } from './spansFor.ts'

export interface FindMatchesTask {
  readonly pages: readonly Page[]
  readonly pattern: string
  /** Of the field whose pattern it is: free text is searched, of other types whole values have to match. */
  readonly type: FieldType
  /** ISO date, as for extraction. */
  readonly today: string
  readonly most: number
}

export interface PatternMatch {
  readonly page: number
  readonly text: string
  readonly box: Box
}

/** Where the pattern of a field matches on the pages, from top to bottom. Throws for what RE2 does not know. */
export function findMatches({
  pages,
  pattern: source,
  type,
  today,
  most,
}: FindMatchesTask): readonly PatternMatch[] {
  const pattern = patternOf(source, { anyCase: type === 'text' })
  const found: PatternMatch[] = []
  // Page by page, so that a long document ends where there are enough.
  for (const page of pages) {
    const reading = readingOf([page], today)
    for (const stretch of stretches(reading)) {
      if (found.length >= most) return found
      found.push({ page: page.number, ...stretch })
    }
  }
  return found

  function stretches(reading: Reading): readonly Omit<PatternMatch, 'page'>[] {
    if (type === 'text')
      return reading.lines.flatMap((line) =>
        findPattern(pattern, line.text).map(({ from, to }) => ({
          text: line.text.slice(from, to).replace(/\s+/g, ' '),
          box: line.boxOf(from, to),
        })),
      )
    const whole =
      type === 'name' || type === 'address'
        ? reading.lines.flatMap(cellsOf)
        : spansFor(type, reading).map(({ raw, box }) => ({ text: raw, box }))
    return whole.filter(({ text }) => pattern.matches(text)).map(({ text, box }) => ({ text, box }))
  }
}
