import type { InPlace } from './inPlace.ts'
import { type LabelScore, withSignal } from './scoring.ts'
import type { Span } from './spans.ts'

/** Scores of what stands where a field is looked for; in a box no other field’s label speaks against it. */
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
    return withSignal({ ...entry, signals }, 'placed', 0)
  })
}

/** What it is worth to stand in the box that a person drew: it is found without a label. */
const inBox = 0.5
/** What is left of the confidence where nothing but the place speaks for a value: papers differ. */
const byPlaceAlone = 0.55

/** The same with what the box is worth, which a label or the like is worth already; the order stays. */
export function withBox(entry: LabelScore): LabelScore {
  const points = Math.max(0, inBox - 0.8 * entry.score)
  const boxed = withSignal(entry, 'placed', points, 'stands where it is looked for')
  return entry.kind === null ? { ...boxed, certainty: byPlaceAlone } : boxed
}
