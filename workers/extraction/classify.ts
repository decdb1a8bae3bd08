import type { Template } from '../template.ts'
import { labelList } from '../template.ts'
import { findLabels, lexiconOf } from './labels.ts'
import { fold } from './parse/fold.ts'
import type { Reading } from './reading.ts'
import { findSpans } from './spans.ts'

export interface Classification {
  /** Null is “unknown”: nothing that a template describes. */
  readonly template: Template | null
  /** 0 to 1. */
  readonly confidence: number
}

/** What the score of a template must reach before its documents are told from unknown ones. */
const unknownScore = 4

/**
 * The template that a document’s words and shape speak for, or none. Each keyword counts once, longer
 * ones and those near the top more; a narrow page speaks for a till receipt, several amounts for a bill.
 */
export function classify(reading: Reading, templates: readonly Template[]): Classification {
  const words = keywordPlaces(reading)
  const scores = templates.map((template) => ({
    template,
    score: scoreOf(template, words, reading),
  }))
  const best = scores.toSorted((a, b) => b.score - a.score)[0]
  const total = scores.reduce((sum, { score }) => sum + Math.exp(score), Math.exp(unknownScore))
  if (!best || best.score < unknownScore)
    return { template: null, confidence: Math.exp(unknownScore) / total }
  return { template: best.template, confidence: Math.min(0.99, Math.exp(best.score) / total) }
}

/** Folded runs of one to four words with how far down the document they first stand, 0 to 1. */
function keywordPlaces(reading: Reading): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  reading.lines.forEach((line, i) => {
    const tokens = (line.text.match(/[\p{L}\p{N}]+/gu) ?? []).map(fold)
    tokens.forEach((_, from) => {
      let joined = ''
      for (const token of tokens.slice(from, from + 4)) {
        joined += token
        if (!places.has(joined)) places.set(joined, i / reading.lines.length)
      }
    })
  })
  return places
}

function scoreOf(
  template: Template,
  places: ReadonlyMap<string, number>,
  reading: Reading,
): number {
  const weigh = (labels: readonly string[]) =>
    [...new Set(labels.map(fold))].reduce((sum, key) => {
      const place = places.get(key)
      if (place === undefined) return sum
      return sum + Math.min(1.2, 0.25 + 0.06 * key.length) * (place < 0.25 ? 1.4 : 1)
    }, 0)
  const forIt = weigh(labelList(template.keywords))
  const againstIt = weigh(labelList(template.notKeywords))
  return (
    0.8 * Math.min(forIt, 6) -
    0.7 * Math.min(againstIt, 4) +
    0.4 * Math.min(labelledFields(template, reading), 9) +
    shapeScore(template, reading)
  )
}

/** How many different fields of a template have a label on the pages. */
function labelledFields(template: Template, reading: Reading): number {
  const hits = findLabels(reading.lines, lexiconOf(template))
  return new Set(hits.flatMap((hit) => [...hit.owners.fields])).size
}

/** Points: narrower than A5, the paper of tills. */
const slipWidth = 330

/** A receipt is narrow and short of words; both bills and receipts show sums of money. */
function shapeScore(template: Template, reading: Reading): number {
  const [page] = reading.pages
  if (!page || template.category !== 'financial') return 0
  const amounts = findSpans('amount', reading).filter((span) =>
    /[.,]\d{2}\D*$/.test(span.raw),
  ).length
  const money = amounts === 0 ? -2.5 : Math.min(1, 0.25 * amounts)
  const wordsPerLine = page.words.length / Math.max(1, reading.lines.length / reading.pages.length)
  const isNarrow = page.size[1] > 1.55 * page.size[0] || wordsPerLine < 4
  const hasBuyer = template.fields.some((field) => field.role === 'buyer')
  const isSlip = page.size[0] < slipWidth && !hasBuyer ? 0.6 : 0
  return (
    money +
    isSlip +
    (hasBuyer === isNarrow ? -0.9 : 0.9) -
    0.25 * Math.max(0, reading.pages.length - 4)
  )
}
