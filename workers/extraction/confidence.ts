import type { FieldType, Word } from '../model.ts'
import { trust } from './trust.ts'

/** Below this a value is shown to a person; certified by `npm run calibrate`. */
export const reviewThreshold = trust.threshold

export interface Evidence {
  /** Of the chosen candidate, from its labels and place; about 0 to 1.3. */
  readonly score: number
  /** Of the best candidate with another value; 0 without one. */
  readonly runnerUp: number
  /** Check digits or an equation hold. */
  readonly proven: boolean
  readonly words: readonly Word[]
  readonly type: FieldType
  /** It belongs to the seller’s or the buyer’s block. */
  readonly isParty: boolean
  /** A label names it; absent where that is not known. */
  readonly labelled?: boolean
  /** 0 to 1, absent for 1: what is known to be uncertain although nothing else would answer better. */
  readonly certainty?: number | undefined
  /** Share of the other readings that say the same, 0 to 1; absent where the page was read once. */
  readonly agreement?: number | undefined
  /** How well its page was read, 0 to 1. */
  readonly pageConfidence: number
  /** Misread figures of it were mended. */
  readonly isMended?: boolean
}

/**
 * What is known about a chosen value before anybody looks, by name: each a number of about -3 to 3. They
 * are what the chance of being right is made of; `trust.ts` says how much each counts.
 */
export function signsOf(evidence: Evidence): Readonly<Record<string, number>> {
  const { score, runnerUp, proven, words, type, labelled, certainty = 1, agreement } = evidence
  const margin = Math.min(0.6, Math.max(-0.2, score - Math.max(0, runnerUp)))
  const ocr = words.filter((word) => word.reader === 'ocr')
  const letters = words.reduce((sum, word) => sum + word.text.length, 0)
  const weakest = Math.min(1, ...ocr.map((word) => word.confidence))
  const isRead = ocr.length > 0
  const kind = type === 'name' && evidence.isParty ? 'party' : (kinds[type] ?? 'other')
  return {
    one: 1,
    score: 3 * (Math.min(score, 1.2) - 0.6),
    margin: 4 * (margin - 0.3),
    ...(proven && { proven: 1 }),
    ...(labelled === false && { unlabelled: 1 }),
    ...(certainty < 1 && { uncertain: 3 * (1 - certainty) }),
    ...(isRead && {
      read: 1,
      weak: oddsOf(weakest) - 2,
      page: 8 * (evidence.pageConfidence - 0.8),
    }),
    ...(isRead && { long: Math.log(Math.max(1, letters) / 8) }),
    ...(agreement !== undefined && { twice: 1, agreed: agreement, [`${kind}:agreed`]: agreement }),
    ...(evidence.isMended && { mended: 1 }),
    [kind]: 1,
    [`${kind}:score`]: 3 * (Math.min(score, 1.2) - 0.6),
    ...(isRead && { [`${kind}:read`]: 1 }),
  }
}

/** Types that go wrong alike. */
const kinds: Partial<Record<FieldType, string>> = {
  date: 'date',
  amount: 'amount',
  identifier: 'identifier',
  name: 'name',
  text: 'name',
  address: 'address',
}

/**
 * The chance that a chosen value is right: a logistic model over what is known of it, fitted to values of
 * real documents that people had settled. Never above 0.99: no rule here is right a thousand times in a row.
 */
export function confidenceOf(evidence: Evidence): number {
  const sum = Object.entries(signsOf(evidence)).reduce(
    (total, [name, value]) => total + value * (trust.weights[name] ?? 0),
    0,
  )
  return Math.min(0.99, 1 / (1 + Math.exp(-sum)))
}

/** Log-odds of a confidence, kept between one and a thousandth of nothing and of all. */
function oddsOf(confidence: number): number {
  const kept = Math.min(0.995, Math.max(0.05, confidence))
  return Math.log(kept / (1 - kept))
}
