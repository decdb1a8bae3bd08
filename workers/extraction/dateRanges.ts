import { labelList, type TemplateField } from '../template.ts'
import { fold } from './parse/fold.ts'
import { type LabelScore, withSignal } from './scoring.ts'
import type { Span } from './spans.ts'

/** Two date fields of a template that are the ends of one stretch of time. */
export interface DatePair {
  readonly from: string
  readonly to: string
}

const begins = new Set(
  'from start starts begin begins beginning first since effective von ab beginn anfang start debut du depuis inicio desde comienzo inizio dal da vanaf van begin'.split(
    ' ',
  ),
)
const ends = new Set(
  'to end ends ending last until till through thru expiry bis ende schluss fin au jusqua hasta final termino fine al fino tot einde eind'.split(
    ' ',
  ),
)

/**
 * The date fields of a template that belong together: alike but for a word such as “from” and “to”, or
 * with the very same labels, in the order of the template.
 */
export function datePairs(specs: readonly TemplateField[]): DatePair[] {
  const sided = specs.map((spec) => ({ spec, ...sideOf(spec) }))
  const named = sided
    .filter(({ side }) => side === 'from')
    .flatMap(({ spec, stem }) => {
      const end = sided.find((other) => other.side === 'to' && other.stem === stem)
      return end ? [{ from: spec.name, to: end.spec.name }] : []
    })
  if (named.length > 0) return named
  const keys = specs.map((spec) => labelList(spec.labels).join('\n'))
  return specs.flatMap((spec, i) => {
    const twin = specs[keys.indexOf(keys[i] ?? '', i + 1)]
    return twin && keys[i] !== '' ? [{ from: spec.name, to: twin.name }] : []
  })
}

function sideOf(spec: TemplateField): { side: 'from' | 'to' | null; stem: string } {
  for (const text of [spec.name.replaceAll('_', ' '), spec.label]) {
    const words = (text.match(/\p{L}+/gu) ?? []).map(fold)
    const at = words.findLastIndex((word) => begins.has(word) || ends.has(word))
    if (at < 0) continue
    const side = begins.has(words[at] as string) ? 'from' : 'to'
    return { side, stem: words.filter((_, i) => i !== at).join(' ') }
  }
  return { side: null, stem: '' }
}

/** What may stand between two dates that are one range; a weekday may come before either. */
const between =
  /^(?:\s*\([^)]*\))?[\s\t]*(?:[-–—~]+|to|thru|through|until|till|bis|au|à|al|a|hasta|tot|t\/m)[\s\t]*(?:\p{L}{2,10}\.?,?\s*)?$/iu

/** Dates that are printed as a range: two on one line, joined by a dash or a word, the first not after the second. */
export function rangesOf(spans: readonly Span[]): { first: Span; last: Span }[] {
  return spans.flatMap((first, i) => {
    const last = spans[i + 1]
    if (!last || last.line !== first.line || first.value > last.value) return []
    return between.test(first.line.text.slice(first.to, last.from)) ? [{ first, last }] : []
  })
}

/** Which end of a range a date is not, costs it this much. */
const wrongEnd = 1

/**
 * Scores where a range answers both fields of a pair: its first date the one, its last the other, each
 * as well as the better of them is labelled.
 */
export function withRanges(
  specs: readonly TemplateField[],
  scores: ReadonlyMap<string, readonly LabelScore[]>,
): ReadonlyMap<string, readonly LabelScore[]> {
  const result = new Map(scores)
  for (const { from, to } of datePairs(specs)) {
    const [starts, stops] = [result.get(from) ?? [], result.get(to) ?? []]
    const ranges = rangesOf(starts.map(({ span }) => span))
    const bestOf = (span: Span) =>
      [...starts, ...stops]
        .filter((entry) => entry.span === span)
        .reduce((best, entry) => (entry.score > best.score ? entry : best))
    const placed = (entry: LabelScore, isStart: boolean): LabelScore => {
      const range = ranges.find(({ first, last }) => first === entry.span || last === entry.span)
      if (!range) return entry
      const best = [bestOf(range.first), bestOf(range.last)].reduce((a, b) =>
        b.score > a.score ? b : a,
      )
      const isOwnEnd = (isStart ? range.first : range.last) === entry.span
      return withSignal({ ...best, span: entry.span }, 'otherEnd', isOwnEnd ? 0 : -wrongEnd)
    }
    result.set(
      from,
      starts.map((entry) => placed(entry, true)),
    )
    result.set(
      to,
      stops.map((entry) => placed(entry, false)),
    )
  }
  return result
}
