import type { LineText } from '../layout/lineText.ts'
import type { Page } from '../model.ts'

/** What a page says about its place: “Page 2 of 4”. */
export interface PageNumber {
  readonly number: number
  /** Pages of the document, where it says so. */
  readonly of: number | null
  /** A figure by itself is often something else. */
  readonly isBare: boolean
}

const word = 'page|pages|seite|blatt|p[áa]gina|p[áa]g|pagina|bladzijde|blad|sheet'
const between = 'of|von|de|di|sur|van|/'
const labelled = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${word})\b[\s.:#-]*(\d{1,4})(?!\d)(?:\s*(?:${between})\s*(\d{1,4})(?![\d.,]))?`,
  'iu',
)
const counted = new RegExp(String.raw`^(\d{1,3})\s*(?:${between})\s*(\d{1,3})$`, 'iu')
const dashed = /^[-–—]\s?(\d{1,3})\s?[-–—]$/u
const bare = /^(\d{1,3})$/

/** Shares of a page's height at its head and foot where it is numbered. */
const margins = { head: 0.2, foot: 0.85 }

/** The number that a page gives itself, the most telling one; null when it gives none. */
export function pageNumberOf(page: Page, lines: readonly LineText[]): PageNumber | null {
  const height = page.size[1]
  const inMargin = ({ line }: LineText) =>
    line.box[1] < margins.head * height || line.box[3] > margins.foot * height
  const found = lines.flatMap((line) => {
    const text = line.text.replace(/\s+/gu, ' ')
    const named = numberIn(labelled.exec(text))
    // “see page 3” stands anywhere; only a count says what it is wherever it stands.
    if (named && (named.of !== null || inMargin(line))) return [named]
    if (!inMargin(line)) return []
    const parts = line.line.segments.map((segment) => segment.text.trim())
    const alone = parts.map((part) => numberIn(counted.exec(part) ?? dashed.exec(part)))
    const figure = parts.length === 1 ? numberIn(bare.exec(parts[0] ?? ''), true) : null
    return [...alone, figure].filter((number) => number !== null)
  })
  const [best] = found.toSorted((a, b) => rank(b) - rank(a))
  return best ?? null
}

function numberIn(match: RegExpExecArray | null, isBare = false): PageNumber | null {
  if (!match?.[1]) return null
  const number = Number(match[1])
  const of = match[2] === undefined ? null : Number(match[2])
  return number < 1 || (of !== null && number > of) ? null : { number, of, isBare }
}

function rank({ of, isBare }: PageNumber): number {
  return of !== null ? 2 : isBare ? 0 : 1
}
