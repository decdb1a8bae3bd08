import type { Hook } from '../../views.ts'
import type { Trouble } from './batches.ts'
import { change, type Db, row, rows } from './open.ts'

/** One hook of one batch that ended: owed until it was delivered or given up. */
export interface Delivery {
  readonly id: string
  /** null: somebody tried the hook. */
  readonly batchId: string | null
  /** null: the batch was started with it, or it was taken away since. */
  readonly hookId: number | null
  readonly hook: Hook
  readonly body: string
  readonly exportPath: string | null
  readonly state: 'waiting' | 'running' | 'delivered' | 'failed'
  readonly tries: number
  readonly createdAt: string
  readonly endedAt: string | null
  /** Of the last try. */
  readonly error: Trouble | null
  readonly output: string | null
}

/** How one try ended. */
export interface Outcome {
  readonly error: Trouble | null
  /** The end of what a command said. */
  readonly output: string | null
}

export type NewDelivery = Pick<
  Delivery,
  'id' | 'batchId' | 'hookId' | 'hook' | 'body' | 'exportPath' | 'createdAt'
>

/** Something is owed from here on. */
export function insertDelivery(db: Db, { hook, ...delivery }: NewDelivery): void {
  change(
    db,
    `insert into deliveries (id, batch_id, hook_id, hook, body, export_path, created_at)
     values (@id, @batchId, @hookId, @hook, @body, @exportPath, @createdAt)`,
    { ...delivery, hook: JSON.stringify(hook) },
  )
}

const columns = `id, batch_id as batchId, hook_id as hookId, hook, body, export_path as exportPath, state, tries,
  created_at as createdAt, ended_at as endedAt, error_code as errorCode, error_details as errorDetails, output`

type Row = Omit<Delivery, 'hook' | 'error'> & {
  readonly hook: string
  readonly errorCode: Trouble['code'] | null
  readonly errorDetails: string | null
}

function deliveryOf({ hook, errorCode, errorDetails, ...plain }: Row): Delivery {
  const error = errorCode && { code: errorCode, details: JSON.parse(errorDetails ?? '{}') }
  return { ...plain, hook: JSON.parse(hook), error }
}

export function findDelivery(db: Db, id: string): Delivery | null {
  const found = row<Row>(db, `select ${columns} from deliveries where id = @id`, { id })
  return found && deliveryOf(found)
}

/** What was sent or is owed for a batch, the newest first. */
export function listDeliveries(db: Db, batchId: string, limit: number): Delivery[] {
  return rows<Row>(
    db,
    `select ${columns} from deliveries where batch_id = @batchId order by seq desc limit @limit`,
    { batchId, limit },
  ).map(deliveryOf)
}

/** The last that is known of a hook. */
export function lastDelivery(db: Db, hookId: number): Delivery | null {
  const found = row<Row>(
    db,
    `select ${columns} from deliveries where hook_id = @hookId order by seq desc limit 1`,
    { hookId },
  )
  return found && deliveryOf(found)
}

/** What waits to be delivered, the oldest first. */
export function listOwed(db: Db): { readonly id: string; readonly batchId: string | null }[] {
  return rows(
    db,
    `select id, batch_id as batchId from deliveries where state = 'waiting' order by seq`,
  )
}

/** Says something else in what waits; what was sent before stays as it was sent. */
export function rewriteDelivery(
  db: Db,
  id: string,
  said: Pick<Delivery, 'body' | 'exportPath'>,
): void {
  change(
    db,
    `update deliveries set body = @body, export_path = @exportPath
     where id = @id and state = 'waiting' and tries = 0`,
    { id, ...said },
  )
}

/** waiting -> running: one try more. Null when it is not there or not waiting any more. */
export function claimDelivery(db: Db, id: string): Delivery | null {
  const claimed = row<Row>(
    db,
    `update deliveries set state = 'running', tries = tries + 1
     where id = @id and state = 'waiting' returning ${columns}`,
    { id },
  )
  return claimed && deliveryOf(claimed)
}

/** running -> where its try has brought it. */
export function settleDelivery(
  db: Db,
  id: string,
  { state, at, error, output }: Outcome & { state: Delivery['state']; at: string },
): void {
  change(
    db,
    `update deliveries set state = @state, ended_at = @at, error_code = @code, error_details = @details,
       output = @output
     where id = @id and state = 'running'`,
    {
      ...{ id, state, output, at: state === 'waiting' ? null : at, code: error?.code ?? null },
      details: error && JSON.stringify(error.details),
    },
  )
}

/** running -> waiting, as though this try had not been: the program ends. */
export function releaseDelivery(db: Db, id: string): void {
  change(
    db,
    `update deliveries set state = 'waiting', tries = tries - 1 where id = @id and state = 'running'`,
    { id },
  )
}

/** failed -> waiting, with all its tries, by a person's wish. */
export function reopenDelivery(db: Db, id: string): boolean {
  return (
    change(
      db,
      `update deliveries set state = 'waiting', tries = 0, ended_at = null where id = @id and state = 'failed'`,
      { id },
    ) > 0
  )
}

/**
 * What a process that ended without a word had in hand is owed again: it may have arrived, or not. What was in hand at
 * `most` such ends is given up, since it may be what ended them.
 */
export function recoverDeliveries(db: Db, at: string, most: number): void {
  change(
    db,
    `update deliveries set state = 'failed', ended_at = @at, error_code = 'hook_gave_up',
       error_details = json_object('tries', tries)
     where state = 'running' and tries >= @most`,
    { at, most },
  )
  // Whoever tried a hook does not wait for it any more.
  change(db, `delete from deliveries where batch_id is null and state in ('waiting', 'running')`)
  change(db, `update deliveries set state = 'waiting' where state = 'running'`)
}

/** What was tried of a hook before, without a batch: only the last is of interest. */
export function deleteTrials(db: Db, hookId: number): void {
  change(db, 'delete from deliveries where hook_id = @hookId and batch_id is null', { hookId })
}
