import type { LineText } from '../layout/lineText.ts'
import type { Page } from '../model.ts'
import type { Template } from '../template.ts'
import { type PageNumber, pageNumberOf } from './pageNumbers.ts'
import { fold } from './parse/fold.ts'
import { readingOf } from './reading.ts'
import { typeEvidence } from './typeEvidence.ts'

/** What one page shows that tells whether it goes on with the page before it. */
export interface PageMarks {
  readonly page: Page
  /** Nothing is printed on it, or next to nothing. */
  readonly isBlank: boolean
  readonly number: PageNumber | null
  /** 0 to 1: how clearly it calls itself a document of some type at its head. */
  readonly title: number
  /** What stands in its head and foot: letters, and the numbers of documents among them. */
  readonly edges: readonly EdgePart[]
  /** Different words of four letters and more. */
  readonly words: ReadonlySet<string>
  /** Numbers of five digits and more, as they identify documents and customers. */
  readonly identifiers: ReadonlySet<string>
  /** Its first line goes on with a sentence or a list: it begins with a small letter, or with “(c)” or “8.”. */
  readonly goesOn: boolean
  /** Somebody signs on it, below its middle. */
  readonly isSigned: boolean
  /** Its last line is running text without an end. */
  readonly breaksOff: boolean
}

export interface EdgePart {
  readonly letters: string
  readonly identifiers: readonly string[]
}

/** Specks that OCR takes for words do not make a page one that is written on. */
const blankWords = 4
const edgeLines = { head: 7, foot: 3 }

export function pageMarks(
  page: Page,
  { templates, today }: { readonly templates: readonly Template[]; readonly today: string },
): PageMarks {
  const reading = readingOf([page], today)
  const { lines } = reading
  const evidence = typeEvidence(reading, templates)
  const sure = page.words.filter(({ confidence }) => confidence >= 0.3)
  const texts = page.words.map(({ text }) => text)
  const body = lines.filter(({ line }) => line.words.length > 2)
  return {
    page,
    isBlank: sure.length < blankWords,
    number: pageNumberOf(page, lines),
    title: Math.max(0, ...[...evidence.values()].map(({ title }) => title)),
    edges: [
      ...lines.slice(0, edgeLines.head),
      ...lines.slice(edgeLines.head).slice(-edgeLines.foot),
    ]
      .flatMap(({ line }) => line.segments.map(({ text }) => edgePart(text)))
      .filter(({ letters }) => letters.length >= 5),
    words: new Set(texts.map(lettersOf).filter((word) => word.length >= 4)),
    identifiers: new Set(texts.flatMap(identifiersIn)),
    goesOn: body[0] !== undefined && beginsWithin(body[0]),
    isSigned: lines.some(
      ({ line, text }) => line.box[1] > 0.4 * page.size[1] && signature.test(text),
    ),
    breaksOff: breaksOffAt(body.findLast(({ line }) => line.words.length >= 6)),
  }
}

function edgePart(text: string): EdgePart {
  return { letters: lettersOf(text), identifiers: text.split(/\s+/u).flatMap(identifiersIn) }
}

function lettersOf(text: string): string {
  return fold(text).replace(/\d+/g, '')
}

/** Dates and times differ from page to page of one print; sums of money identify nothing. */
function identifiersIn(token: string): readonly string[] {
  const text = token.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '')
  const digits = text.replace(/\D/g, '').length
  if (digits < 5 || /[:,]|\d\.\d{2}$|^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/u.test(text)) return []
  return [fold(text)]
}

const signature =
  /^\W*(?:by|name|title|signature|signed|witness|unterschrift|signature du|firma|handtekening|firmado)\b.{0,3}[:_]|\b(?:authorized signature|unterschrift|handtekening)\b|\(signature\)|(?:^|\s)\/s\//iu

/** A small letter at its start, or a point of a list beyond the first. */
function beginsWithin({ text, line }: LineText): boolean {
  const start = text.trimStart()
  if (line.words.length >= 5 && /^\p{Ll}{2}/u.test(start)) return true
  const point = /^(?:\(([b-z]|i[iv]|vi*)\)|(\d{1,2})\.)\s+\p{L}/u.exec(start)
  return point !== null && (point[1] !== undefined || Number(point[2]) > 1)
}

function breaksOffAt(last: LineText | undefined): boolean {
  if (!last) return false
  const numbers = last.line.words.filter(({ text }) => /\d/.test(text)).length
  return numbers <= 1 && last.line.words.length >= 8 && /[\p{L},-]$/u.test(last.text.trimEnd())
}
