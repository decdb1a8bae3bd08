import type { FieldType, Word } from '../model.ts'

/** Below this a value is shown to a person. */
export const reviewThreshold = 0.75

export interface Evidence {
  /** Of the chosen candidate, from its labels and place; about 0 to 1.3. */
  readonly score: number
  /** Of the best candidate with another value; 0 without one. */
  readonly runnerUp: number
  /** Check digits or an equation hold. */
  readonly proven: boolean
  readonly words: readonly Word[]
  readonly type: FieldType
}

/**
 * The chance that a chosen value is right. A logistic curve over the score, moved by three things that
 * each make a wrong value likelier or less likely: a close rival, a proof, and how well its words were
 * read. Never above 0.99: no rule here is right a thousand times in a row.
 */
export function confidenceOf({ score, runnerUp, proven, words, type }: Evidence): number {
  const base = 1 / (1 + Math.exp(-6.5 * (score - 0.42)))
  const rivalled = !proven && runnerUp > score - 0.15 ? base * 0.82 : base
  const settled = proven ? 1 - (1 - rivalled) * 0.3 : rivalled
  return Math.min(
    0.99,
    settled * readingFactor(words) * (isRead(words) ? (longText[type] ?? 1) : 1),
  )
}

/** What OCR leaves of an answer of many words: one wrong letter makes all of it wrong. */
const longText: Partial<Record<FieldType, number>> = { address: 0.72, name: 0.92 }

function isRead(words: readonly Word[]): boolean {
  return words.some((word) => word.reader === 'ocr')
}

/** Weakly read words make any value doubtful: 1 for a text layer, about 0.6 for words read at 20 %. */
function readingFactor(words: readonly Word[]): number {
  if (words.length === 0) return 1
  return (
    0.5 +
    0.5 *
      Math.min(
        ...words.map((word) => (word.reader === 'ocr' ? Math.min(1, word.confidence + 0.05) : 1)),
      )
  )
}
