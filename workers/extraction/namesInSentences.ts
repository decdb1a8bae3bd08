import { type Cell, cellOf, linesOfPage, stretch } from './cells.ts'
import type { LabelHit } from './labels.ts'
import { legalForm } from './partyText.ts'
import type { Reading } from './reading.ts'

/** Small words that join the parts of a name: “Bank of the West”, “Peter van der Velde”. */
const joint = '(?:of|the|and|de|del|della|di|du|des|la|le|van|von|der|den|ter|y|e|und|et|&)'
/** A point ends the sentence, unless it stands in a word or behind a short one: “Sue J. St. Clair”. */
const part =
  "(?:\\p{Lu}|\\p{N})(?:[\\p{L}\\p{N}&’'/-]|\\.(?=[\\p{L}\\p{N}]))*(?:(?<=(?:(?<!\\p{L})\\p{Lu}\\p{L}{0,1}|\\.\\p{L}))\\.)?"
const name = new RegExp(`^[\\s“"(]*(?:the\\s+)?(${part}(?:\\s+(?:${joint}\\s+){0,3}${part})*)`, 'u')
/** What a line ends with whose name may go on in the next one. */
const isOpen = new RegExp(`^\\s*(?:${joint}\\s*)*$`, 'u')
const notBegun = /^[\s“"(]*(?:the)?\s*$/u
/** A legal form may stand behind a comma: “Larkspur, Inc.”. */
const formBehind = new RegExp(`^,?\\s*(?=${legalForm.source})(?:${legalForm.source})\\.?`, 'u')

/**
 * Whether a label is words of a running sentence: “… governed by the laws of the State of”. It goes without a
 * colon there, and words in small letters stand before it in its cell, or it is one itself.
 */
export function isInSentence({ line, from, to }: LabelHit): boolean {
  if (/^\s?[.)]?\s?:/.test(line.text.slice(to))) return false
  const before = line.text.slice(line.text.lastIndexOf('\t', from) + 1, from)
  const behind = line.text.slice(to).split('\t')[0] ?? ''
  const small = (text: string) => text.match(/(?<![\p{L}\p{N}])\p{Ll}{2,}/gu)?.length ?? 0
  const words = /^\p{Ll}/u.test(line.text.slice(from)) ? 2 : 3
  return small(before) >= 2 || small(before) + small(behind) >= words
}

/**
 * The name that a sentence goes on with behind a label, to its last word with a capital, also over the end of
 * the line. Empty where it goes on with something else.
 */
export function nameInSentence(hit: LabelHit, reading: Reading): readonly Cell[] {
  const end = endOfCell(hit.line.text, hit.to)
  const rest = hit.line.text.slice(hit.to, end)
  const next = lineBelow(hit, reading)
  const first = startOfName(rest)
  const own = (to: number) => (first ? [stretch(hit.line, hit.to + first.from, hit.to + to)] : [])
  const goesOn = first ? isOpen.test(rest.slice(first.to)) : notBegun.test(rest)
  const below = next && goesOn && startOfName(next.text)
  const more = below && cellOf(next.line, next.from + below.from, next.from + below.to)
  return more ? [...own(rest.trimEnd().length), more] : own(first?.to ?? 0)
}

function startOfName(text: string): { from: number; to: number } | null {
  const found = name.exec(text)
  const words = found?.[1]
  if (!found || words === undefined) return null
  const from = found[0].length - words.length
  const form = formBehind.exec(text.slice(found[0].length))?.[0] ?? ''
  const whole = words + form
  // The point behind the last word ends the sentence, unless it is that of a legal form.
  if (new RegExp(`(?:${legalForm.source})$`, 'u').test(whole))
    return { from, to: from + whole.length + (text[from + whole.length] === '.' ? 1 : 0) }
  const trimmed = /\.\p{Lu}\.$/u.test(whole) ? whole : whole.replace(/[.'’]+$/, '')
  return { from, to: from + trimmed.length }
}

function endOfCell(text: string, from: number): number {
  const tab = text.indexOf('\t', from)
  return tab < 0 ? text.length : tab
}

/** The line that a paragraph goes on with: closely below, beginning no further right than the label’s line. */
function lineBelow({ line }: LabelHit, reading: Reading): Cell | null {
  const [left, top, right, bottom] = line.line.box
  const height = reading.wordHeight
  const below = linesOfPage(reading, line)
    .filter(({ line: { box } }) => box[1] > top + 0.5 * height && box[1] < bottom + 1.2 * height)
    .filter(({ line: { box } }) => box[0] < left + 2 * height && box[2] > left && box[0] < right)
    .toSorted((a, b) => a.line.box[1] - b.line.box[1])[0]
  return below ? cellOf(below, 0, endOfCell(below.text, 0)) : null
}
