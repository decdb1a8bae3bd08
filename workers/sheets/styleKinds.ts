import { attributeOf, type XmlEvents } from './xmlScanner.ts'

export type ShownAs = 'number' | 'date' | 'percent'

/** Formats that every workbook knows without saying: days, times and percentages. */
const known: ReadonlyMap<number, ShownAs> = new Map([
  ...[14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47].map((id) => [id, 'date'] as const),
  ...[27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map(
    (id) => [id, 'date'] as const,
  ),
  ...[9, 10].map((id) => [id, 'percent'] as const),
])

/** What the numbers of each style are shown as: 0.07 may be seven percent, and 45000 a day. */
export async function styleKindsOf(
  scan: (events: XmlEvents) => Promise<void>,
): Promise<readonly ShownAs[]> {
  const formats = new Map(known)
  const kinds: ShownAs[] = []
  let inCells = false
  await scan({
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true
      const id = Number(attributeOf(attributes, 'numFmtId'))
      if (name === 'numFmt') formats.set(id, shownAs(attributeOf(attributes, 'formatCode') ?? ''))
      if (name === 'xf' && inCells) kinds.push(formats.get(id) ?? 'number')
    },
    text() {},
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return kinds
}

function shownAs(format: string): ShownAs {
  // Not what stands in quotes, behind a backslash or in brackets: [$EUR], [Red].
  const signs = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  if (signs.includes('%')) return 'percent'
  return /[dmyhs]/i.test(signs.replace(/general/i, '')) ? 'date' : 'number'
}
