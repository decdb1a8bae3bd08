import type { Check, ExtractedDocument, Page } from '../../workers/model.ts'
import type { Protection } from '../../workers/tasks.ts'
import { missingPageCode } from './missingPages.ts'

const incompletePageCode = 'pages_undamaged'

/** Checks that speak of the file, not of values: correcting a field leaves them as they are. */
const ofTheFile = new Set([
  missingPageCode,
  incompletePageCode,
  'owner_restrictions',
  'no_text_found',
  'reextract_failed',
])

export function isOfTheFile({ code }: Check): boolean {
  return ofTheFile.has(code)
}

/** On a document that could not be extracted anew. */
export const reextractFailed: Check = {
  ...{ code: 'reextract_failed', level: 'error', passed: false },
  sentence:
    'Its values could not be found anew: they are those of the template before. Extract it again, or check them.',
  fields: [],
}

/** Whether a check of the file leaves a doubt that only a person can settle, with the paper in hand. */
export function asksForPerson({ code, passed }: Check): boolean {
  return (code === incompletePageCode || code === reextractFailed.code) && !passed
}

/** A document with what is to be said of those of its pages whose pictures are damaged. */
export function withDamage(
  document: ExtractedDocument,
  pages: readonly Pick<Page, 'number' | 'isIncomplete'>[],
): ExtractedDocument {
  const [first, last] = document.pages
  const damaged = pages
    .filter(({ number, isIncomplete }) => isIncomplete && number >= first && number <= last)
    .map(({ number }) => number)
  if (damaged.length === 0) return document
  const which = damaged.length === 1 ? `Page ${damaged[0]} is` : `Pages ${damaged.join(', ')} are`
  const sentence = `${which} damaged: a part is cut off or wrong, and values on it may be missing. Scan it again, or check the values on paper.`
  const check: Check = {
    ...{ code: incompletePageCode, level: 'warning', passed: false },
    ...{ sentence, fields: [] },
  }
  return { ...document, checks: [...document.checks, check], needsReview: true }
}

/** What the protection of a file is worth a remark. A remark asks nobody to review anything. */
export function protectionChecks(protection: Protection): readonly Check[] {
  if (protection !== 'owner') return []
  const sentence =
    'Opened without its owner’s password: its owner does not allow everybody to change, copy or print it.'
  return [{ code: 'owner_restrictions', level: 'warning', passed: false, sentence, fields: [] }]
}
