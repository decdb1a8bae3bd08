import type { InPlace } from './inPlace.ts'
import { type LabelScore, withSignal } from './scoring.ts'
import type { Span } from './spans.ts'

/** What it is worth to stand in the box that a person drew: found without a label, and a label still tells two apart. */
const inBox = 0.5

/** Scores of what stands where a field is looked for. In a box a value needs no label, and no other field’s counts. */
export function scoresInPlace(
  spans: readonly Span[],
  place: InPlace,
  score: (spans: readonly Span[]) => readonly LabelScore[],
): readonly LabelScore[] {
  const inside = spans.filter(({ line, from, to }) =>
    place.holds(line.line.page, line.wordsOf(from, to)),
  )
  if (!place.hasBox) return score(inside)
  return score(inside).map((entry) => {
    const { stranger: _, faint: __, ...signals } = entry.signals
    return withSignal({ ...entry, signals }, 'placed', inBox, 'stands where it is looked for')
  })
}
