import type { Segment } from '../model.ts'
import { isStreet } from './partyLines.ts'
import { namePrefix, onlyLabel } from './partyText.ts'
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
    if (!isName(text)) continue
    return isStreet(text, segments.slice(at + 1)) ? null : { segment, text }
  }
  return null
}

function segmentRightOf(segment: Segment, reading: Reading): Segment | null {
  const line = reading.lines.find(({ line }) => line.segments.includes(segment))?.line
  const next = line?.segments[line.segments.indexOf(segment) + 1]
  return next ?? null
}
