import { basename } from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import { AppError } from '../errors.ts'
import { openZip, type Zip, type ZipLimits } from './openZip.ts'
import { type SheetLine, sheetKindOf } from './sheetLine.ts'
import { createSheetReader } from './sheetReader.ts'
import { styleKindsOf } from './styleKinds.ts'
import { attributeOf, createXmlScanner, HostileXml, type XmlEvents } from './xmlScanner.ts'

/** Characters of all texts of a workbook that are kept apart from its cells. */
const mostShared = 300_000_000
/** A header further down is none. */
const headerWithin = 20

interface Sheet {
  readonly name: string
  readonly entry: string
}

/**
 * The tables of an export in a workbook, row by row, whichever program has saved it since; sheets that are not ours
 * are passed over. Sheets are known by their columns, so they may have other names and stand in another order.
 * Throws workbook_unreadable, workbook_too_large, file_encrypted.
 */
export async function* readWorkbook(path: string, limits?: ZipLimits): AsyncGenerator<SheetLine> {
  const file = basename(path)
  const zip = await openZip(path, file, limits)
  try {
    const { sheets, is1904 } = await sheetsOf(zip)
    if (sheets.length === 0) throw new AppError('workbook_unreadable', { file })
    const styles = await styleKindsOf((events) => scan(zip, 'xl/styles.xml', events))
    const shared = await sharedTexts(zip, file)
    for (const sheet of sheets) yield* linesOf(zip, sheet, { styles, shared, is1904 })
  } catch (thrown) {
    throw thrown instanceof HostileXml
      ? new AppError('workbook_unreadable', { file }, thrown)
      : thrown
  } finally {
    await zip.close()
  }
}

type Known = Parameters<typeof createSheetReader>[0]

async function* linesOf(zip: Zip, { name, entry }: Sheet, known: Known): AsyncGenerator<SheetLine> {
  const reader = createSheetReader(known)
  const scanner = createXmlScanner(reader.events)
  let columns: readonly string[] | null = null
  let kind: ReturnType<typeof sheetKindOf> = null
  const run: Record<string, string> = {}
  for await (const chunk of chunksOf(zip, entry)) {
    scanner.write(chunk)
    for (const { number, cells } of reader.taken()) {
      if (columns === null) {
        const texts = Array.from(cells, (cell) => (cell?.kind === 'text' ? cell.text.trim() : ''))
        kind = sheetKindOf(texts, name)
        if (kind === null) {
          // Somebody may have written a line above it.
          if (number >= headerWithin) return
          continue
        }
        columns = texts
        if (kind !== 'run')
          yield {
            ...{ kind: 'sheet', sheet: kind, decimalMark: '.' },
            columns: texts.filter(Boolean),
          }
        continue
      }
      const row = Object.fromEntries(
        columns.flatMap((column, index) => {
          const cell = cells[index]
          return column !== '' && cell ? [[column, cell] as const] : []
        }),
      )
      if (kind !== 'run') yield { kind: 'row', number, cells: row }
      else if (row.property?.kind === 'text' && row.value?.kind === 'text')
        run[row.property.text] ??= row.value.text
    }
  }
  scanner.end()
  if (kind === 'run') yield { kind: 'run', properties: run }
}

async function* chunksOf(zip: Zip, name: string): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  for await (const bytes of zip.read(name)) yield decoder.write(bytes)
  yield decoder.end()
}

async function scan(zip: Zip, name: string, events: XmlEvents): Promise<void> {
  if (!zip.names.includes(name)) return
  const scanner = createXmlScanner(events)
  for await (const chunk of chunksOf(zip, name)) scanner.write(chunk)
  scanner.end()
}

const nothing = () => {}

/** The sheets in their order, and from when the workbook counts its days. */
async function sheetsOf(zip: Zip) {
  const targets = new Map<string, string>()
  await scan(zip, 'xl/_rels/workbook.xml.rels', {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const target = attributeOf(attributes, 'Target') ?? ''
      const entry = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      targets.set(attributeOf(attributes, 'Id') ?? '', entry)
    },
    text: nothing,
    close: nothing,
  })
  const sheets: Sheet[] = []
  let is1904 = false
  await scan(zip, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr')
        is1904 = ['1', 'true'].includes(attributeOf(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const entry = targets.get(attributeOf(attributes, '\\w+:id') ?? '')
      if (entry) sheets.push({ name: attributeOf(attributes, 'name') ?? '', entry })
    },
    text: nothing,
    close: nothing,
  })
  return { sheets, is1904 }
}

/** The texts that cells only name by their number. */
async function sharedTexts(zip: Zip, file: string): Promise<readonly string[]> {
  const texts: string[] = []
  let text = ''
  let length = 0
  let isText = false
  let isSpoken = false
  await scan(zip, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = ''
      // How a Japanese text is spoken stands beside it.
      if (name === 'rPh') isSpoken = true
      isText = name === 't' && !isSpoken
    },
    text(part) {
      if (isText) text += part
    },
    close(name) {
      if (name === 't') isText = false
      if (name === 'rPh') isSpoken = false
      if (name !== 'si') return
      texts.push(text)
      length += text.length + 16
      if (length > mostShared) throw new AppError('workbook_too_large', { file })
    },
  })
  return texts
}
