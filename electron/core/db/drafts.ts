import { type NewBatch, setConfig } from './batches.ts'
import { atomically, change, type Db, rows } from './open.ts'

/** Drafts: batches whose files were looked into and that nobody has started yet. */

export type Settled = Pick<
  NewBatch,
  'id' | 'name' | 'reference' | 'kind' | 'priority' | 'template' | 'config' | 'readerKey' | 'output'
>

/** draft -> started, with what the person decided, frozen. False when it is no draft (any more). */
export function startDraft(db: Db, { config, ...settled }: Settled): boolean {
  return atomically(db, () => {
    const isStarted =
      change(
        db,
        `update batches set draft = null, intent = 'run', name = @name, reference = @reference, kind = @kind,
           priority = @priority, template = @template, reader_key = @readerKey, output = @output,
           percent_shown = 0, error_code = null, error_details = null
         where id = @id and draft is not null and finished_at is null`,
        settled,
      ) > 0
    if (isStarted) setConfig(db, settled.id, config)
    return isStarted
  })
}

/** Takes a draft away with its items; a batch that was started stays. */
export function deleteDraft(db: Db, id: string): boolean {
  return change(db, 'delete from batches where id = @id and draft is not null', { id }) > 0
}

/** Drafts that nobody started before a moment. Gives how many went. */
export function deleteDraftsBefore(db: Db, at: string): number {
  return change(db, 'delete from batches where draft is not null and created_at < @at', { at })
}

/** Where the files of every batch came from. */
export function listSources(db: Db): string[] {
  return rows<{ source: string }>(
    db,
    'select distinct value as source from batches, json_each(batches.sources)',
  ).map(({ source }) => source)
}
