import type { Check, ExtractedDocument } from '../../workers/model.ts'

export interface MarkedDocument {
  readonly document: ExtractedDocument
  readonly missingPages: readonly number[]
}

/**
 * Gives every page that could not be read to the document it falls into, or to the one before it.
 * A document with a page missing is never plainly completed.
 */
export function assignMissingPages(
  documents: readonly ExtractedDocument[],
  missingPages: readonly number[],
): readonly MarkedDocument[] {
  const owner = (page: number) => {
    const before = documents.findLastIndex(({ pages: [first] }) => first <= page)
    return Math.max(0, before)
  }
  return documents.map((document, index) => {
    const own = missingPages.filter((page) => owner(page) === index)
    return { document: own.length > 0 ? mark(document, own) : document, missingPages: own }
  })
}

/** The check that extraction gives a document with pages missing. */
export const missingPageCode = 'pages_complete'

function mark(document: ExtractedDocument, missing: readonly number[]): ExtractedDocument {
  const { checks, pages } = document
  const known = checks.some(({ code, passed }) => code === missingPageCode && !passed)
  return {
    ...document,
    pages: [Math.min(pages[0], ...missing), Math.max(pages[1], ...missing)],
    checks: known ? checks : [...checks, checkFor(missing)],
    needsReview: true,
  }
}

function checkFor(missing: readonly number[]): Check {
  const which = missing.length === 1 ? `Page ${missing[0]}` : `Pages ${missing.join(', ')}`
  const sentence = `${which} could not be read: values on it are missing. Retry, or check them on paper.`
  return { code: missingPageCode, level: 'error', passed: false, sentence, fields: [] }
}
