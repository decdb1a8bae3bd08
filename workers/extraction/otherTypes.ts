import type { Labels } from '../template.ts'
import types from './otherTypes.json' with { type: 'json' }

/** A type of document that no template describes; known so that it is not taken for another. */
export interface OtherType {
  readonly name: string
  /** What such a document calls itself at its head. */
  readonly titles: Labels
  /** Words that are found all over such documents and hardly in others. */
  readonly keywords: Labels
}

/** Documents that cross a desk beside those with a template, in the languages of the templates. */
export const otherTypes: readonly OtherType[] = types
