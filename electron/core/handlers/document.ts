import { AppError } from '../../../workers/errors.ts'
import type { DocumentView } from '../../views.ts'
import type { Core } from '../core.ts'
import { findDocument } from '../db/documents.ts'
import { documentView } from '../documentView.ts'
import { readAgain } from '../readAgain.ts'
import { approveDocument, correctField, undoReview } from '../review.ts'
import type { HandlersOf } from './index.ts'

export function documentHandlers(core: Core): HandlersOf<'document'> {
  function view(documentId: string): DocumentView {
    const document = findDocument(core.db, documentId)
    const found = document && documentView(core, document)
    if (!found) throw new AppError('not_found', { what: 'document' })
    return found
  }

  return {
    'document.get': ({ documentId }) => view(documentId),
    'document.correct': (input) => {
      correctField(core, input)
      return view(input.documentId)
    },
    'document.readAgain': async (input) => {
      await readAgain(core, input)
      return view(input.documentId)
    },
    'document.approve': ({ documentId }) => {
      approveDocument(core, documentId)
      return view(documentId)
    },
    'document.undo': ({ documentId }) => {
      undoReview(core, documentId)
      return view(documentId)
    },
  }
}
