import { type WatchConfig, watchConfig } from '../../watchView.ts'
import { change, type Db, durably, row, rows } from './open.ts'

/** A watched folder as a person set it up. */
export interface Watch {
  readonly id: number
  readonly folder: string
  readonly config: WatchConfig
  readonly isOn: boolean
  /** Where the share that it lies on is mounted; null: it lies on the disk of the system. */
  readonly mount: string | null
  /** The same of where originals are moved to. */
  readonly destinationMount: string | null
  readonly createdAt: string
}

interface WatchRow extends Omit<Watch, 'config' | 'isOn'> {
  readonly config: string
  readonly isOn: 0 | 1
}

const columns =
  'id, folder, config, is_on as isOn, mount, destination_mount as destinationMount, created_at as createdAt'

/** What an older Sheaf did not know yet is as it is where nobody has chosen. */
function watchOf({ config, isOn, ...watch }: WatchRow): Watch {
  return { ...watch, config: watchConfig.parse(JSON.parse(config)), isOn: isOn === 1 }
}

/** In the order in which they were added. */
export function listWatches(db: Db): Watch[] {
  return rows<WatchRow>(db, `select ${columns} from watches order by id`).map(watchOf)
}

export function findWatch(db: Db, id: number): Watch | null {
  const found = row<WatchRow>(db, `select ${columns} from watches where id = @id`, { id })
  return found && watchOf(found)
}

export function insertWatch(db: Db, watch: Omit<Watch, 'id'>): number {
  const { config, isOn, ...plain } = watch
  const added = row<{ id: number }>(
    db,
    `insert into watches (folder, config, is_on, mount, destination_mount, created_at)
     values (@folder, @config, @isOn, @mount, @destinationMount, @createdAt) returning id`,
    { ...plain, config: JSON.stringify(config), isOn: isOn ? 1 : 0 },
  )
  if (!added) throw new Error('a watched folder was not remembered')
  return added.id
}

export function updateWatch(db: Db, watch: Omit<Watch, 'isOn' | 'createdAt'>): void {
  const { config, ...plain } = watch
  durably(db, () =>
    change(
      db,
      `update watches set folder = @folder, config = @config, mount = @mount,
         destination_mount = @destinationMount
       where id = @id`,
      { ...plain, config: JSON.stringify(config) },
    ),
  )
}

export function setWatchOn(db: Db, id: number, isOn: boolean): void {
  durably(db, () =>
    change(db, 'update watches set is_on = @isOn where id = @id', { id, isOn: isOn ? 1 : 0 }),
  )
}

export function deleteWatch(db: Db, id: number): void {
  durably(db, () => change(db, 'delete from watches where id = @id', { id }))
}

export function insertWatchBatch(db: Db, watchId: number, batchId: string): void {
  change(db, 'insert into watch_batches (batch_id, watch_id) values (@batchId, @watchId)', {
    watchId,
    batchId,
  })
}

/** Which watched folder a batch came from; null: from none. */
export function watchOfBatch(db: Db, batchId: string): number | null {
  const found = row<{ watchId: number }>(
    db,
    'select watch_id as watchId from watch_batches where batch_id = @batchId',
    { batchId },
  )
  return found?.watchId ?? null
}

/** Batches of a folder that are listed, the newest first. */
export function listWatchBatches(db: Db, watchId: number, limit: number): string[] {
  return rows<{ id: string }>(
    db,
    `select b.id from watch_batches w join batches b on b.id = w.batch_id
     where w.watch_id = @watchId and b.deleted_at is null
     order by b.created_at desc, b.rowid desc limit @limit`,
    { watchId, limit },
  ).map(({ id }) => id)
}

/** Finished batches of a folder whose export could not be written. */
export function listUnwrittenWatchBatches(db: Db, watchId: number): string[] {
  return rows<{ id: string }>(
    db,
    `select b.id from watch_batches w join batches b on b.id = w.batch_id
     where w.watch_id = @watchId and b.finished_at is not null and b.deleted_at is null
       and b.error_code is not null and b.output is not null
     order by b.created_at, b.rowid`,
    { watchId },
  ).map(({ id }) => id)
}

/** Batches of a folder that are still to be read. */
export function listOpenWatchBatches(db: Db, watchId: number): string[] {
  return rows<{ id: string }>(
    db,
    `select b.id from batches b indexed by batches_unfinished join watch_batches w on w.batch_id = b.id
     where b.finished_at is null and b.deleted_at is null and w.watch_id = @watchId
     order by b.created_at, b.rowid`,
    { watchId },
  ).map(({ id }) => id)
}
