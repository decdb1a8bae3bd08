import { heightOf, union } from '../layout/geometry.ts'
import type { Field } from '../model.ts'
import { type Answer, fieldOf } from './fields.ts'
import { cellsOf, cellsUnder, type PairCell, tickOf } from './pairCells.ts'
import { pairNamer } from './pairName.ts'
import type { Reading } from './reading.ts'

/** A label with the cells that stand as its value. */
interface Pair {
  readonly label: string
  readonly cells: readonly PairCell[]
  /** Where the label stands, if not in the cell that was looked at. */
  readonly named?: PairCell
  readonly value: string
  /** 0 to 1: how usual such a place is for a value. */
  readonly score: number
  readonly why: string
}

/** Fields of one document, at most: a table of a thousand rows is no form. */
const mostPairs = 200

/**
 * Every label that stands on the pages with a value, as fields under names made from the labels: behind a
 * colon, beside or under it; filled into a form of the file; in a row of such boxes; boxes to tick as
 * `yes` or `no`. A label without a value gives nothing. `known` are the names that are already taken.
 */
export function findPairs(reading: Reading, known: readonly string[]): Field[] {
  const rows = reading.lines.map(cellsOf)
  const spent = new Set<PairCell>()
  const pairs: Pair[] = []
  rows.forEach((row, i) => {
    for (const cell of row) {
      if (spent.has(cell)) continue
      const pair = pairAt(cell, row, rows.slice(i + 1, i + 9), {
        spent,
        wordHeight: reading.wordHeight,
      })
      if (!pair) continue
      for (const used of [...pair.cells, pair.named]) if (used) spent.add(used)
      pairs.push(pair)
    }
  })
  const nameOf = pairNamer(known)
  return pairs.slice(0, mostPairs).map((pair) => {
    const label = pair.label.replace(/\s+/g, ' ')
    const spec = {
      name: nameOf(label),
      label,
      type: 'text',
      role: 'document',
      required: false,
    } as const
    return fieldOf(spec, [answerOf(pair)], reading)
  })
}

function pairAt(
  cell: PairCell,
  row: readonly PairCell[],
  below: readonly (readonly PairCell[])[],
  { spent, wordHeight }: { spent: ReadonlySet<PairCell>; wordHeight: number },
): Pair | null {
  const isFree = (other: PairCell) => !spent.has(other)
  if (tickOf(cell) !== null) return tickAt(cell, row)
  if (cell.isFilledIn) return null
  const { label, rest, hasColon } = parted(cell.text)
  if (!isLabel(label)) return null
  if (rest !== null) return inCell(cell, row, label, rest)
  const beside = valuesBeside(cell, row).filter(isFree)
  const isFilled = beside.some(({ isFilledIn }) => isFilledIn)
  if (beside.length > 0 && (hasColon || isFilled))
    return pairOf(label, beside, isFilled ? 0.9 : 0.78, 'beside')
  const isCaption = hasColon || isNumbered(cell.text)
  const under = cellsUnder(cell, below, isCaption ? 3 : 1)
  const values = upToLabel(under.filter(isFree), below)
  const [first] = values
  if (!first) return null
  if (first.isFilledIn) return pairOf(label, [first], 0.85, 'under')
  return isCaption || isSmallOver(cell, first, wordHeight)
    ? pairOf(label, values, underCaption, 'under')
    : null
}

/** What is under a caption is often its value, and often something else: a person looks. */
const underCaption = 0.52

/** A caption in a box is this much smaller than what is written into it, or less. */
const smallCaption = 0.85
/** Type of so many usual heights is a heading and no value. */
const heading = 1.4

/** A few words in small type over larger; boxes of OCR are as high as their letters happen to reach. */
function isSmallOver(cell: PairCell, value: PairCell, wordHeight: number): boolean {
  const isRead = cell.line.wordsOf(cell.from, cell.to).some((word) => word.reader === 'ocr')
  return (
    !isRead &&
    /^\p{Lu}/u.test(cell.text) &&
    cell.text.split(' ').length <= 5 &&
    heightOf(cell.box) < smallCaption * heightOf(value.box) &&
    heightOf(value.box) < heading * wordHeight
  )
}

/** A label before a colon and what follows it in the same cell; null where nothing does. */
function parted(text: string): { label: string; rest: string | null; hasColon: boolean } {
  const match = /^(?<label>[^:]{1,80}?)\s*:(?:\s+(?<rest>.*))?$/u.exec(text)
  const label = withoutNumber(match?.groups?.label ?? text)
  const rest = withoutLeaders(match?.groups?.rest ?? '')
  return { label, rest: rest === '' ? null : rest, hasColon: match !== null }
}

/** “3.”, “4a)” before a label is its place in the form. */
const itemNumber = /^\(?\d{1,2}\s?[a-z]?\s?[.)]\s+/u

function isNumbered(text: string): boolean {
  return itemNumber.test(text)
}

function withoutNumber(text: string): string {
  return withoutLeaders(text.replace(itemNumber, ''))
}

/** Without the dots and strokes that a person is to write on. */
function withoutLeaders(text: string): string {
  return text
    .replace(/[_.…·]{3,}|_+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Some words, not a sentence; a time or an address of the web is no label either. */
function isLabel(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const digits = text.match(/\d/g)?.length ?? 0
  const words = text.split(/\s+/).length
  return (
    letters >= 2 &&
    digits <= letters / 3 &&
    words <= 9 &&
    text.length <= 70 &&
    !/https?$/i.test(text)
  )
}

/** Longer values are sentences. */
const mostWords = 14

/** What can be a value: some letter or digit, no sentence, and no label of the next one. */
function isValue({ text }: PairCell): boolean {
  return canStand(text) && !isOther(text)
}

function canStand(text: string): boolean {
  const signs = withoutLeaders(text).match(/[\p{L}\p{N}]/gu)?.length ?? 0
  // OCR reads an empty box as “[J”.
  const isBox = /[[\]]/.test(text) && signs < 3
  return signs > 0 && !isBox && text.split(' ').length <= mostWords
}

function isOther(text: string): boolean {
  return (
    /:$/.test(text) ||
    isNumbered(text) ||
    (parted(text).rest !== null && isLabel(parted(text).label))
  )
}

/** The value right of a label: the next cell, and more of the same segment. */
function valuesBeside(cell: PairCell, row: readonly PairCell[]): PairCell[] {
  const next = row[row.indexOf(cell) + 1]
  if (!next || !isValue(next) || tickOf(next) !== null) return []
  return [next, ...moreOf(next, row)]
}

/** The cells behind one that are of its segment and its kind, up to the next label. */
function moreOf(cell: PairCell, row: readonly PairCell[]): PairCell[] {
  const after = row.slice(row.indexOf(cell) + 1)
  const end = after.findIndex(
    (other) =>
      cell.line.text.slice(cell.to, other.from).includes('\t') ||
      !isValue(other) ||
      tickOf(other) !== null ||
      other.isFilledIn !== cell.isFilledIn,
  )
  return end < 0 ? after : after.slice(0, end)
}

/** The cells under a label down to the next label, each with the rest of its segment. */
function upToLabel(cells: readonly PairCell[], rows: readonly (readonly PairCell[])[]): PairCell[] {
  const end = cells.findIndex((cell) => !isValue(cell) || tickOf(cell) !== null)
  return cells.slice(0, end < 0 ? undefined : end).flatMap((cell) => {
    const row = rows.find((candidate) => candidate.includes(cell)) ?? []
    return [cell, ...moreOf(cell, row)]
  })
}

function inCell(
  cell: PairCell,
  row: readonly PairCell[],
  label: string,
  rest: string,
): Pair | null {
  if (!canStand(rest)) return null
  const colon = cell.from + cell.text.indexOf(':') + 1
  const from = colon + (/^\s*/.exec(cell.line.text.slice(colon))?.[0].length ?? 0)
  const start = { ...cell, from, text: rest, box: cell.line.boxOf(from, cell.to) }
  return pairOf(label, [start, ...moreOf(cell, row)], 0.8, 'behind')
}

/** A box to tick is named by what stands behind it, else by what stands before it. */
function tickAt(cell: PairCell, row: readonly PairCell[]): Pair | null {
  const at = row.indexOf(cell)
  const named = [row[at + 1], row[at - 1]].find(
    (other) => other && tickOf(other) === null && isLabel(withoutNumber(other.text)),
  )
  if (!named) return null
  const value = tickOf(cell) ? 'yes' : 'no'
  return {
    label: withoutNumber(named.text),
    cells: [cell],
    named,
    value,
    score: 0.75,
    why: 'box to tick',
  }
}

function pairOf(label: string, cells: readonly PairCell[], score: number, how: string): Pair {
  const value = withoutLeaders(cells.map(({ text }) => text).join(' '))
  return { label, cells, value, score, why: `${how} “${label}”` }
}

function answerOf({ cells, value, score, why }: Pair): Answer {
  return {
    value,
    raw: cells.map(({ text }) => text).join(' '),
    page: cells[0]?.line.line.page ?? 1,
    box: union(cells.map(({ box }) => box)),
    words: cells.flatMap(({ line, from, to }) => line.wordsOf(from, to)),
    signals: { text: score },
    score,
    why: [why],
    labelled: true,
    proven: false,
    other: null,
  }
}
