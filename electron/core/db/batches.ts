import type { ErrorCode, ErrorDetails } from '../../../workers/errors.ts'
import type { ReaderSettings } from '../../../workers/tasks.ts'
import type { Template } from '../../../workers/template.ts'
import type { Decisions } from '../../preflightView.ts'
import type { BatchKind, ExportOptions, Hook, Priority } from '../../views.ts'
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
  /** A file may hold several documents. */
  readonly split?: boolean
  /** Where its template came from, if that was a file. */
  readonly templateFile?: string
  /** What was changed by the person's wish since it was started, the oldest first. */
  readonly amendments?: readonly Amendment[]
  /** Of files with the same content, only the first is read. */
  readonly leaveOutDuplicates?: boolean
  /** Values that are less sure are looked at; batches of an older Sheaf do not say. */
  readonly threshold?: number
  /** How the export is written that a batch writes by itself; left out: as usual. */
  readonly exportOptions?: ExportOptions
  /** A person chose it after the start. */
  readonly isThresholdChosen?: boolean
  /** What happens after it, beside what happens after every batch. */
  readonly hooks?: readonly Hook[]
}

/** Another template for a batch: what it had before is kept, so that documents can be put back. */
export interface Amendment {
  readonly at: string
  readonly from: string
  readonly to: string
  /** Those that it was extracted with until then. */
  readonly templates: readonly Template[]
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
  readonly priority: Priority
  readonly template: string
  readonly readerKey: string
  readonly intent: Intent
  readonly output: string | null
  readonly createdAt: string
  readonly startedAt: string | null
  readonly finishedAt: string | null
  readonly percentShown: number
  readonly error: Trouble | null
  /** What was asked for; null once it was started. */
  readonly draft: Decisions | null
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
  | 'priority'
  | 'template'
  | 'readerKey'
  | 'output'
  | 'createdAt'
> & { readonly config: BatchConfig; readonly draft?: Decisions }

export function insertBatch(db: Db, { config, sources, draft, ...batch }: NewBatch): void {
  change(
    db,
    `insert into batches
       (id, name, reference, sources, kind, priority, template, reader_key, intent, output, created_at, draft)
     values
       (@id, @name, @reference, @sources, @kind, @priority, @template, @readerKey, 'run', @output, @createdAt,
        @draft)`,
    {
      ...{ ...batch, sources: JSON.stringify(sources) },
      draft: draft ? JSON.stringify(draft) : null,
    },
  )
  change(db, 'insert into batch_configs (batch_id, config) values (@id, @config)', {
    id: batch.id,
    config: JSON.stringify(config),
  })
}

const columns = `id, name, reference, sources, kind, priority, template, reader_key as readerKey, intent, output,
  created_at as createdAt, started_at as startedAt, finished_at as finishedAt,
  percent_shown as percentShown, deleted_at as deletedAt, error_code as errorCode,
  error_details as errorDetails, draft`

type BatchRow = Omit<Batch, 'sources' | 'error' | 'draft'> & {
  readonly sources: string
  readonly draft: string | null
  readonly errorCode: ErrorCode | null
  readonly errorDetails: string | null
}

function batchOf({ sources, draft, errorCode, errorDetails, ...batch }: BatchRow): Batch {
  const error = errorCode && { code: errorCode, details: JSON.parse(errorDetails ?? '{}') }
  const decisions = draft === null ? null : JSON.parse(draft)
  return { ...batch, sources: JSON.parse(sources), error, draft: decisions }
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

/** Another template, by the person's wish; everything else of the configuration stays frozen. */
export function amendConfig(db: Db, id: string, template: string, config: BatchConfig): void {
  change(db, 'update batches set template = @template where id = @id', { id, template })
  setConfig(db, id, config)
}

/** What a batch is frozen with from now on. */
export function setConfig(db: Db, id: string, config: BatchConfig): void {
  change(db, 'update batch_configs set config = @config where batch_id = @id', {
    id,
    config: JSON.stringify(config),
  })
}

/** What a person calls a batch and how much it matters. */
export function describeBatch(
  db: Db,
  { id, name, reference, priority }: Pick<Batch, 'id' | 'name' | 'reference' | 'priority'>,
): void {
  change(
    db,
    `update batches set name = @name, reference = @reference, priority = @priority where id = @id`,
    { id, name, reference, priority },
  )
}

/** More folders or files belong to it. */
export function setSources(db: Db, id: string, sources: readonly string[]): void {
  change(db, 'update batches set sources = @sources where id = @id', {
    id,
    sources: JSON.stringify(sources),
  })
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

/** The batch is over: from here its percent is 100, unless it was cancelled. False when it was over before. */
export function markFinished(db: Db, id: string, at: string): boolean {
  return (
    change(
      db,
      `update batches set finished_at = @at, percent_shown = 100 where id = @id and finished_at is null`,
      { id, at },
    ) > 0
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
