import { labelList, type Template } from '../template.ts'
import { otherTypes } from './otherTypes.ts'
import { type PageShape, pageShape } from './pageShape.ts'
import type { Reading } from './reading.ts'
import { otherName, type TypeEvidence, typeEvidence } from './typeEvidence.ts'

export interface Classification {
  /** Null is “unknown”: nothing that a template describes. */
  readonly template: Template | null
  /** 0 to 1: the chance that this is the type. */
  readonly confidence: number
}

/** What the score of a template must reach before its documents are told from unknown ones. */
const unknownScore = 4
/** What a type without a template starts from. */
const otherScore = 2.2

/**
 * The template that a document’s words and shape speak for, or none. A title tells most, then words that
 * name the type and labels of its fields; contracts, reports and others without a template compete, and
 * where one of them wins the answer is “unknown”.
 */
export function classify(reading: Reading, templates: readonly Template[]): Classification {
  const evidence = typeEvidence(reading, templates)
  const shape = pageShape(reading)
  const scores = templates.flatMap((template) => {
    const found = evidence.get(template.name)
    return found
      ? [{ template, score: wordScore(template, found) + shapeScore(template, found, shape) }]
      : []
  })
  const others = otherTypes.flatMap(({ name }) => evidence.get(otherName(name)) ?? [])
  const unknown = Math.max(unknownScore, ...others.map((other) => scoreOfOther(other, shape)))
  // Of two that fit alike the later one: a person’s own come after the built-in ones.
  const [best] = scores.toReversed().toSorted((a, b) => b.score - a.score)
  const total = scores.reduce((sum, { score }) => sum + Math.exp(score), Math.exp(unknown))
  const isKnown = best !== undefined && best.score >= unknown
  return {
    template: isKnown ? best.template : null,
    confidence: Math.min(0.99, Math.exp(isKnown ? best.score : unknown) / total),
  }
}

function wordScore(template: Template, found: TypeEvidence): number {
  const { title, words, against, labels, share, wordShare } = found
  const isKnownByLabels = labelList(template.keywords).length === 0
  return (
    2.2 * title +
    0.8 * Math.min(words, 6) +
    1.6 * wordShare -
    0.7 * Math.min(against, 4) +
    0.5 * Math.min(labels, 7) +
    (labels >= 1.5 ? (isKnownByLabels ? 3 : 1.5) * share : 0)
  )
}

function scoreOfOther({ title, words }: TypeEvidence, shape: PageShape): number {
  return otherScore + 2.2 * title + 0.8 * Math.min(words, 6) + 2 * shape.prose
}

/** A receipt is narrow and short of words; both bills and receipts show sums of money. */
function shapeScore(template: Template, found: TypeEvidence, shape: PageShape): number {
  if (template.pairs) return found.title + found.words > 0 ? Math.min(1.5, 0.2 * shape.blanks) : 0
  if (template.category !== 'financial') return 0
  // What is badly read on a strip still is a strip.
  const money =
    shape.amounts === 0 ? (shape.isStrip ? -1 : -2.5) : Math.min(1, 0.25 * shape.amounts)
  const length = 0.25 * Math.max(0, shape.pages - 4) + 1.5 * shape.prose
  if (template.tables.some(({ kind }) => kind === 'ledger'))
    return money - length + Math.min(2, 0.35 * shape.movements) - (shape.isNarrow ? 0.9 : 0)
  const hasBuyer = template.fields.some((field) => field.role === 'buyer')
  const strip = shape.isStrip ? (hasBuyer ? -0.6 : 0.9) : 0
  // A bill may be short of words as well, but hardly any receipt is wide.
  const narrow = shape.isNarrow ? (hasBuyer ? -0.4 : 0.9) : hasBuyer ? 0.9 : -0.9
  return money - length + strip + narrow
}
