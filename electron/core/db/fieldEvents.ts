import type { DocumentState, StoredDocument } from './documents.ts'
import type { FieldState, StoredField } from './fields.ts'
import type { Arrangement } from './items.ts'
import { change, type Db, type Params, row } from './open.ts'

/** Everything that one act of a person changed, as it was before or is after it. */
export interface ReviewState {
  readonly document: DocumentState
  readonly fields: readonly FieldState[]
  /** Fields that the other side of the act does not have, or has in another place. */
  readonly whole?: readonly StoredField[]
}

/** A document with all that it holds. */
export interface Snapshot {
  readonly document: StoredDocument
  readonly fields: readonly StoredField[]
}

/** How the pages of a file are put together, and what came of it. */
export interface ItemState {
  readonly arrangement: Arrangement | null
  readonly documents: readonly Snapshot[]
}

/** Acts that changed values or the state of a document; `rows_edited` the rows of one of its tables, too. */
export type ValueAct =
  | ('corrected' | 'accepted' | 'approved' | 'rejected' | 'postponed')
  | 'rows_edited'

/** Acts after which a document was found anew: read again, taken for another type, a page turned. */
const readingActs = ['extracted', 'retyped', 'rotated'] as const
export type ReadingAct = (typeof readingActs)[number]

export type ActKind = ValueAct | ReadingAct | 'arranged'

interface ActOf<Kind, Before, After = Before> {
  readonly id: number
  readonly documentId: string
  readonly itemId: number
  readonly kind: Kind
  readonly before: Before
  readonly after: After
}

/** What a person did, with both of its sides. */
export type Act = ActOf<ValueAct, ReviewState> | ReadingActs | Arranging
/** Of an older Sheaf without its outcome: it can be taken back, but not be done again. */
type ReadingActs = ActOf<ReadingAct, Snapshot, Snapshot | null>
type Arranging = ActOf<'arranged', ItemState>

export function isReading(act: Act): act is ReadingActs {
  return (readingActs as readonly string[]).includes(act.kind)
}

export function isArrangement(act: Act): act is Arranging {
  return act.kind === 'arranged'
}

interface NewEvent {
  readonly documentId: string
  /** For a document that may not be there; else it is looked up. */
  readonly itemId?: number
  readonly at: string
  readonly kind: ActKind | 'undone' | 'redone'
  readonly fieldId?: number | undefined
  readonly before?: ReviewState | Snapshot | ItemState
  readonly after?: ReviewState | Snapshot | ItemState
  /** The act that is taken back, or done again. */
  readonly undoes?: number
  /** Done to the whole batch, and no sign that a person worked on this document. */
  readonly isOfBatch?: boolean
}

/** Appends to the history of a document; nothing ever changes or leaves it. */
export function appendEvent(db: Db, { documentId, kind, at, ...event }: NewEvent): void {
  change(
    db,
    `insert into field_events (item_id, document_id, field_id, kind, at, before, after, undoes, of_batch)
     values (coalesce(@itemId, (select item_id from documents where id = @documentId)), @documentId, @fieldId, @kind,
       @at, @before, @after, @undoes, @ofBatch)`,
    {
      ...{ documentId, kind, at },
      itemId: event.itemId ?? null,
      fieldId: event.fieldId ?? null,
      before: event.before ? JSON.stringify(event.before) : null,
      after: event.after ? JSON.stringify(event.after) : null,
      undoes: event.undoes ?? null,
      ofBatch: Number(event.isOfBatch ?? false),
    },
  )
}

/** Acts on a document: its own, and those on the pages of its file. */
const ofDocument = (
  act: string,
) => `${act}.item_id = (select item_id from documents where id = @documentId)
  and (${act}.document_id = @documentId or ${act}.kind = 'arranged')`
const isAct = `before is not null and kind not in ('undone', 'redone')`
/** The last that was done about an act: 'undone', 'redone', or nothing. */
const fate = (act: string) =>
  `ifnull((select u.kind from field_events u where u.undoes = ${act} order by u.id desc limit 1), '')`

const lastSql = `select id from field_events e
  where ${ofDocument('e')} and ${isAct} and ${fate('e.id')} <> 'undone' order by id desc limit 1`

/** The latest taken back act, as long as nothing new was done since. */
const undoneSql = `select a.id from field_events a
  join field_events u on u.undoes = a.id and u.kind = 'undone'
  where ${ofDocument('a')}
    and a.after is not null and ${fate('a.id')} = 'undone'
    and not exists (select 1 from field_events n where n.item_id = a.item_id and n.id > u.id
      and n.before is not null and n.kind not in ('undone', 'redone')
      and (n.document_id = @documentId or n.kind = 'arranged' or a.kind = 'arranged'))
  order by u.id desc limit 1`

/** The latest act on a document that nobody has taken back. */
export function findLastAct(db: Db, documentId: string): Act | null {
  return actOf(db, lastSql, { documentId })
}

/** The act that was taken back last and can be done again. */
export function findUndoneAct(db: Db, documentId: string): Act | null {
  return actOf(db, undoneSql, { documentId })
}

/** What an undo would take back and a redo would do again, by name. */
export function nextMoves(
  db: Db,
  documentId: string,
): { readonly undo: ActKind | null; readonly redo: ActKind | null } {
  const kindOf = (sql: string) =>
    row<{ kind: ActKind }>(db, `select kind from field_events where id = (${sql})`, { documentId })
  return { undo: kindOf(lastSql)?.kind ?? null, redo: kindOf(undoneSql)?.kind ?? null }
}

/**
 * The document of the same file in which something came after an act, and has to be taken back (or done
 * again) first; null when nothing stands in its way.
 */
export function findInTheWay(db: Db, act: Act, move: 'undo' | 'redo'): string | null {
  const undone = move === 'undo' ? `<> 'undone'` : `= 'undone'`
  const since =
    move === 'undo' ? '@id' : `(select max(u.id) from field_events u where u.undoes = @id)`
  const when =
    move === 'undo' ? 'e.id' : `(select max(u.id) from field_events u where u.undoes = e.id)`
  const found = row<{ documentId: string }>(
    db,
    `select document_id as documentId from field_events e
     where item_id = @itemId and id <> @id and ${isAct} and ${fate('e.id')} ${undone} and ${when} > ${since}
     limit 1`,
    { id: act.id, itemId: act.itemId },
  )
  return found?.documentId ?? null
}

/** Whether there is an act of this kind on a document that nobody has taken back. */
export function wasDone(db: Db, documentId: string, kind: ActKind): boolean {
  const found = row(
    db,
    `select 1 from field_events e
     where document_id = @documentId and kind = @kind and ${fate('e.id')} <> 'undone' limit 1`,
    { documentId, kind },
  )
  return found !== null
}

/** Whether a document of this id is or was among those of a file. */
export function wasDocument(db: Db, itemId: number, documentId: string): boolean {
  const found = row(
    db,
    `select 1 from documents where id = @documentId
     union all select 1 from field_events where item_id = @itemId and document_id = @documentId
     union all select 1 from field_events e, json_each(e.after, '$.documents') d
       where e.item_id = @itemId and e.kind = 'arranged' and d.value ->> '$.document.id' = @documentId
     limit 1`,
    { itemId, documentId },
  )
  return found !== null
}

/** An act by its id, taken back or not. */
export function findAct(db: Db, id: number): Act | null {
  return actOf(
    db,
    `select @id where exists (select 1 from field_events where id = @id and ${isAct})`,
    { id },
  )
}

function actOf(db: Db, sql: string, params: Params): Act | null {
  const found = row<{ before: string; after: string | null }>(
    db,
    `select id, document_id as documentId, item_id as itemId, kind, before, after
     from field_events where id = (${sql})`,
    params,
  )
  if (!found) return null
  const { before, after, ...act } = found
  return { ...act, before: JSON.parse(before), after: after && JSON.parse(after) } as unknown as Act
}
