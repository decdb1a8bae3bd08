import type { ActKind, ItemState, ReviewState, Snapshot } from '../db/fieldEvents.ts'
import type { StoredField } from '../db/fields.ts'
import { type Db, rows } from '../db/open.ts'

interface Move {
  readonly kind: ActKind | 'undone' | 'redone'
  /** Of an undo or redo: the kind of the act that it moved. */
  readonly moved: ActKind | null
  readonly before: string | null
  readonly after: string | null
}

/**
 * The fields of a document as they stood at a time, worked out from how they are now and what was done since; null
 * when the pages of its file made up other documents then.
 */
export function documentAt(
  db: Db,
  { id, itemId }: { readonly id: string; readonly itemId: number },
  { now, at }: { readonly now: readonly StoredField[]; readonly at: string },
): readonly StoredField[] | null {
  let fields: readonly StoredField[] | null = now
  for (const move of movesSince(db, { documentId: id, itemId, at })) {
    const { from, to } = sidesOf(move)
    if (!to) continue
    fields = 'documents' in to ? fieldsIn(to, id) : backTo(to, from, fields ?? [])
  }
  return fields
}

/** What was done to it, the latest first. */
function movesSince(
  db: Db,
  params: { readonly documentId: string; readonly itemId: number; readonly at: string },
): readonly Move[] {
  return rows<Move>(
    db,
    `select e.kind, a.kind as moved, coalesce(a.before, e.before) as before, coalesce(a.after, e.after) as after
     from field_events e left join field_events a on a.id = e.undoes
     where e.item_id = @itemId and e.at > @at
       and (e.document_id = @documentId or coalesce(a.kind, e.kind) = 'arranged')
     order by e.id desc`,
    params,
  )
}

type State = ReviewState | Snapshot | ItemState

/** From how it stood after a move to how it stood before: an undo came from the later side of its act. */
function sidesOf({ kind, before, after }: Move) {
  const [earlier, later] = kind === 'undone' ? [after, before] : [before, after]
  const parsed = (text: string | null) => (text === null ? null : (JSON.parse(text) as State))
  return { from: parsed(later), to: parsed(earlier) }
}

function fieldsIn({ documents }: ItemState, id: string): readonly StoredField[] | null {
  return documents.find(({ document }) => document.id === id)?.fields ?? null
}

/** A snapshot holds every field of a document as a whole; one side of an act those alone that it changed. */
function backTo(
  to: ReviewState | Snapshot,
  from: State | null,
  fields: readonly StoredField[],
): readonly StoredField[] {
  if ('id' in to.document) return to.fields as readonly StoredField[]
  const { whole = [], fields: changed } = to as ReviewState
  const gone = from && 'whole' in from ? (from.whole ?? []) : []
  const moved = new Set([...gone, ...whole].map(({ id }) => id))
  const states = new Map(changed.map((field) => [field.id, field]))
  const there = fields.filter(({ id }) => !moved.has(id))
  return [...there.map((field) => ({ ...field, ...states.get(field.id) })), ...whole]
}
