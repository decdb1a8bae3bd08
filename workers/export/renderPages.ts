import { pageMarkdown } from '../layout/pageMarkdown.ts'
import { type PageTable, pageTables } from '../layout/pageTables.ts'
import { pageText } from '../layout/pageText.ts'
import type { Page, Word } from '../model.ts'
import { rounded } from './cell.ts'
import type { PageRecord } from './readRecord.ts'

export const readFormats = ['json', 'txt', 'md'] as const
export type ReadFormat = (typeof readFormats)[number]

/** Pages that were read, or numbers and sentences of those that could not be. */
export type PageOutcome =
  | { readonly kind: 'read'; readonly page: Page }
  | {
      readonly kind: 'failed'
      readonly number: number
      readonly code: string
      readonly message: string
    }

export interface RenderPagesTask {
  readonly format: ReadFormat
  readonly pages: readonly PageOutcome[]
  /** JSON says its tables as grids, too. */
  readonly tables?: boolean
}

/** Each page as it stands in an export of words: a JSON object, plain text or Markdown. */
export function renderPages({ format, pages, tables = false }: RenderPagesTask): readonly string[] {
  return pages.map((outcome) => render[format](outcome, tables))
}

const render: Readonly<Record<ReadFormat, (outcome: PageOutcome, tables: boolean) => string>> = {
  json: (outcome, tables) => JSON.stringify(pageRecord(outcome, tables)),
  txt: (outcome) => (outcome.kind === 'read' ? pageText(outcome.page) : `[${outcome.message}]`),
  md: (outcome) => (outcome.kind === 'read' ? pageMarkdown(outcome.page) : `*${outcome.message}*`),
}

/** A page as an object of the JSON export; its tables where they are asked for. */
export function pageRecord(outcome: PageOutcome, tables = false): PageRecord {
  if (outcome.kind === 'failed') {
    const { number, code, message } = outcome
    return {
      ...{ page: number, width: null, height: null, rotation: 0, reader: null, language: null },
      ...{ confidence: 0, text: '', words: [], error: { code, message } },
    }
  }
  const { page } = outcome
  return {
    page: page.number,
    width: rounded(page.size[0], 2),
    height: rounded(page.size[1], 2),
    rotation: page.rotation,
    reader: page.reader,
    language: page.language,
    confidence: rounded(page.confidence, 4),
    text: pageText(page),
    words: page.words.map((word) => wordRecord(word, page)),
    ...(tables && { tables: pageTables(page).map((table) => tableRecord(table, page)) }),
  }
}

function tableRecord(
  { box: [x0, y0, x1, y1], cells }: PageTable,
  page: Page,
): NonNullable<PageRecord['tables']>[number] {
  return {
    page: page.number,
    bbox: [rounded(x0, 2), rounded(y0, 2), rounded(x1, 2), rounded(y1, 2)],
    cells: cells.map((row) => [...row]),
  }
}

function wordRecord(
  { text, box, confidence, reader, alternative }: Word,
  page: Page,
): PageRecord['words'][number] {
  const [x0, y0, x1, y1] = box
  return {
    text,
    bbox: [rounded(x0, 2), rounded(y0, 2), rounded(x1, 2), rounded(y1, 2)],
    confidence: rounded(confidence, 4),
    ...(reader !== page.reader && { reader }),
    ...(alternative && {
      alternative: { text: alternative.text, confidence: rounded(alternative.confidence, 4) },
    }),
  }
}
