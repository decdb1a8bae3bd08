import { sharedWidth, union, widthOf } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { Box, Segment } from '../model.ts'
import type { LabelHit } from './labels.ts'
import type { Lexicon } from './lexicon.ts'
import { fold } from './parse/fold.ts'

/** What names a column: a label on one line, or one that runs over the lines of a cell. */
export interface Heading {
  readonly box: Box
  readonly text: string
  readonly owners: LabelHit['owners']
}

/** The column labels of a table, and where on some lines they stand. */
export interface FoundLabels {
  readonly lexicon: Lexicon
  readonly found: ReadonlyMap<LineText, readonly LabelHit[]>
}

/** The headings on some lines, those that run over several of them first. */
export function headingsIn(rows: readonly LineText[], { lexicon, found }: FoundLabels): Heading[] {
  const single = rows.flatMap((row) => found.get(row) ?? [])
  return rows.length === 1 ? single : [...stackedHeadings(rows, lexicon), ...single]
}

/** Labels whose words stand under each other in one cell: “Unit” over “price”. */
function stackedHeadings(rows: readonly LineText[], lexicon: Lexicon): Heading[] {
  const headings: Heading[] = []
  for (const cell of cellsIn(rows)) {
    if (cell.length < 2) continue
    const words = cell.flatMap(({ words }, line) => words.map((word) => ({ word, line })))
    for (let from = 0; from < words.length; from++)
      for (let to = from + 1; to < Math.min(words.length, from + 5); to++) {
        const part = words.slice(from, to + 1)
        if (part[0]?.line === part.at(-1)?.line) continue
        const text = part.map(({ word }) => word.text).join(' ')
        const owners = lexicon.get(fold(text))
        const box = union(part.map(({ word }) => word.box))
        if (owners) headings.push({ box, text, owners })
      }
  }
  return headings
}

/** The cells of a header: segments of its lines that stand under each other, top to bottom. */
export function cellsIn(rows: readonly LineText[]): Segment[][] {
  const cells: Segment[][] = []
  for (const segment of rows.flatMap((row) => row.line.segments)) {
    const over = cells.filter((cell) => cell.some((other) => standsUnder(other.box, segment.box)))
    const [first, ...others] = over
    if (!first) cells.push([segment])
    else
      first.push(
        ...others.flatMap((cell) => cells.splice(cells.indexOf(cell), 1)[0] ?? []),
        segment,
      )
  }
  return cells
}

function standsUnder(a: Box, b: Box): boolean {
  return sharedWidth(a, b) > 0.3 * Math.min(widthOf(a), widthOf(b))
}

/** Whether two boxes cover a place in common. */
export function overlapsBox(a: Box, b: Box): boolean {
  return b[0] < a[2] && b[2] > a[0] && b[1] < a[3] && b[3] > a[1]
}
