import { wordsInOrder } from '../../workers/layout/wordsInBox.ts'
import type { Output } from '../contract.ts'
import type { Core } from './core.ts'
import type { StoredDocument } from './db/documents.ts'
import { pagesOfDocument } from './documentPages.ts'

/** The words of its pages in reading order, as short as they can be sent. */
export function documentWords(core: Core, document: StoredDocument): Output<'document.words'> {
  return pagesOfDocument(core, document).map((page) => ({
    page: page.number,
    size: [page.size[0], page.size[1]],
    words: wordsInOrder(page).map(({ text, box }) => [text, ...box]),
  }))
}
