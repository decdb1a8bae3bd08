import { escapeMarkdown } from '../layout/pageMarkdown.ts'
import type { ReadFile } from './readRecord.ts'
import type { ReadFormat } from './renderPages.ts'

/** A file and its pages as `renderPages` gives them, made as they are asked for. */
export interface ReadFileParts {
  readonly file: ReadFile
  /** Numbers of the pages, with each page's part of the export. */
  readonly pages: AsyncIterable<readonly [page: number, text: string]>
}

/**
 * The whole export of words, piece by piece: however many pages there are, one at a time is in hand.
 * `isOnly`: there is one file, so that plain text needs no heading.
 */
export function readingParts(
  format: ReadFormat,
  files: AsyncIterable<ReadFileParts>,
  isOnly: boolean,
): AsyncIterable<string> {
  switch (format) {
    case 'json':
      return jsonParts(files)
    case 'txt':
      return textParts(files, isOnly)
    case 'md':
      return markdownParts(files)
    default:
      return format satisfies never
  }
}

/** One page a line, so that the file can be looked at and compared. */
async function* jsonParts(files: AsyncIterable<ReadFileParts>): AsyncGenerator<string> {
  let isFirst = true
  for await (const { file, pages } of files) {
    yield `${isFirst ? '[' : ','}\n  ${JSON.stringify(file).slice(0, -1)},"pages":[`
    isFirst = false
    let separator = ''
    for await (const [, text] of pages) {
      yield `${separator}\n    ${text}`
      separator = ','
    }
    yield separator === '' ? ']}' : '\n  ]}'
  }
  yield isFirst ? '[]\n' : '\n]\n'
}

async function* textParts(
  files: AsyncIterable<ReadFileParts>,
  isOnly: boolean,
): AsyncGenerator<string> {
  let separator = ''
  for await (const { file, pages } of files) {
    const heading = isOnly ? '' : `==> ${file.filename} <==\n`
    yield `${separator}${heading}${remarksOn(file)
      .map((remark) => `[${remark}]\n`)
      .join('')}`
    separator = ''
    for await (const [, text] of pages) {
      yield `${separator}${text}\n`
      separator = '\f'
    }
    separator = '\f'
  }
}

async function* markdownParts(files: AsyncIterable<ReadFileParts>): AsyncGenerator<string> {
  let separator = ''
  for await (const { file, pages } of files) {
    yield `${separator}# ${escapeMarkdown(file.filename)}\n`
    for (const remark of remarksOn(file)) yield `\n*${remark}*\n`
    for await (const [page, text] of pages) yield `\n## Page ${page}\n${text && `\n${text}\n`}`
    separator = '\n'
  }
}

/** What the reader of a file should know before its first page. */
function remarksOn({ error, missing_pages: missing, page_count: all }: ReadFile): string[] {
  if (error) return [error.message]
  if (missing.length === 0) return []
  const pages = missing.length === 1 ? 'page' : 'pages'
  return [`${missing.length} of ${all} pages could not be read: ${pages} ${missing.join(', ')}.`]
}
