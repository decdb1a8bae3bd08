import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '../errors.ts'

/** A cell that has no end within this is none. */
const longestCell = 2 ** 20

interface CsvRow {
  readonly cells: readonly string[]
  readonly separator: string
}

/** The lines of a CSV file as cells, one line in memory; throws workbook_unreadable for what has no end. */
export async function* csvRows(path: string): AsyncGenerator<CsvRow> {
  const file = basename(path)
  let separator = ''
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let wasQuote = false
  let head = ''
  const stream = createReadStream(path, { encoding: 'utf8' })
  for await (const chunk of stream as AsyncIterable<string>) {
    let text = chunk
    if (separator === '') {
      head += text
      if (!/[\r\n]/.test(head) && head.length < longestCell) continue
      text = head.replace(/^\ufeff/, '')
      separator = separatorOf(text)
    }
    for (const sign of text) {
      if (isQuoted && !wasQuote) {
        if (sign === '"') wasQuote = true
        else cell += sign
      } else if (sign === '"' && (wasQuote || cell === '')) {
        if (wasQuote) cell += sign
        isQuoted = true
        wasQuote = false
      } else if (sign === separator || sign === '\n') {
        cells.push(sign === '\n' && !isQuoted ? cell.replace(/\r$/, '') : cell)
        cell = ''
        isQuoted = false
        wasQuote = false
        if (sign !== '\n') continue
        if (cells.length > 1 || cells[0] !== '') yield { cells, separator }
        cells = []
      } else if (sign !== '\r' || !wasQuote) cell += sign
      if (cell.length > longestCell || cells.length > 16_384)
        throw new AppError('workbook_unreadable', { file })
    }
  }
  if (cell !== '' || cells.length > 0) yield { cells: [...cells, cell], separator }
}

/** Whatever parts the most names in the first line. */
function separatorOf(text: string): string {
  const [line = ''] = text.split(/[\r\n]/, 1)
  const signs = [',', ';', '\t'].map((sign) => ({ sign, count: line.split(sign).length }))
  return signs.reduce((most, other) => (other.count > most.count ? other : most)).sign
}
