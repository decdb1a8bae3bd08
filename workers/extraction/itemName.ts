import { heightOf } from '../layout/geometry.ts'
import type { Word } from '../model.ts'
import { isCode, isNoteLine, leadsWithCode, opensWithLabel } from './itemNote.ts'
import {
  fits,
  stepTo,
  type TextEdges,
  type TextLine,
  textEdgesOf,
  textLineOf,
  withoutSigns,
} from './itemText.ts'

/** What an item’s cell of text says: the name of the thing, and everything else that stands there. */
export interface NamedItem {
  readonly name: readonly Word[]
  readonly note: readonly Word[]
}

/** A cell whose article number, if it begins with one, is set apart. */
interface Coded {
  readonly code: readonly Word[]
  readonly lines: readonly TextLine[]
}

/** As a share of the first line’s type: smaller type is a note; scans are measured less exactly. */
const smaller = { text: 0.93, scan: 0.86 }
/** In line heights: lines with more space between them belong apart, whatever the others have. */
const wideGap = 1
/** As a share of the items that have text, two at least, that begin with an article number. */
const codeHabit = 0.6
/** As a share of the second lines that might go on, three at least, that begin anew. */
const anewHabit = 0.75

/**
 * Names and notes of the items of one table, from the words of their cells line by line. The name is the
 * first line and what goes on from it; article numbers before it, labelled lines, smaller type and lines
 * that begin anew are notes. A cell that opens with a label is one text and stays whole. `next` is where
 * the next column begins, in points from the left, where there is one.
 */
export function partNames(
  items: readonly (readonly (readonly Word[])[])[],
  next: number | null,
): NamedItem[] {
  const cells = items.map((lines) => lines.filter((words) => words.length > 0).map(textLineOf))
  const edges = textEdgesOf(cells, next)
  const coded = withoutCodes(cells, edges)
  const beginsAnew = mostlyAnew(coded, edges)
  return coded.map(({ code, lines }) => {
    const end = lines.findIndex((_, i) => i > 0 && !goesOn(lines, i, edges, beginsAnew))
    const count = end < 0 ? lines.length : end
    const name = withoutSigns(wordsOf(lines.slice(0, count)))
    return { name, note: [...code, ...wordsOf(lines.slice(count))] }
  })
}

const wordsOf = (lines: readonly TextLine[]): Word[] => lines.flatMap(({ words }) => [...words])

/** Article numbers that items begin with, where that is a habit of the table or a label says so. */
function withoutCodes(cells: readonly (readonly TextLine[])[], edges: TextEdges): Coded[] {
  const named = cells.filter((lines) => lines.length > 0)
  const count = named.filter((lines) => isCodeAlone(lines, edges) || leads(lines)).length
  const isHabit = count > 1 && count >= codeHabit * named.length
  return cells.map((lines): Coded => {
    const [first, ...rest] = lines
    if (!first) return { code: [], lines }
    const isOwn = isHabit || opensWithLabel(first.text)
    if (isOwn && isCodeAlone(lines, edges)) return { code: first.words, lines: rest }
    if (!isHabit || !leads(lines)) return { code: [], lines }
    return { code: first.words.slice(0, 1), lines: [textLineOf(first.words.slice(1)), ...rest] }
  })
}

/** An article number has a line of its own where the name would have found room beside it. */
function isCodeAlone([first, second]: readonly TextLine[], edges: TextEdges): boolean {
  return Boolean(first && second && isCode(first.text) && fits(first, second, edges))
}

const leads = ([first]: readonly TextLine[]): boolean =>
  first !== undefined && leadsWithCode(first.text)

/** Whether second lines mostly begin anew: then a first line that is full is chance, and no wrap. */
function mostlyAnew(cells: readonly Coded[], edges: TextEdges): boolean {
  const pairs = cells.filter(({ lines }) => lines.length > 1 && mayGoOn(lines, 1, edges))
  const anew = pairs.filter(({ lines: [first, second] }) =>
    Boolean(first && second && !isOpen(first.text) && fits(first, second, edges)),
  )
  return pairs.length > 2 && anew.length >= anewHabit * pairs.length
}

/** Whether a line belongs to the name above it: that is unfinished, a mere code, or had no more room. */
function goesOn(
  lines: readonly TextLine[],
  at: number,
  edges: TextEdges,
  beginsAnew: boolean,
): boolean {
  const [above, line] = [lines[at - 1], lines[at]]
  if (!above || !line || !mayGoOn(lines, at, edges)) return false
  if (isOpen(above.text) || (at === 1 && isCode(above.text))) return true
  if (beginsAnew && !/^\p{Ll}/u.test(line.text)) return false
  return !fits(above, line, edges)
}

/** Whether a line may belong to the text above it by its label, its type and its place. */
function mayGoOn(lines: readonly TextLine[], at: number, { pitch }: TextEdges): boolean {
  const [first, above, line] = [lines[0], lines[at - 1], lines[at]]
  if (!first || !above || !line) return false
  if (isNoteLine(line.text) && !opensWithLabel(first.text)) return false
  const isScan = line.words.some(({ reader }) => reader === 'ocr')
  if (line.size < (isScan ? smaller.scan : smaller.text) * first.size) return false
  const gap = line.box[1] - above.box[3]
  return stepTo(line, above) <= pitch && gap <= wideGap * heightOf(line.box)
}

/** A hyphen, a comma, a sign that joins, or an open bracket wants more. */
function isOpen(text: string): boolean {
  return /[\p{L}\d][-/&,+]$|\s[&+/]$/u.test(text) || /\([^)]*$/.test(text)
}
