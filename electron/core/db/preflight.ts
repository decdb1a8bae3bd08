import type { ErrorCode } from '../../../workers/errors.ts'
import { type Db, row, rows } from './open.ts'

/** What is known of a batch before its pages are read: counted in SQL, however many items it has. */

/** Each content of files that can be read once, with how many have it; in the order of its index. */
const contents = `contents as materialized (
  select sha256, count(*) as copies, min(seq) as first_seq, max(page_count) as page_count,
    max(text_pages) as text_pages
  from items indexed by items_in_batch_by_content
  where batch_id = @batchId and sha256 is not null and status in ('pending', 'running', 'done')
  group by sha256)`

const keptPages = `(select count(*) from pages p
  where p.sha256 = c.sha256 and p.reader_key = @readerKey and p.error_code is null)`

/** The latest item of another batch that has read a content. */
const otherItem = `(select max(o.id) from items o
  where o.sha256 = c.sha256 and o.status = 'done' and o.batch_id <> @batchId)`

export interface FileCounts {
  readonly files: number
  readonly inspected: number
  readonly locked: number
}

/**
 * How many files there are, were looked into, and wait for a password. One that twice stopped the program
 * is looked into by itself, after the start.
 */
export function countFiles(db: Db, batchId: string): FileCounts {
  const counted = row<FileCounts>(
    db,
    `select count(*) as files,
       coalesce(sum(sha256 is not null or status not in ('pending', 'running') or crashes >= 2), 0) as inspected,
       coalesce(sum(status = 'failed' and error_code in ('file_encrypted', 'password_wrong')), 0) as locked
     from items where batch_id = @batchId`,
    { batchId },
  )
  return counted ?? { files: 0, inspected: 0, locked: 0 }
}

export interface PageCounts {
  /** Files that can be read, and how many of them repeat an earlier one. */
  readonly files: number
  readonly repeatedFiles: number
  /** Contents that another batch has read. */
  readonly knownFiles: number
  readonly pages: number
  readonly pagesRepeated: number
  /** Of pages that are not repeated, those that were read in this way before. */
  readonly pagesKept: number
  /** Of those still to read, by a sample of each file. */
  readonly textPages: number
  readonly picturePages: number
  readonly unknownPages: number
}

/** Pages to read and to take from before, each content once. */
export function countPagesAhead(
  db: Db,
  { batchId, readerKey }: { batchId: string; readerKey: string },
): PageCounts {
  const counted = row<PageCounts>(
    db,
    `with ${contents},
     kept as materialized (
       select c.*, min(page_count, ${keptPages}) as kept, ${otherItem} is not null as is_known
       from contents c),
     ahead as materialized (
       select *, page_count - kept as ahead,
         cast(round((page_count - kept) * 1.0 * text_pages / max(1, page_count)) as integer) as text
       from kept)
     select coalesce(sum(copies), 0) as files, coalesce(sum(copies - 1), 0) as repeatedFiles,
       coalesce(sum(is_known), 0) as knownFiles,
       coalesce(sum(page_count * copies), 0) as pages,
       coalesce(sum(page_count * (copies - 1)), 0) as pagesRepeated,
       coalesce(sum(kept), 0) as pagesKept,
       coalesce(sum(text), 0) as textPages,
       coalesce(sum(ahead - text), 0) as picturePages,
       coalesce(sum(iif(text_pages is null, ahead, 0)), 0) as unknownPages
     from ahead`,
    { batchId, readerKey },
  )
  if (!counted) throw new Error('a count always has a row')
  return counted
}

export interface ProblemCount {
  readonly code: ErrorCode
  readonly files: number
}

/** How many files will not be read, by reason, the most frequent first. */
export function countProblems(db: Db, batchId: string): ProblemCount[] {
  return rows<ProblemCount>(
    db,
    `select error_code as code, count(*) as files from items
     where batch_id = @batchId and status in ('failed', 'skipped') and error_code is not null
     group by error_code order by files desc, error_code`,
    { batchId },
  )
}

export interface NamedFile {
  readonly itemId: number
  readonly filename: string
  readonly path: string
}

export interface ProblemFile extends NamedFile {
  readonly details: string | null
}

/** The first files with one problem. */
export function listProblemFiles(
  db: Db,
  { batchId, code, most }: { batchId: string; code: ErrorCode; most: number },
): ProblemFile[] {
  return rows<ProblemFile>(
    db,
    `select id as itemId, filename, path, error_details as details from items
     where batch_id = @batchId and status in ('failed', 'skipped') and error_code = @code
     order by seq limit @most`,
    { batchId, code, most },
  )
}

export interface RepeatedFile extends NamedFile {
  readonly otherFilename: string
  readonly otherPath: string
}

/** Files with the same content as an earlier one of the batch, beside the first that has it. */
export function listRepeated(
  db: Db,
  { batchId, most }: { batchId: string; most: number },
): RepeatedFile[] {
  return rows<RepeatedFile>(
    db,
    `with ${contents}
     select i.id as itemId, i.filename, i.path, o.filename as otherFilename, o.path as otherPath
     from contents c
       cross join items o on o.batch_id = @batchId and o.seq = c.first_seq
       cross join items i indexed by items_in_batch_by_content on i.batch_id = @batchId and i.sha256 = c.sha256 and i.seq > c.first_seq
         and i.sha256 is not null and i.status in ('pending', 'running', 'done')
     where c.copies > 1
     order by i.seq limit @most`,
    { batchId, most },
  )
}

export interface KnownFile extends RepeatedFile {
  readonly batchName: string
  readonly readAt: string
  readonly pageCount: number
  /** Of its pages, those that need no reading with the settings of this batch. */
  readonly kept: number
}

/** Files whose content another batch has read, beside the one that did it last. */
export function listKnown(
  db: Db,
  { batchId, readerKey, most }: { batchId: string; readerKey: string; most: number },
): KnownFile[] {
  return rows<KnownFile>(
    db,
    `with ${contents},
     known as materialized (
       select * from (select c.*, ${otherItem} as other_id from contents c)
       where other_id is not null order by first_seq limit @most)
     select i.id as itemId, i.filename, i.path, o.filename as otherFilename, o.path as otherPath,
       b.name as batchName, o.finished_at as readAt, c.page_count as pageCount, ${keptPages} as kept
     from known c
       cross join items i on i.batch_id = @batchId and i.seq = c.first_seq
       cross join items o on o.id = c.other_id
       cross join batches b on b.id = o.batch_id
     order by c.first_seq`,
    { batchId, readerKey, most },
  )
}

/** Bytes in use of the database itself. */
export function usedBytes(db: Db): number {
  const read = (name: string) => Number(db.pragma(name, { simple: true }))
  return (read('page_count') - read('freelist_count')) * read('page_size')
}
