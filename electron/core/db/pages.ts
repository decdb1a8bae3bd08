import type { ErrorCode } from '../../../workers/errors.ts'
import type { ExactSource, Page, Reader, Turn } from '../../../workers/model.ts'
import type { PageReading } from '../../../workers/tasks.ts'
import type { Trouble } from './batches.ts'
import { change, type Db, row, rows } from './open.ts'
import { packWords, unpackWords } from './packWords.ts'
import { countSpeed } from './speeds.ts'

/** Pages of a file's content as one reader saw them: whoever has the same file has them, too. */
export interface PageKey {
  readonly sha256: string
  readonly readerKey: string
}

/** Numbers of the pages that need no reading any more. A page with an error is tried again. */
export function listKeptPages(db: Db, key: PageKey): number[] {
  return rows<{ page: number }>(
    db,
    `select page from pages
     where sha256 = @sha256 and reader_key = @readerKey and error_code is null`,
    { ...key },
  ).map(({ page }) => page)
}

export function hasPage(db: Db, key: PageKey & { readonly page: number }): boolean {
  const found = row(
    db,
    `select 1 from pages
     where sha256 = @sha256 and page = @page and reader_key = @readerKey and error_code is null`,
    { ...key },
  )
  return found !== null
}

/** Keeps what was read. Reading a kept page again is counted: it should never happen. */
export function keepPage(db: Db, key: PageKey, { page, engine, seconds }: PageReading): void {
  change(
    db,
    `insert into pages (sha256, page, reader_key, width, height, rotation, reader, reader_reason, confidence,
       language, words, others, engine, seconds, incomplete, exact)
     values (@sha256, @page, @readerKey, @width, @height, @rotation, @reader, @readerReason, @confidence,
       @language, @words, @others, @engine, @seconds, @incomplete, @exact)
     on conflict (sha256, page, reader_key) do update set
       width = excluded.width, height = excluded.height, rotation = excluded.rotation, reader = excluded.reader,
       reader_reason = excluded.reader_reason, confidence = excluded.confidence,
       language = excluded.language, words = excluded.words, others = excluded.others,
       engine = excluded.engine, seconds = excluded.seconds, incomplete = excluded.incomplete, exact = excluded.exact,
       error_code = null, error_details = null, reads = pages.reads + (pages.error_code is null)`,
    {
      ...key,
      page: page.number,
      width: page.size[0],
      height: page.size[1],
      rotation: page.rotation,
      reader: page.reader,
      readerReason: page.readerReason,
      confidence: page.confidence,
      language: page.language,
      words: packWords(page.words),
      others: page.others ? JSON.stringify(page.others.map(packWords)) : null,
      engine,
      seconds,
      incomplete: page.isIncomplete ? 1 : 0,
      exact: page.exact?.length ? JSON.stringify(page.exact) : null,
    },
  )
  countSpeed(db, { kind: page.reader === 'ocr' ? 'ocr' : 'text', seconds })
}

/** Remembers why a page could not be read; a reading that is kept stays. */
export function keepPageError(
  db: Db,
  key: PageKey,
  { page, seconds, error }: { page: number; seconds: number; error: Trouble },
): void {
  change(
    db,
    `insert into pages (sha256, page, reader_key, width, height, confidence, words, seconds,
       error_code, error_details)
     values (@sha256, @page, @readerKey, 0, 0, 0, '[]', @seconds, @code, @details)
     on conflict (sha256, page, reader_key) do update set
       seconds = excluded.seconds, error_code = excluded.error_code,
       error_details = excluded.error_details
     where pages.error_code is not null`,
    { ...key, page, seconds, code: error.code, details: JSON.stringify(error.details) },
  )
}

/** Keeps a page under another key, too, as it was read; one that is there already stays. */
export function copyPage(
  db: Db,
  { sha256, readerKey: from }: PageKey,
  { page, readerKey: to }: { readonly page: number; readonly readerKey: string },
): void {
  change(
    db,
    `insert into pages (sha256, page, reader_key, width, height, rotation, reader, reader_reason,
       confidence, language, words, others, engine, seconds, incomplete, exact, error_code, error_details)
     select sha256, page, @to, width, height, rotation, reader, reader_reason, confidence, language,
       words, others, engine, seconds, incomplete, exact, error_code, error_details
     from pages where sha256 = @sha256 and page = @page and reader_key = @from
     on conflict (sha256, page, reader_key) do nothing`,
    { sha256, page, from, to },
  )
}

interface PageRow {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly rotation: Turn
  readonly reader: Reader
  readonly readerReason: string
  readonly confidence: number
  readonly language: string | null
  readonly words: string
  readonly others: string | null
  readonly incomplete: number
  readonly exact: string | null
}

const wholeFile = [1, Number.MAX_SAFE_INTEGER] as const

/** Every page that was read, in order; or those of a stretch. */
export function listPages(
  db: Db,
  { sha256, readerKey }: PageKey,
  [first, last]: readonly [number, number] = wholeFile,
): Page[] {
  return rows<PageRow>(
    db,
    `select page as number, width, height, rotation, reader, reader_reason as readerReason, confidence,
       language, words, others, incomplete, exact
     from pages where sha256 = @sha256 and reader_key = @readerKey and error_code is null
       and page between @first and @last
     order by page`,
    { sha256, readerKey, first, last },
  ).map(({ width, height, words, others, incomplete, exact, ...page }) => ({
    ...page,
    size: [width, height],
    words: unpackWords(words),
    ...(others !== null && { others: (JSON.parse(others) as string[]).map(unpackWords) }),
    ...(incomplete === 1 && { isIncomplete: true }),
    ...(exact !== null && { exact: JSON.parse(exact) as ExactSource[] }),
  }))
}

/** A page without its words: what a face shows beside its picture. */
export interface PageFacts {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly rotation: Turn
  readonly reader: Reader | null
  readonly readerReason: string | null
  readonly language: string | null
  readonly confidence: number
  readonly errorCode: ErrorCode | null
  readonly errorDetails: string | null
}

export function listPageFacts(
  db: Db,
  { sha256, readerKey }: PageKey,
  [first, last]: readonly [number, number],
): PageFacts[] {
  return rows<PageFacts>(
    db,
    `select page as number, width, height, rotation, reader, reader_reason as readerReason,
       language, confidence, error_code as errorCode, error_details as errorDetails
     from pages where sha256 = @sha256 and reader_key = @readerKey and page between @first and @last
     order by page`,
    { sha256, readerKey, first, last },
  )
}

export interface PageError extends Trouble {
  readonly page: number
}

/** Pages that could not be read, in order; or those of a stretch. */
export function listPageErrors(
  db: Db,
  { sha256, readerKey }: PageKey,
  [first, last]: readonly [number, number] = wholeFile,
): PageError[] {
  return rows<{ page: number; code: ErrorCode; details: string }>(
    db,
    `select page, error_code as code, error_details as details from pages
     where sha256 = @sha256 and reader_key = @readerKey and error_code is not null
       and page between @first and @last
     order by page`,
    { sha256, readerKey, first, last },
  ).map(({ details, ...error }) => ({ ...error, details: JSON.parse(details) }))
}
