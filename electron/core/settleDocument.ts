import { AppError } from '../../workers/errors.ts'
import { act } from './act.ts'
import type { Core } from './core.ts'
import type { DocumentState } from './db/documents.ts'
import type { ValueAct } from './db/fieldEvents.ts'
import { knownDocument } from './review.ts'

/** What a person decides about a document as a whole; each an act that can be taken back. */

/** A person has looked at the document and stands by it. */
export function approveDocument(core: Core, documentId: string): void {
  if (knownDocument(core, documentId).review === 'approved') return
  settle(core, documentId, 'approved', { review: 'approved', reviewReason: null, postponed: null })
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
