import type { ExtractedDocument } from '../../../workers/model.ts'

/** An invoice of these pages, first and last, without values, checks or doubts. */
export function plainDocument(pages: ExtractedDocument['pages']): ExtractedDocument {
  return {
    pages,
    type: 'invoice',
    category: 'invoice',
    typeConfidence: 1,
    template: null,
    language: null,
    fields: [],
    tables: {},
    checks: [],
    mathValid: null,
    confidence: 1,
    needsReview: false,
  }
}
