/** A file of rows and cells, as far as it was looked at. */
export interface Separated {
  readonly separator: Separator
  readonly rows: readonly (readonly string[])[]
}

const separators = [';', ',', '\t', '|'] as const
export type Separator = (typeof separators)[number]

/** Reads rows with whichever separator parts them best; at most so many. */
export function readSeparated(text: string, most: number): Separated {
  const [, said, rest] = /^sep=([;,\t|])\r?\n([\s\S]*)$/i.exec(text) ?? []
  if (said !== undefined && rest !== undefined) {
    // Excel’s own hint in the first line.
    const separator = separators.find((one) => one === said) ?? ','
    return { separator, rows: rowsOf(rest, separator, most).rows }
  }
  const readings = separators.map((separator) => ({
    separator,
    ...rowsOf(text, separator, most),
  }))
  const { separator, rows } = readings.reduce((best, other) =>
    worthOf(other) > worthOf(best) ? other : best,
  )
  return { separator, rows }
}

interface Reading extends Pick<Separated, 'rows'> {
  /** Something stands between the end of a quote and the next separator. */
  readonly isTorn: boolean
}

/** Many columns in the first row, as many in the others, and nothing torn. */
function worthOf({ rows, isTorn }: Reading): number {
  const width = rows[0]?.length ?? 0
  const same = rows.filter((row) => row.length === width).length
  return width < 2 ? 0 : (isTorn ? 0.1 : 1) * width * (same / rows.length) ** 2
}

/** Rows of RFC 4180 with any line ends; empty ones are left out. */
function rowsOf(text: string, separator: Separator, most: number): Reading {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  let isTorn = false
  let wasQuoted = false
  const endRow = () => {
    row.push(cell)
    if (row.some((one) => one.trim() !== '')) rows.push(row)
    row = []
    cell = ''
  }
  for (let at = 0; at < text.length && rows.length < most; at += 1) {
    const letter = text[at] ?? ''
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (letter === '"' && (isQuoted || cell === '')) {
      wasQuoted = isQuoted
      isQuoted = !isQuoted
      continue
    } else if (isQuoted) cell += letter
    else if (letter === separator) {
      row.push(cell)
      cell = ''
    } else if (letter === '\n' || letter === '\r') endRow()
    else {
      isTorn ||= wasQuoted
      cell += letter
    }
    wasQuoted = false
  }
  if (rows.length < most && (cell !== '' || row.length > 0)) endRow()
  return { rows, isTorn }
}
