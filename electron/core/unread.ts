import { type ErrorDetails, sentenceOf } from '../../workers/errors.ts'
import type { UnreadLine } from '../views.ts'
import type { Trouble } from './db/batches.ts'
import { listDocumentsOfItem, type StoredDocument } from './db/documents.ts'
import type { Item } from './db/items.ts'
import type { Db } from './db/open.ts'
import { listPageStates } from './db/pageStates.ts'
import { listUnreadItems, type UnreadFilter } from './db/unreadItems.ts'

type State = UnreadLine['state']

/** Pages that ended alike, one after the other; null: pages that nobody could count. */
interface Stretch {
  readonly state: State
  readonly error: Trouble
  readonly pages: readonly [first: number, last: number] | null
}

/**
 * What was not read of items after a position of intake: a line for each stretch of pages that ended alike, and
 * one for a file whose pages cannot be counted. Whole items, so that none is cut in two.
 */
export function listUnread(
  db: Db,
  filter: UnreadFilter & { readonly after: number; readonly limit: number },
): readonly UnreadLine[] {
  return listUnreadItems(db, filter).flatMap((item) => {
    const documents = item.status === 'done' ? listDocumentsOfItem(db, item.id) : []
    return stretchesOf(db, item)
      .filter(({ error }) => filter.code === null || error.code === filter.code)
      .map((stretch) => lineOf(item, stretch, documents))
  })
}

function stretchesOf(db: Db, item: Item): readonly Stretch[] {
  const end = endOf(item)
  if (item.pageCount === null) return end ? [{ ...end, pages: null }] : []
  const states = new Map(listPageStates(db, item.id).map(({ page, error }) => [page, error]))
  const stretches: Stretch[] = []
  for (let page = 1; page <= item.pageCount; page++) {
    const own = states.get(page)
    const found = own ? ({ state: stateOf(own), error: own } as const) : own === null ? null : end
    if (found) append(stretches, found, page)
  }
  return stretches
}

/** A page that a person left out of the documents was read, and is wanted nowhere. */
function stateOf({ code }: Trouble): State {
  return code === 'left_out' ? 'skipped' : 'failed'
}

/** How pages without a state of their own ended; null: they have not, or there are none. */
function endOf({ status, filename, error }: Item): Pick<Stretch, 'state' | 'error'> | null {
  const cancelled = { code: 'cancelled', details: { file: filename } } as const
  switch (status) {
    case 'failed':
      return error && { state: 'failed', error }
    case 'skipped':
      return error && { state: 'skipped', error }
    case 'cancelled':
      return { state: 'skipped', error: error ?? cancelled }
    case 'pending':
    case 'running':
    case 'done':
      return null
    default:
      return status satisfies never
  }
}

function append(stretches: Stretch[], found: Pick<Stretch, 'state' | 'error'>, page: number): void {
  const before = stretches.at(-1)
  const isNext = before?.pages?.[1] === page - 1 && says(before) === says(found)
  if (isNext && before.pages) stretches.pop()
  stretches.push({ ...found, pages: [isNext && before.pages ? before.pages[0] : page, page] })
}

/** Sentences that name their page are lines of their own. */
function says({ state, error }: Pick<Stretch, 'state' | 'error'>): string {
  return `${state} ${error.code} ${JSON.stringify(error.details)}`
}

function lineOf(
  { id, seq, filename, path, status }: Item,
  { state, error, pages }: Stretch,
  documents: readonly StoredDocument[],
): UnreadLine {
  const owner = documents.find(({ missingPages }) => pages && missingPages.includes(pages[0]))
  const details: ErrorDetails = { file: filename, ...error.details }
  return {
    ...{ index: seq, itemId: id, documentId: owner?.id ?? null, filename, path },
    ...{ state, isWhole: status !== 'done' },
    ...{ code: error.code, message: sentenceOf(error.code, details) },
    ...{ firstPage: pages?.[0] ?? null, lastPage: pages?.[1] ?? null },
  }
}
