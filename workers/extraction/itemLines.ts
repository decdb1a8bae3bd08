import { heightOf } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { Word } from '../model.ts'

/** A line of a table’s body, its words by column. */
export interface BodyLine {
  readonly line: LineText
  readonly cells: readonly (readonly Word[])[]
  /** Its numbers stand in the columns that make an item. */
  readonly hasNumbers: boolean
  /** It has something in the first column, where positions and codes stand. */
  readonly opens: boolean
}

/** The lines of one item, top to bottom, and which of them has the numbers. */
export interface ItemLines {
  readonly lines: readonly BodyLine[]
  readonly at: number
}

/** Where the numbers stand within the lines of an item: one habit for a whole table. */
type Habit = 'first' | 'last' | 'free'

/** In line heights: more space than this ends an item. */
const itemSpace = 1.6

/**
 * The body of a table cut into items, one for each line of numbers. What stands between two such lines
 * belongs to the one above or the one below: whether numbers stand on the first line of an item, on the
 * last or in its middle is decided for the whole table by where new items seem to begin.
 */
export function itemsOf(lines: readonly BodyLine[]): ItemLines[] {
  const numbers = lines.flatMap((line, i) => (line.hasNumbers ? [i] : []))
  if (numbers.length === 0) return []
  const habit = habitOf(lines, numbers)
  const starts = numbers.map((at, i) =>
    i === 0
      ? firstStart(lines, at, habit)
      : startBetween(lines, numbers[i - 1] as number, at, habit),
  )
  return numbers.map((at, i) => {
    const start = starts[i] as number
    const end = lastOf(lines, at, starts[i + 1] ?? lines.length)
    return { lines: lines.slice(start, end), at: at - start }
  })
}

function habitOf(lines: readonly BodyLine[], numbers: readonly number[]): Habit {
  const [first = 0] = numbers
  const leads = first > 0 && isClose(lines, first)
  const last = numbers.at(-1) as number
  const trails = last + 1 < lines.length && isClose(lines, last + 1)
  const total = (habit: Habit) =>
    numbers
      .slice(1)
      .reduce(
        (sum, at, i) =>
          sum + beginning(lines, startBetween(lines, numbers[i] as number, at, habit)),
        0,
      )
  const moved = numbers
    .slice(1)
    .filter((at, i) => startBetween(lines, numbers[i] as number, at, 'free') !== at).length
  const points = {
    first: total('first') + (leads ? -1 : 0.5) + (trails ? 0.5 : 0),
    last: total('last') + (leads ? 0.5 : -1) + (trails ? -0.5 : 0),
    free: total('free') - 0.45 * moved + (leads ? 0.5 : -0.5),
  }
  if (points.first >= points.last && points.first >= points.free) return 'first'
  return points.last >= points.free ? 'last' : 'free'
}

function startBetween(
  lines: readonly BodyLine[],
  above: number,
  below: number,
  habit: Habit,
): number {
  if (habit === 'first') return below
  if (habit === 'last') return above + 1
  let best = below
  for (let at = above + 1; at <= below; at++)
    if (beginning(lines, at) > beginning(lines, best) + (at === below ? 0.2 : 0)) best = at
  return best
}

function firstStart(lines: readonly BodyLine[], at: number, habit: Habit): number {
  if (habit === 'first') return at
  let start = at
  while (start > 0 && isClose(lines, start)) start--
  return start
}

/** How much a line looks like the first of an item. */
function beginning(lines: readonly BodyLine[], at: number): number {
  const line = lines[at]
  const above = lines[at - 1]
  if (!line) return 0
  const text = line.line.text.trimStart()
  return (
    (above ? Math.max(0, Math.min(3, spaceAbove(lines, at))) : 2) +
    (line.opens ? 1 : 0) +
    (line.hasNumbers ? 0.2 : 0) -
    (/^[\p{Ll}(•·–-]/u.test(text) ? 0.7 : 0)
  )
}

function lastOf(lines: readonly BodyLine[], at: number, end: number): number {
  let last = at + 1
  while (last < end && isClose(lines, last)) last++
  return last
}

function isClose(lines: readonly BodyLine[], at: number): boolean {
  return (
    lines[at]?.line.line.page === lines[at - 1]?.line.line.page && spaceAbove(lines, at) < itemSpace
  )
}

/** Space to the line above in heights of the line; negative where the two stand beside each other. */
function spaceAbove(lines: readonly BodyLine[], at: number): number {
  const box = lines[at]?.line.line.box
  const above = lines[at - 1]?.line.line.box
  if (!box || !above) return 0
  return (box[1] - above[3]) / Math.max(heightOf(box), heightOf(above))
}
