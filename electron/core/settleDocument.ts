import { AppError } from '../../workers/errors.ts'
import { act, keepAct, tellAct } from './act.ts'
import type { Core } from './core.ts'
import type { DocumentState } from './db/documents.ts'
import { findLastAct, type ValueAct } from './db/fieldEvents.ts'
import { durably } from './db/open.ts'
import { knownDocument } from './review.ts'

/** What a person decides about a document as a whole; each an act that can be taken back. */

const approval = { review: 'approved', reviewReason: null, postponed: null } as const

/** A person has looked at the document and stands by it. */
export function approveDocument(core: Core, documentId: string): void {
  if (knownDocument(core, documentId).review === 'approved') return
  settle(core, documentId, 'approved', approval)
}

/** The same for several, all of them or none. Gives the ids of the acts, of those that were not approved before. */
export function approveDocuments(core: Core, documentIds: readonly string[]): number[] {
  const open = documentIds
    .map((id) => knownDocument(core, id))
    .filter(({ review }) => review !== 'approved')
  const acts = durably(core.db, () =>
    open.map((document) => {
      const after = { document: { ...document, ...approval }, fields: [] }
      keepAct(core, { kind: 'approved', document, fields: [], after })
      return findLastAct(core.db, document.id)?.id ?? 0
    }),
  )
  for (const document of open) tellAct(core, { document })
  return acts
}

/** It is not what it should be: nobody has to look at it any more, and exports say why. */
export function rejectDocument(
  core: Core,
  { documentId, reason }: { documentId: string; reason: string },
): void {
  settle(core, documentId, 'rejected', {
    ...{ review: 'rejected', reviewReason: reason, postponed: null, needsReview: false },
  })
}

/** Not now: it comes last among those to review, or until a date. */
export function postponeDocument(
  core: Core,
  { documentId, until }: { documentId: string; until: string | null },
): void {
  const { review } = knownDocument(core, documentId)
  if (review !== 'none') {
    const problem = `the document is ${review}. Take that back first, then postpone it.`
    throw new AppError('invalid_input', { problem })
  }
  settle(core, documentId, 'postponed', { postponed: { at: core.now().toISOString(), until } })
}

function settle(
  core: Core,
  documentId: string,
  kind: ValueAct,
  state: Partial<DocumentState>,
): void {
  const document = knownDocument(core, documentId)
  act(core, {
    kind,
    document,
    fields: [],
    after: { document: { ...document, ...state }, fields: [] },
  })
}
