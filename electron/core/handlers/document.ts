import { AppError } from '../../../workers/errors.ts'
import type { CommandName, ParsedInput } from '../../contract.ts'
import type { DocumentView } from '../../views.ts'
import type { Core } from '../core.ts'
import { findDocument, listDocumentsOfItem } from '../db/documents.ts'
import { nextMoves } from '../db/fieldEvents.ts'
import { documentView } from '../documentView.ts'
import { documentWords } from '../documentWords.ts'
import { editRows } from '../editRows.ts'
import { fillField } from '../fillField.ts'
import { redoAct, undoAct } from '../history.ts'
import { readAgain } from '../readAgain.ts'
import { acceptField, correctField, knownDocument, takeCandidate } from '../review.ts'
import { rotatePage } from '../rotatePage.ts'
import { setType } from '../setType.ts'
import { approveDocument, postponeDocument, rejectDocument } from '../settleDocument.ts'
import type { HandlersOf } from './index.ts'

export function documentHandlers(core: Core): HandlersOf<'document'> {
  function view(documentId: string): DocumentView {
    const document = findDocument(core.db, documentId)
    const found = document && documentView(core, document)
    if (!found) throw new AppError('not_found', { what: 'document' })
    return found
  }

  /** A change, answered with the document as it stands after it. */
  function changing<N extends CommandName>(
    change: (core: Core, input: ParsedInput<N> & { documentId: string }) => void | Promise<void>,
  ) {
    return async (input: ParsedInput<N> & { documentId: string }) => {
      await change(core, input)
      return view(input.documentId)
    }
  }

  /** A move in its history, after which the pages of its file may make up other documents. */
  function moved(move: (core: Core, documentId: string) => void, documentId: string): DocumentView {
    const { itemId } = knownDocument(core, documentId)
    move(core, documentId)
    const [first] = listDocumentsOfItem(core.db, itemId)
    return view(findDocument(core.db, documentId) ? documentId : (first?.id ?? documentId))
  }

  return {
    'document.get': ({ documentId }) => {
      const shown = view(documentId)
      core.seen(documentId, shown.batchId)
      return shown
    },
    'document.words': ({ documentId }) => documentWords(core, knownDocument(core, documentId)),
    'document.correct': changing<'document.correct'>(correctField),
    'document.fill': changing<'document.fill'>(fillField),
    'document.take': changing<'document.take'>(takeCandidate),
    'document.accept': changing<'document.accept'>(acceptField),
    'document.editRows': changing<'document.editRows'>(editRows),
    'document.setType': changing<'document.setType'>(setType),
    'document.rotate': changing<'document.rotate'>(rotatePage),
    'document.readAgain': changing<'document.readAgain'>(readAgain),
    'document.approve': changing<'document.approve'>((_, { documentId }) =>
      approveDocument(core, documentId),
    ),
    'document.postpone': changing<'document.postpone'>(postponeDocument),
    'document.reject': changing<'document.reject'>(rejectDocument),
    'document.moves': ({ documentId }) => {
      knownDocument(core, documentId)
      return nextMoves(core.db, documentId)
    },
    'document.undo': ({ documentId }) => moved(undoAct, documentId),
    'document.redo': ({ documentId }) => moved(redoAct, documentId),
  }
}
