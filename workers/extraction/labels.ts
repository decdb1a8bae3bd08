import { heightOf } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { Box } from '../model.ts'
import type { LabelOwners, Lexicon } from './lexicon.ts'
import { editDistance, fold } from './parse/fold.ts'

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

/** Words that labels may be made of, at most; longer runs are prose. */
const mostTokens = 8

/** A lexicon laid out for being searched, with what was found in it so far. */
interface Index {
  readonly byLength: ReadonlyMap<number, readonly { key: string; letters: number }[]>
  /** Letters of the longest label that OCR may have misread. */
  readonly longest: number
  readonly misread: Map<string, Found | null>
  readonly hits: WeakMap<LineText, readonly LabelHit[]>
  /** The same where no label crosses a wide gap. */
  readonly hitsWithin: WeakMap<LineText, readonly LabelHit[]>
}

interface Found {
  readonly owners: LabelOwners
  readonly edits: number
}

const indexes = new WeakMap<Lexicon, Index>()

function indexOf(lexicon: Lexicon): Index {
  const known = indexes.get(lexicon)
  if (known) return known
  const keys = [...lexicon.keys()].map((key) => ({ key, letters: lettersOf(key) }))
  const index = {
    byLength: Map.groupBy(keys, ({ key }) => key.length),
    longest: Math.max(0, ...keys.map(({ key }) => key.length)) + 2,
    misread: new Map(),
    hits: new WeakMap(),
    hitsWithin: new WeakMap(),
  }
  indexes.set(lexicon, index)
  return index
}

/** Which letters a word has, a bit for each: one edit changes two bits at most. */
function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31)
  return letters
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/**
 * Every label on the lines. A label inside a longer one is not reported (“Total” in “Total excl. VAT”).
 * Words read by OCR may differ from a label by one letter from five letters on, by two from eleven; one
 * wide gap may stand inside a label of theirs, unless `acrossGaps` is false.
 */
export function findLabels(
  lines: readonly LineText[],
  lexicon: Lexicon,
  acrossGaps = true,
): LabelHit[] {
  const index = indexOf(lexicon)
  const kept = acrossGaps ? index.hits : index.hitsWithin
  return lines.flatMap((line) => {
    const known = kept.get(line)
    if (known) return known
    const hits = longestOnly(hitsOn(line, lexicon, index, acrossGaps))
    kept.set(line, hits)
    return hits
  })
}

function hitsOn(line: LineText, lexicon: Lexicon, index: Index, acrossGaps: boolean): LabelHit[] {
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
      joined += last.folded
      if (joined.length > index.longest) break
      if (crossesColumn(line, first.from, last.from, isOcr && acrossGaps)) break
      const found = lookUp(joined, lexicon, index, isOcr)
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

function lookUp(joined: string, lexicon: Lexicon, index: Index, isOcr: boolean): Found | null {
  const exact = lexicon.get(joined)
  if (exact) return { owners: exact, edits: 0 }
  if (!isOcr || joined.length < 5 || /\d/.test(joined)) return null
  const known = index.misread.get(joined)
  if (known !== undefined) return known
  const found = findMisread(joined, lexicon, index)
  if (index.misread.size >= mostRemembered) index.misread.clear()
  index.misread.set(joined, found)
  return found
}

/** Runs of letters of which it is remembered whether they are a misread label. */
const mostRemembered = 20_000

function findMisread(joined: string, lexicon: Lexicon, { byLength }: Index): Found | null {
  const most = joined.length >= 11 ? 2 : 1
  const letters = lettersOf(joined)
  for (let length = joined.length - most; length <= joined.length + most; length++)
    for (const candidate of byLength.get(length) ?? []) {
      const { key } = candidate
      if (key.length < 5) break
      // One end must be right: a search through every label for every run would be slow for nothing.
      if (key[0] !== joined[0] && key.at(-1) !== joined.at(-1)) continue
      if (countBits(candidate.letters ^ letters) > 2 * most) continue
      const edits = editDistance(key, joined, most)
      const owners = lexicon.get(key)
      if (edits <= most && owners) return { owners, edits }
    }
  return null
}

function hitOf(
  line: LineText,
  from: number,
  to: number,
  joined: string,
  { owners, edits }: Found,
): LabelHit {
  const segmentStart = line.text.lastIndexOf('\t', from) + 1
  const before = line.text.slice(segmentStart, from).match(/\p{L}[\p{L}\p{N}]+/gu)?.length ?? 0
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
