import { heightOf } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { Box } from '../model.ts'
import { type Labels, labelList, type Template } from '../template.ts'
import { editDistance, fold } from './parse/fold.ts'

/** Whose label a word group is, and which fields it speaks against. */
export interface LabelOwners {
  readonly fields: ReadonlySet<string>
  /** Fields that it names only where nothing better does. */
  readonly weakly: ReadonlySet<string>
  readonly against: ReadonlySet<string>
}

/** A label found on a line. */
export interface LabelHit {
  readonly line: LineText
  readonly from: number
  readonly to: number
  readonly box: Box
  readonly text: string
  readonly owners: LabelOwners
  /** 0 to 1: how telling the words are and how exactly they were found. */
  readonly strength: number
}

export type Lexicon = ReadonlyMap<string, LabelOwners>

/** A lexicon to fill: every label with the owners that were added for it. */
export function buildLexicon(
  entries: Iterable<{ owner: string; side: keyof LabelOwners; labels: Labels }>,
): Lexicon {
  const lexicon = new Map<string, Record<keyof LabelOwners, Set<string>>>()
  for (const { owner, side, labels } of entries)
    for (const label of labelList(labels)) {
      const key = fold(label)
      if (key === '') continue
      const entry = lexicon.get(key) ?? { fields: new Set(), weakly: new Set(), against: new Set() }
      entry[side].add(owner)
      lexicon.set(key, entry)
    }
  return lexicon
}

/** All labels of a template, folded, with the fields that each speaks for and against. */
export function lexiconOf(template: Template): Lexicon {
  return buildLexicon([
    ...template.fields.flatMap(({ name, labels, weakLabels, notLabels }) => [
      { owner: name, side: 'fields' as const, labels },
      { owner: name, side: 'weakly' as const, labels: weakLabels },
      { owner: name, side: 'against' as const, labels: notLabels },
    ]),
    ...template.support.map(({ name, labels }) => ({
      owner: name,
      side: 'fields' as const,
      labels,
    })),
  ])
}

/** The labels of fields and of table columns: whatever is printed to name something. */
export function lexiconWithColumns(template: Template): Lexicon {
  const columns = template.tables.flatMap((table) => table.columns)
  return new Map([
    ...buildLexicon(columns.map(({ name, labels }) => ({ owner: name, side: 'fields', labels }))),
    ...lexiconOf(template),
  ])
}

/** Words that labels may be made of, at most; longer runs are prose. */
const mostTokens = 8

/**
 * Every label on the lines. A label inside a longer one is not reported (“Total” in “Total excl. VAT”).
 * Words read by OCR may differ from a label by one letter from five letters on, by two from eleven.
 */
export function findLabels(lines: readonly LineText[], lexicon: Lexicon): LabelHit[] {
  const byLength = new Map<number, string[]>()
  for (const key of lexicon.keys())
    byLength.set(key.length, [...(byLength.get(key.length) ?? []), key])
  return lines.flatMap((line) => longestOnly(hitsOn(line, lexicon, byLength)))
}

function hitsOn(
  line: LineText,
  lexicon: Lexicon,
  byLength: ReadonlyMap<number, string[]>,
): LabelHit[] {
  const isOcr = line.line.words.some((word) => word.reader === 'ocr')
  const tokens = [...line.text.matchAll(/[\p{L}\p{N}_]+%?|[#%]/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    folded: isOcr ? asLetters(fold(match[0])) : fold(match[0]),
  }))
  const hits: LabelHit[] = []
  tokens.forEach((first, i) => {
    let joined = ''
    for (const last of tokens.slice(i, i + mostTokens)) {
      if (crossesColumn(line, first.from, last.from, isOcr)) break
      joined += last.folded
      const found = lookUp(joined, lexicon, byLength, isOcr)
      if (found) hits.push(hitOf(line, first.from, last.to, joined, found))
    }
  })
  return hits
}

const letterOf: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', 5: 's', 8: 'b' }

/** A word of letters with one figure among them is one that OCR misread: “g5t”, “exc1”. */
function asLetters(word: string): string {
  return /^\p{L}+[0158]\p{L}*$/u.test(word) && word.length > 2
    ? word.replace(/[0158]/, (figure) => letterOf[figure] ?? figure)
    : word
}

/** A gap that a label does not cross; receipts set their words so wide that one tab may stand inside. */
function crossesColumn(line: LineText, from: number, to: number, isOcr: boolean): boolean {
  const tab = line.text.indexOf('\t', from)
  if (tab < 0 || tab >= to) return false
  const [left] = line.wordsOf(tab - 1, tab)
  const [right] = line.wordsOf(tab + 1, tab + 2)
  if (!isOcr || !left || !right) return true
  return right.box[0] - left.box[2] > 1.6 * heightOf(left.box)
}

function lookUp(
  joined: string,
  lexicon: Lexicon,
  byLength: ReadonlyMap<number, string[]>,
  isOcr: boolean,
): { owners: LabelOwners; edits: number } | null {
  const exact = lexicon.get(joined)
  if (exact) return { owners: exact, edits: 0 }
  if (!isOcr || joined.length < 5 || /\d/.test(joined)) return null
  const most = joined.length >= 11 ? 2 : 1
  for (let length = joined.length - most; length <= joined.length + most; length++)
    for (const key of byLength.get(length) ?? []) {
      // One end must be right: a search through every label for every run would be slow for nothing.
      if (key[0] !== joined[0] && key.at(-1) !== joined.at(-1)) continue
      const edits = editDistance(key, joined, most)
      const owners = lexicon.get(key)
      if (edits <= most && key.length >= 5 && owners) return { owners, edits }
    }
  return null
}

function hitOf(
  line: LineText,
  from: number,
  to: number,
  joined: string,
  { owners, edits }: { owners: LabelOwners; edits: number },
): LabelHit {
  const segmentStart = line.text.lastIndexOf('\t', from) + 1
  const before = line.text.slice(segmentStart, from).match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0
  const hasColon = /^\s?[.)]?\s?:/.test(line.text.slice(to))
  const telling = Math.min(1, 0.5 + 0.045 * joined.length)
  const strength =
    telling * (1 - 0.12 * edits) * (hasColon ? 1.1 : 1) * Math.max(0.5, 1 - 0.12 * before)
  return {
    line,
    from,
    to,
    box: line.boxOf(from, to),
    text: line.text.slice(from, to),
    owners,
    strength: Math.min(1, strength),
  }
}

function longestOnly(hits: readonly LabelHit[]): LabelHit[] {
  return hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          other !== hit &&
          other.from <= hit.from &&
          other.to >= hit.to &&
          other.to - other.from > hit.to - hit.from,
      ),
  )
}
