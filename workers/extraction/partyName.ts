import type { Segment } from '../model.ts'
import { legalForm, namePrefix, onlyLabel, postcodePlace, streetNumber } from './partyText.ts'
import type { Reading } from './reading.ts'

/** The first of a few lines that could be a name; “Name:” is followed to the words beside it. */
export function nameAmong(
  segments: readonly Segment[],
  reading: Reading,
  isName: (text: string) => boolean,
): { segment: Segment; text: string } | null {
  for (const [at, segment] of segments.slice(0, 3).entries()) {
    if (onlyLabel.test(segment.text)) {
      const beside = segmentRightOf(segment, reading)
      if (beside && isName(beside.text)) return { segment: beside, text: beside.text }
      continue
    }
    const text = segment.text.replace(namePrefix, '').trim()
    if (isName(text) && !isStreet(text, segments[at + 1])) return { segment, text }
  }
  return null
}

/** A street above its place is the address of somebody whose name is not there. */
function isStreet(text: string, next: Segment | undefined): boolean {
  return (
    next !== undefined &&
    postcodePlace.test(next.text) &&
    streetNumber.test(text) &&
    !legalForm.test(text)
  )
}

function segmentRightOf(segment: Segment, reading: Reading): Segment | null {
  const line = reading.lines.find(({ line }) => line.segments.includes(segment))?.line
  const next = line?.segments[line.segments.indexOf(segment) + 1]
  return next ?? null
}
