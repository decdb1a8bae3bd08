import { change, type Db, row, rows } from './open.ts'

/**
 * What became of each file that was met in a watched folder. `taken`: it is in a batch. `done`: its documents are
 * stored. `failed`: it gave nothing. `set_aside`: a person cancelled or removed it. `duplicate`: its content was met
 * before. `left`: it was there before the folder was watched.
 */
export type WatchFileState = 'taken' | 'done' | 'failed' | 'set_aside' | 'duplicate' | 'left'

export interface WatchFile {
  readonly id: number
  readonly watchId: number
  readonly path: string
  readonly size: number
  readonly modifiedAt: number
  readonly sha256: string | null
  readonly state: WatchFileState
  readonly batchId: string | null
  readonly itemId: number | null
  readonly code: string | null
  readonly sameAs: string | null
  readonly movingTo: string | null
  /** 1: it lies at `movingTo`. 2: it is a link, or somebody else took it away. */
  readonly moved: 0 | 1 | 2
}

const columns = `id, watch_id as watchId, path, size, modified_at as modifiedAt, sha256, state, batch_id as batchId,
  item_id as itemId, code, same_as as sameAs, moving_to as movingTo, moved`

export type NewWatchFile = Pick<
  WatchFile,
  'watchId' | 'path' | 'size' | 'modifiedAt' | 'sha256' | 'state'
> & {
  readonly batchId?: string
  readonly itemId?: number
  readonly sameAs?: string
  readonly at: string
}

export function insertWatchFile(db: Db, file: NewWatchFile): void {
  change(
    db,
    `insert into watch_files (watch_id, path, size, modified_at, sha256, state, batch_id, item_id, same_as, at)
     values (@watchId, @path, @size, @modifiedAt, @sha256, @state, @batchId, @itemId, @sameAs, @at)`,
    { batchId: null, itemId: null, sameAs: null, ...file },
  )
}

/** The latest that is known of a path. */
export function findWatchFile(db: Db, watchId: number, path: string): WatchFile | null {
  return row<WatchFile>(
    db,
    `select ${columns} from watch_files where watch_id = @watchId and path = @path order by id desc limit 1`,
    { watchId, path },
  )
}

/** The file that had this content first, unless it was only a duplicate itself. */
export function findByContent(db: Db, watchId: number, sha256: string): WatchFile | null {
  return row<WatchFile>(
    db,
    `select ${columns} from watch_files
     where watch_id = @watchId and sha256 = @sha256 and state in ('taken', 'done', 'failed', 'set_aside')
     order by state = 'done' desc, id limit 1`,
    { watchId, sha256 },
  )
}

/** How the item of a file that is not done stands now. */
export interface OpenFile extends WatchFile {
  readonly itemStatus: string | null
  readonly itemCode: string | null
  readonly itemSha256: string | null
  readonly itemSize: number | null
  readonly itemModifiedAt: number | null
  /** null: there is no such batch any more. */
  readonly batchThere: 1 | null
  readonly batchDeletedAt: string | null
}

export function listOpenFiles(db: Db, watchId: number): OpenFile[] {
  return rows<OpenFile>(
    db,
    `select f.id, f.watch_id as watchId, f.path, f.size, f.modified_at as modifiedAt, f.sha256, f.state,
       f.batch_id as batchId, f.item_id as itemId, f.code, f.same_as as sameAs, f.moving_to as movingTo, f.moved,
       i.status as itemStatus, i.error_code as itemCode, i.sha256 as itemSha256, i.size as itemSize,
       i.modified_at as itemModifiedAt, b.id is not null as batchThere, b.deleted_at as batchDeletedAt
     from watch_files f indexed by watch_files_open
     left join batches b on b.id = f.batch_id
     left join items i on i.id = f.item_id
     where f.watch_id = @watchId and f.state in ('taken', 'failed') order by f.id`,
    { watchId },
  )
}

export function settleFile(
  db: Db,
  file: Pick<WatchFile, 'id' | 'state' | 'code' | 'sha256' | 'size' | 'modifiedAt'> & {
    readonly at: string
  },
): void {
  const { id, state, code, sha256, size, modifiedAt, at } = file
  change(
    db,
    `update watch_files set state = @state, code = @code, sha256 = @sha256, size = @size,
       modified_at = @modifiedAt, at = @at
     where id = @id`,
    { id, state, code, sha256, size, modifiedAt, at },
  )
}

/** It is as if it had never been met. */
export function forgetFile(db: Db, id: number): void {
  change(db, 'delete from watch_files where id = @id', { id })
}

export function forgetFilesOfBatch(db: Db, batchId: string): void {
  change(db, 'delete from watch_files where batch_id = @batchId', { batchId })
}

/** Failed ones and those that a person set aside may be taken once more. */
export function forgetGivenUp(db: Db, watchId: number): number {
  return change(
    db,
    `delete from watch_files where watch_id = @watchId and state in ('failed', 'set_aside')`,
    { watchId },
  )
}

/** Duplicates of a content that was not read after all: the first file was replaced before anybody opened it. */
export function forgetOrphanedDuplicates(db: Db, watchId: number): number {
  return change(
    db,
    `delete from watch_files as d where watch_id = @watchId and state = 'duplicate' and moved = 0 and not exists (
       select 1 from watch_files f
       where f.watch_id = d.watch_id and f.sha256 = d.sha256 and f.state in ('taken', 'done', 'failed', 'set_aside'))`,
    { watchId },
  )
}

/** Files that are done, or the same as one that is, and still lie where they were found. */
export function listUnmoved(db: Db, watchId: number): WatchFile[] {
  return rows<WatchFile>(
    db,
    `select ${columns} from watch_files f
     where watch_id = @watchId and moved = 0 and (state = 'done' or (state = 'duplicate' and exists (
       select 1 from watch_files d where d.watch_id = f.watch_id and d.sha256 = f.sha256 and d.state = 'done')))
     order by id`,
    { watchId },
  )
}

/** Said before anything is moved, so that a kill in between leaves no riddle. */
export function planMove(db: Db, id: number, movingTo: string | null): void {
  change(db, 'update watch_files set moving_to = @movingTo where id = @id', { id, movingTo })
}

export function markMoved(db: Db, id: number, moved: 1 | 2): void {
  change(db, 'update watch_files set moved = @moved where id = @id', { id, moved })
}

/** The item's file lies elsewhere from now on: its pages are still shown. */
export function moveItem(
  db: Db,
  file: {
    readonly id: number
    readonly from: string
    readonly to: string
    readonly modifiedAt: number
  },
): void {
  // Ids of items may be given again, paths of a file that was done are not.
  change(
    db,
    'update items set path = @to, modified_at = @modifiedAt where id = @id and path = @from',
    file,
  )
}

export interface WatchCounts {
  readonly reading: number
  readonly done: number
  readonly failed: number
  readonly needPassword: number
  readonly duplicate: number
  readonly setAside: number
  readonly left: number
  readonly moved: number
}

export function countWatchFiles(db: Db, watchId: number): WatchCounts {
  const groups = rows<{
    state: WatchFileState
    code: string | null
    moved: 0 | 1 | 2
    files: number
  }>(
    db,
    `select state, code, moved, count(*) as files from watch_files where watch_id = @watchId
     group by state, code, moved`,
    { watchId },
  )
  const count = (is: (group: (typeof groups)[number]) => boolean) =>
    groups.filter(is).reduce((sum, { files }) => sum + files, 0)
  return {
    reading: count(({ state }) => state === 'taken'),
    done: count(({ state }) => state === 'done'),
    failed: count(({ state }) => state === 'failed'),
    needPassword: count(({ code }) => code === 'file_encrypted' || code === 'password_wrong'),
    duplicate: count(({ state }) => state === 'duplicate'),
    setAside: count(({ state }) => state === 'set_aside'),
    left: count(({ state }) => state === 'left'),
    moved: count(({ moved }) => moved === 1),
  }
}

/** When something last happened to a file of the folder. */
export function lastActivity(db: Db, watchId: number): string | null {
  const found = row<{ at: string | null }>(
    db,
    `select max(at) as at from watch_files where watch_id = @watchId and state <> 'left'`,
    { watchId },
  )
  return found?.at ?? null
}
