import { heightOf, sharedWidth, union } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { Box, Word } from '../model.ts'
import { isCarryForward } from './carryForward.ts'
import type { HeaderColumn } from './headerColumns.ts'
import { isOneNumber } from './itemNumber.ts'
import { readItemTable } from './itemTable.ts'
import { type ItemWords, opensTotals } from './itemWords.ts'
import type { Reading } from './reading.ts'
import { cutsBetween } from './tableCells.ts'

/** In line heights: how far the right edges of one column may differ, and how far its rows may stand apart. */
const edgeSlack = 0.6
const rowSpace = 9
/** Rows of two columns of numbers under each other that make a table without a header. */
const leastRows = 2

/**
 * Items of a table without a header: lines under each other whose numbers end in the same places, taken
 * only where quantity × price = total holds for at least two of them, and for half.
 */
export function findBareTable(reading: Reading, ends: ReadonlySet<string>): ItemWords[] {
  return reading.pages.flatMap(({ number }) => {
    const lines = reading.lines.filter(({ line }) => line.page === number)
    const runs = runsOf(lines, reading, ends)
    return runs.flatMap((run) => itemsOfRun(run, lines, reading))
  })
}

interface Numbered {
  readonly line: LineText
  readonly at: number
  readonly words: readonly Word[]
}

/** Stretches of lines that share at least two right edges of numbers, down to the totals. */
function runsOf(
  lines: readonly LineText[],
  reading: Reading,
  ends: ReadonlySet<string>,
): Numbered[][] {
  const runs: Numbered[][] = []
  for (const [at, line] of lines.entries()) {
    if (opensTotals(line, ends)) {
      runs.push([])
      continue
    }
    if (isCarryForward(line)) continue
    const words = line.line.words.filter((word) => isOneNumber([word], reading.decimal))
    if (words.length < 2) continue
    const above = runs.at(-1)?.at(-1)
    const isNext =
      above !== undefined &&
      line.line.box[1] - above.line.line.box[3] < rowSpace * heightOf(line.line.box) &&
      sharedEdges(above.words, words) >= 2
    if (isNext) runs.at(-1)?.push({ line, at, words })
    else runs.push([{ line, at, words }])
  }
  return runs.filter((run) => run.length >= leastRows)
}

function sharedEdges(above: readonly Word[], below: readonly Word[]): number {
  return below.filter(({ box }) =>
    above.some((word) => Math.abs(word.box[2] - box[2]) < edgeSlack * heightOf(box)),
  ).length
}

function itemsOfRun(
  run: readonly Numbered[],
  lines: readonly LineText[],
  reading: Reading,
): ItemWords[] {
  const columns = columnsOf(run)
  const [first, last] = [run[0], run.at(-1)]
  if (columns.length < 3 || !first || !last) return []
  const body = lines.slice(first.at, Math.min(lines.length, last.at + 3))
  const cuts = cutsBetween(
    columns,
    run.map(({ line }) => line),
  )
  const items = readItemTable(
    { columns, bodies: [{ lines: body, cuts, isTail: false }] },
    reading.decimal,
  )
  const proven = items.filter(({ proof }) => proof?.kind === 'telling').length
  return proven >= leastRows && proven >= 0.5 * items.length ? items : []
}

/** Columns by what stands above each other: numbers by their right edges, then text between them. */
function columnsOf(run: readonly Numbered[]): HeaderColumn[] {
  const stacks: { box: Box; right: number; rows: number }[] = []
  for (const { box } of run.flatMap(({ words }) => words)) {
    const stack = stacks.find(({ right }) => Math.abs(right - box[2]) < edgeSlack * heightOf(box))
    if (stack) {
      stack.box = union([stack.box, box])
      stack.rows++
    } else stacks.push({ box, right: box[2], rows: 1 })
  }
  const columns = stacks.filter(({ rows }) => rows >= 0.5 * run.length).map(({ box }) => box)
  const others = run.flatMap(({ line }) => line.line.words.map(({ box }) => box))
  const texts: Box[] = []
  for (const box of others.toSorted((a, b) => a[0] - b[0])) {
    if (columns.some((column) => sharedWidth(column, box) > 0)) continue
    const last = texts.at(-1)
    const between = columns.some(
      (column) => last !== undefined && column[0] > last[0] && column[0] < box[0],
    )
    if (last && !between) texts[texts.length - 1] = union([last, box])
    else texts.push(box)
  }
  return [...columns, ...texts]
    .sort((a, b) => a[0] - b[0])
    .map((box) => ({ name: null, box, label: box, hints: new Set() }))
}
