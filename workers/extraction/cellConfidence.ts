import type { FieldType, Word } from '../model.ts'

/** Below this a cell of a table is shown to a person. */
export const cellThreshold = 0.75

/** A cell whose row an equation proves: measured, 96 of a hundred are right. */
export const provenCell = 0.96

/**
 * The chance that a cell of a table is right, by how well its row is made out (0 to 1) and how well its words
 * were read. Header fields have a model of their own, fitted to settled values: `confidence.ts`.
 */
export function cellConfidenceOf(score: number, words: readonly Word[], type: FieldType): number {
  const base = 1 / (1 + Math.exp(-6.5 * (score - 0.42)))
  const isRead = words.some((word) => word.reader === 'ocr')
  return Math.min(provenCell, base * readingFactor(words) * (isRead ? (longText[type] ?? 1) : 1))
}

/** What OCR leaves of an answer of many words: one wrong letter makes all of it wrong. */
const longText: Partial<Record<FieldType, number>> = { address: 0.72, name: 0.92 }

/** Weakly read words make any value doubtful: 1 for a text layer, about 0.6 for words read at 20 %. */
function readingFactor(words: readonly Word[]): number {
  const read = words.filter((word) => word.reader === 'ocr')
  const weakest = Math.min(1, ...read.map((word) => word.confidence + 0.05))
  return 0.5 + 0.5 * weakest
}
