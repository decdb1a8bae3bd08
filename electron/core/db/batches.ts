import type { ErrorCode, ErrorDetails } from '../../../workers/errors.ts'
import type { ReaderSettings } from '../../../workers/tasks.ts'
import type { Template } from '../../../workers/template.ts'
import type { BatchKind } from '../../views.ts'
import type { Intent } from '../status.ts'
import { change, type Db, row, rows } from './open.ts'

/** What a batch was started with, frozen: a later template or version does not change it. */
export interface BatchConfig {
  readonly templates: readonly Template[]
  readonly settings: ReaderSettings
  readonly appVersion: string
  /** The person's own language data as it was then, by hash; batches of an older Sheaf do not know. */
  readonly ownData?: string
  /** Words are exported with tables as grids. */
  readonly tables?: boolean
}

export interface Trouble {
  readonly code: ErrorCode
  readonly details: ErrorDetails
}

export interface Batch {
  readonly id: string
  readonly name: string
  readonly reference: string | null
  readonly sources: readonly string[]
  readonly kind: BatchKind
  readonly template: string
  readonly readerKey: string
  readonly intent: Intent
  readonly output: string | null
  readonly createdAt: string
  readonly startedAt: string | null
  readonly finishedAt: string | null
  readonly percentShown: number
  readonly error: Trouble | null
  /** It waits to be purged; null: it is listed. */
  readonly deletedAt: string | null
}

export type NewBatch = Pick<
  Batch,
  | 'id'
  | 'name'
  | 'reference'
  | 'sources'
  | 'kind'
  | 'template'
  | 'readerKey'
  | 'output'
  | 'createdAt'
> & { readonly config: BatchConfig }

export function insertBatch(db: Db, { config, sources, ...batch }: NewBatch): void {
  change(
    db,
    `insert into batches
       (id, name, reference, sources, kind, template, reader_key, intent, output, created_at)
     values
       (@id, @name, @reference, @sources, @kind, @template, @readerKey, 'run', @output, @createdAt)`,
    { ...batch, sources: JSON.stringify(sources) },
  )
  change(db, 'insert into batch_configs (batch_id, config) values (@id, @config)', {
    id: batch.id,
    config: JSON.stringify(config),
  })
}

const columns = `id, name, reference, sources, kind, template, reader_key as readerKey, intent, output,
  created_at as createdAt, started_at as startedAt, finished_at as finishedAt,
  percent_shown as percentShown, deleted_at as deletedAt, error_code as errorCode, error_details as errorDetails`

type BatchRow = Omit<Batch, 'sources' | 'error'> & {
  readonly sources: string
  readonly errorCode: ErrorCode | null
  readonly errorDetails: string | null
}

function batchOf({ sources, errorCode, errorDetails, ...batch }: BatchRow): Batch {
  const error = errorCode && { code: errorCode, details: JSON.parse(errorDetails ?? '{}') }
  return { ...batch, sources: JSON.parse(sources), error }
}

export function findBatch(db: Db, id: string): Batch | null {
  const found = row<BatchRow>(db, `select ${columns} from batches where id = @id`, { id })
  return found && batchOf(found)
}

/** Batches that are not deleted, the newest first, after one of them; a page at a time. */
export function listBatches(
  db: Db,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): string[] {
  // A batch whose id is not there any more ends the list: better than beginning it again.
  const later =
    after === null
      ? ''
      : `and (created_at, rowid) < (select created_at, rowid from batches where id = @after)`
  return rows<{ id: string }>(
    db,
    `select id from batches where deleted_at is null ${later}
     order by created_at desc, rowid desc limit @limit`,
    { ...(after !== null && { after }), limit },
  ).map(({ id }) => id)
}

/** Every batch that is there, deleted ones among them, the oldest first. */
export function listAllBatches(db: Db): Batch[] {
  return rows<BatchRow>(db, `select ${columns} from batches order by created_at, rowid`).map(
    batchOf,
  )
}

/** Unfinished batches with this intent, the oldest first; one in trouble waits for its person. */
export function listUnfinished(db: Db, intent: Intent): string[] {
  return rows<{ id: string }>(
    db,
    `select id from batches
     where finished_at is null and deleted_at is null and intent = @intent and (error_code is null or intent = 'cancel')
     order by created_at, rowid`,
    { intent },
  ).map(({ id }) => id)
}

export function configOf(db: Db, id: string): BatchConfig | null {
  const found = row<{ config: string }>(
    db,
    'select config from batch_configs where batch_id = @id',
    { id },
  )
  return found && JSON.parse(found.config)
}

export function setIntent(db: Db, id: string, intent: Intent): void {
  change(db, 'update batches set intent = @intent where id = @id', { id, intent })
}

export function markStarted(db: Db, id: string, at: string): void {
  change(db, 'update batches set started_at = @at where id = @id and started_at is null', {
    id,
    at,
  })
}

/** The batch is over: from here its percent is 100. */
export function markFinished(db: Db, id: string, at: string): void {
  change(
    db,
    `update batches set finished_at = @at, percent_shown = 100 where id = @id and finished_at is null`,
    { id, at },
  )
}

/** A finished batch has something to do again; its percent stays where it was. */
export function reopenBatch(db: Db, id: string): void {
  change(
    db,
    `update batches set intent = 'run', finished_at = null, error_code = null, error_details = null
     where id = @id`,
    { id },
  )
}

/** Items are pending again by the person's wish: the percent counts anew from what is done. */
export function restartPercent(db: Db, id: string): void {
  change(db, 'update batches set percent_shown = 0 where id = @id', { id })
}

export function setTrouble(db: Db, id: string, trouble: Trouble | null): void {
  change(db, 'update batches set error_code = @code, error_details = @details where id = @id', {
    id,
    code: trouble?.code ?? null,
    details: trouble && JSON.stringify(trouble.details),
  })
}

/** Remembers the highest percent that a person has seen. */
export function showPercent(db: Db, id: string, percent: number): void {
  change(
    db,
    'update batches set percent_shown = @percent where id = @id and percent_shown < @percent',
    { id, percent },
  )
}

export function addExport(
  db: Db,
  written: { batchId: string; path: string; documents: number; at: string },
): void {
  change(
    db,
    `insert into exports (batch_id, path, documents, written_at)
     values (@batchId, @path, @documents, @at)`,
    written,
  )
}

/** Where we ever wrote results, or mean to: such files are no sources. */
export function listOutputs(db: Db): string[] {
  return rows<{ path: string }>(
    db,
    'select path from exports union select output from batches where output is not null',
  ).map(({ path }) => path)
}

/** What persons named for batches that are there, deleted ones among them; except of one. */
export function listSources(db: Db, except: string | null = null): string[] {
  return rows<{ path: string }>(
    db,
    'select distinct s.value as path from batches b, json_each(b.sources) s where b.id is not @except',
    { except },
  ).map(({ path }) => path)
}
