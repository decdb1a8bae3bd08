import type { PageKind, PageSpeed } from './db/speeds.ts'

/** What there is to read, by kind; nobody knows of `unknown` pages what they are. */
export interface PagesAhead {
  readonly text: number
  readonly picture: number
  readonly unknown: number
  readonly files: number
}

export interface Estimate {
  readonly lowSeconds: number
  readonly highSeconds: number
  readonly isGuess: boolean
  readonly measuredPages: number
}

/** With less of a kind than this, what was measured is an accident. */
const enoughPages = 10

/**
 * Seconds a page of one thread before anything is measured, from a quick computer to a slow one that
 * does other work too: where this was written, 0.1 and 0.5 for a text layer, 2 and 18 for the OCR.
 */
const usual: Readonly<Record<PageKind, readonly [number, number]>> = {
  text: [0.1, 0.6],
  ocr: [2, 18],
}

/** Opening a file, finding its values and storing them, before and after its pages. */
const fileSeconds = [0.05, 0.4] as const

/** However many pages were measured: other documents, and other programs at work. */
const leastDoubt = 0.2

/**
 * How long reading will take, as a range. Pages are judged by what pages of their kind took on this
 * computer; where too few of them were read, by what is usual, and then it is a guess.
 */
export function estimateTime(
  { text, picture, unknown, files }: PagesAhead,
  speeds: readonly PageSpeed[],
  threads: number,
): Estimate {
  const ranges = {
    text: rangeOf('text', text + unknown, speeds),
    ocr: rangeOf('ocr', picture + unknown, speeds),
  }
  const low = text * ranges.text.low + picture * ranges.ocr.low + unknown * ranges.text.low
  const high = text * ranges.text.high + picture * ranges.ocr.high + unknown * ranges.ocr.high
  const needed = [
    ...(text + unknown > 0 ? [ranges.text] : []),
    ...(picture + unknown > 0 ? [ranges.ocr] : []),
  ]
  return {
    lowSeconds: (low + files * fileSeconds[0]) / threads,
    highSeconds: (high + files * fileSeconds[1]) / threads,
    isGuess: needed.some(({ isGuess }) => isGuess),
    measuredPages: needed.reduce((sum, { pages }) => sum + pages, 0),
  }
}

/** Seconds that one page of a kind takes, if `count` of them are read. */
function rangeOf(kind: PageKind, count: number, speeds: readonly PageSpeed[]) {
  const speed = speeds.find((other) => other.kind === kind)
  const [low, high] = usual[kind]
  if (!speed || speed.pages < enoughPages) return { low, high, isGuess: true, pages: 0 }
  const { seconds, spread, pages } = speed
  // The mean of few pages strays more than that of many: of those to come, and of those measured.
  const stray = seconds > 0 ? (spread / seconds) * Math.sqrt(1 / Math.max(1, count) + 1 / pages) : 0
  const doubt = Math.min(0.6, leastDoubt + 2 * stray)
  return { low: seconds * (1 - doubt), high: seconds * (1 + doubt), isGuess: false, pages }
}
