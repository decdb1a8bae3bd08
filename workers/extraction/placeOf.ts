import { heightOf, union } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { Box, FieldType } from '../model.ts'
import { fold } from './parse/fold.ts'
import type { Reading } from './reading.ts'
import { isSameValue } from './sameValue.ts'
import { findSpans, type Span } from './spans.ts'

/** Where something is printed, and how. */
export interface Place {
  readonly page: number
  readonly box: Box
  readonly raw: string
}

/** Finds where a value of a type is printed first among some lines; null where it is not. */
export type PlaceOf = (type: FieldType, value: string, among?: readonly LineText[]) => Place | null

/** Looks on the pages of one reading; what parses as a type is found once for all values. */
export function placesOn(reading: Reading): PlaceOf {
  const known = new Map<FieldType, readonly Span[]>()
  const spansOf = (type: FieldType) => {
    const spans = known.get(type) ?? findSpans(type, reading)
    known.set(type, spans)
    return spans
  }
  return (type, value, among = reading.lines) => {
    const span = spansOf(type).find(
      (found) => among.includes(found.line) && isSameValue(type, found.value, value),
    )
    if (span) return { page: span.line.line.page, box: span.box, raw: span.raw }
    if (isNumeric(type)) return null
    return type === 'address' ? addressAmong(value, among) : wordsAmong(value, among)
  }
}

/** What is a number or a day is found by its value alone, never by its letters. */
function isNumeric(type: FieldType): boolean {
  return ['amount', 'number', 'percent', 'date', 'time', 'currency'].includes(type)
}

/** The first run of words of one line that spells a text. */
function wordsAmong(value: string, lines: readonly LineText[]): Place | null {
  const wanted = fold(value)
  if (wanted === '') return null
  for (const line of lines) {
    if (!fold(line.text).includes(wanted)) continue
    const found = runOf(wanted, line)
    if (found) return found
  }
  return null
}

function runOf(wanted: string, line: LineText): Place | null {
  const words = [...line.text.matchAll(/\S+/g)]
  for (const [first, start] of words.entries()) {
    let spelled = ''
    for (const word of words.slice(first)) {
      spelled += fold(word[0])
      if (!wanted.startsWith(spelled)) break
      if (spelled !== wanted) continue
      const [from, to] = [start.index, word.index + word[0].length]
      const raw = line.text.slice(from, to)
      return { page: line.line.page, box: line.boxOf(from, to), raw }
    }
  }
  return null
}

/** How far the parts of an address may stand from its first, in heights of it. */
const addressReach = 8

/** The parts of an address that are printed near the first of them; null unless two are, or the only one. */
function addressAmong(value: string, lines: readonly LineText[]): Place | null {
  const parts = value.split(', ')
  for (const [i, part] of parts.entries()) {
    const first = wordsAmong(part, lines)
    if (!first) continue
    const reach = addressReach * heightOf(first.box)
    const near = lines.filter(
      ({ line }) => line.page === first.page && Math.abs(line.box[1] - first.box[1]) < reach,
    )
    const others = parts.slice(i + 1).flatMap((other) => wordsAmong(other, near) ?? [])
    const all = [first, ...others]
    if (all.length < 2 && parts.length > 1) continue
    const raw = all.map((place) => place.raw).join(', ')
    return { page: first.page, box: union(all.map(({ box }) => box)), raw }
  }
  return null
}
