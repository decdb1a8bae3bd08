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
  for await (const chunk of textOf(path)) {
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

/** The text of a file: in UTF-8 where all of it is, else in the letters of Windows, as Excel saves plain CSV. */
async function* textOf(path: string): AsyncGenerator<string> {
  const letters = (await isUtf8(path)) ? 'utf-8' : 'windows-1252'
  // A mark in front is taken away where the first line is looked at.
  const decoder = new TextDecoder(letters, { ignoreBOM: true })
  for await (const bytes of bytesOf(path)) yield decoder.decode(bytes, { stream: true })
  yield decoder.decode()
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const bytes of bytesOf(path)) decoder.decode(bytes, { stream: true })
    decoder.decode()
    return true
  } catch (thrown) {
    if (thrown instanceof TypeError) return false
    throw thrown
  }
}

const bytesOf = (path: string): AsyncIterable<Buffer> => createReadStream(path)

/** Whatever parts the most names in the first line. */
function separatorOf(text: string): string {
  const [line = ''] = text.split(/[\r\n]/, 1)
  const signs = [',', ';', '\t'].map((sign) => ({ sign, count: line.split(sign).length }))
  return signs.reduce((most, other) => (other.count > most.count ? other : most)).sign
}
