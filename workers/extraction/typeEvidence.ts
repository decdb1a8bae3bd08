import { heightOf } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import { type Labels, labelList, type Template } from '../template.ts'
import { findLabels, type LabelHit } from './labels.ts'
import { buildLexicon, type Lexicon, labelsOf, onceFor } from './lexicon.ts'
import { type OtherType, otherTypes } from './otherTypes.ts'
import { fold } from './parse/fold.ts'
import type { Reading } from './reading.ts'

/** What the words of a document say about one type. */
export interface TypeEvidence {
  /** 0 to 1: how clearly the document calls itself so at its head. */
  readonly title: number
  /** Points of the different words that name the type. */
  readonly words: number
  /** Points of the different words that name another. */
  readonly against: number
  /** Different fields whose labels are there; a label that several types have counts only in part. */
  readonly labels: number
  /** 0 to 1: the share of the fields with labels that have one here. */
  readonly share: number
  /** 0 to 1: the share of the type’s own words that are here; telling only where they are few. */
  readonly wordShare: number
}

/** What a document is searched for: whose words they are and what they say. */
interface Clue {
  readonly type: string
  readonly kind: 'title' | 'word' | 'against' | 'label'
  /** The field of a label, else empty. */
  readonly field: string
  readonly labels: Labels
  /** Of a type without a template. */
  readonly isOther: boolean
}

/** Pages from the start that tell what a document is; what comes later is more of the same. */
const tellingPages = 3

/** Type name to its evidence, for every template and every other type. */
export function typeEvidence(
  reading: Reading,
  templates: readonly Template[],
): ReadonlyMap<string, TypeEvidence> {
  const { clues, searches } = searchesFor(templates)
  const lines = tellingLines(reading)
  const found = searches.flatMap((search) => find(search, lines))
  const types = [...new Set(clues.map(({ type }) => type))]
  return new Map(types.map((type) => [type, evidenceOf(type, clues, found, reading)]))
}

/** Clues of a kind with the lexicon in which each is an owner by its place. */
interface Search {
  readonly clues: readonly Clue[]
  readonly lexicon: Lexicon
}

/** Everything to look for; made once for the templates of a run, since lexicons remember what they found. */
const searchesFor = onceFor((templates: readonly Template[]) => {
  const clues = [...templates.flatMap(cluesOf), ...otherTypes.flatMap(cluesOfOther)]
  // Each kind by itself: “Invoice no.” is a label, and the title in it is one all the same.
  const kinds = Map.groupBy(clues, ({ kind }) => (kind === 'against' ? 'word' : kind))
  const searches = [...kinds.values()].map((group): Search => {
    const entries = group.map(({ labels }, i) => ({
      ...{ owner: String(i), side: 'fields' as const, labels },
    }))
    return { clues: group, lexicon: buildLexicon(entries) }
  })
  return { clues, searches }
})

/** Words found on a line, with all that they speak for or against. */
interface Found {
  readonly hit: LabelHit
  readonly clues: readonly Clue[]
}

function find({ clues, lexicon }: Search, lines: readonly LineText[]): Found[] {
  return findLabels(lines, lexicon).map((hit) => {
    const said = [...hit.owners.fields].flatMap((owner) => clues[Number(owner)] ?? [])
    const ofTemplates = said.filter(({ isOther }) => !isOther)
    // What a template claims, be it a person’s own, is no longer the word of another type.
    return { hit, clues: ofTemplates.length > 0 ? ofTemplates : said }
  })
}

/** The name of a type without a template; no template’s name has a dash. */
export function otherName(name: string): string {
  return `other-${name}`
}

function cluesOf({ name, titles, keywords, notKeywords, fields }: Template): Clue[] {
  const hasTitles = labelList(titles).length > 0
  const of = { type: name, field: '', isOther: false }
  return [
    { ...of, kind: 'title', labels: hasTitles ? titles : keywords },
    { ...of, kind: 'word', labels: keywords },
    { ...of, kind: 'against', labels: notKeywords },
    ...fields
      .map((field): Clue => ({ ...of, kind: 'label', field: field.name, labels: labelsOf(field) }))
      .filter(({ labels }) => labelList(labels).length > 0),
  ]
}

function cluesOfOther({ name, titles, keywords }: OtherType): Clue[] {
  const of = { type: otherName(name), field: '', isOther: true }
  return [
    { ...of, kind: 'title', labels: titles },
    { ...of, kind: 'word', labels: keywords },
  ]
}

function tellingLines({ lines, pages }: Reading): readonly LineText[] {
  const last = pages[tellingPages - 1]?.number ?? Number.POSITIVE_INFINITY
  return lines.filter(({ line }) => line.page <= last)
}

function evidenceOf(
  type: string,
  all: readonly Clue[],
  found: readonly Found[],
  reading: Reading,
): TypeEvidence {
  const best: Record<Clue['kind'], Map<string, number>> = {
    ...{ title: new Map(), word: new Map(), against: new Map(), label: new Map() },
  }
  const raise = (kind: Clue['kind'], key: string, points: number) =>
    best[kind].set(key, Math.max(best[kind].get(key) ?? 0, points))
  for (const { hit, clues } of found)
    for (const { kind, field } of clues.filter((clue) => clue.type === type)) {
      if (kind === 'title') raise(kind, '', titleScore(hit, reading))
      else if (kind === 'label') raise(kind, field, 1 / sharers(clues))
      else raise(kind, fold(hit.text), wordPoints(hit))
    }
  const sum = (kind: Clue['kind']) =>
    [...best[kind].values()].reduce((total, points) => total + points, 0)
  const own = (kind: Clue['kind']) => all.filter((clue) => clue.type === type && clue.kind === kind)
  const labelled = own('label').length
  const keywords = own('word').flatMap(({ labels }) => labelList(labels)).length
  return {
    title: sum('title'),
    words: sum('word'),
    against: sum('against'),
    labels: sum('label'),
    share: labelled === 0 ? 0 : best.label.size / labelled,
    wordShare: keywords === 0 ? 0 : Math.min(1, best.word.size / keywords),
  }
}

/** How many types have this label. */
function sharers(clues: readonly Clue[]): number {
  return new Set(clues.filter(({ kind }) => kind === 'label').map(({ type }) => type)).size
}

/** A long word says more than a short one, at the start of its segment more than within a sentence. */
function wordPoints(hit: LabelHit): number {
  return Math.min(1.2, 0.25 + 0.06 * hit.text.length) * (0.4 + 0.6 * hit.strength)
}

/** Words that may stand behind a title in its segment, beside numbers and dates. */
const afterTitle =
  /^(?:no|nr|n|num|number|nummer|numéro|numero|id|of|du|del|vom|van|von|für|for|copy|original|kopie|copie|copia|duplicate)$/iu

/** 0 to 1: how much a word group looks like the title of its document. */
function titleScore(hit: LabelHit, reading: Reading): number {
  const { line } = hit.line
  const page = reading.pages[0]
  if (!page || line.page !== page.number || hit.box[1] > 0.5 * page.size[1]) return 0
  const { text } = hit.line
  const before = text.slice(text.lastIndexOf('\t', hit.from - 1) + 1, hit.from)
  const end = text.indexOf('\t', hit.to)
  const after = text.slice(hit.to, end < 0 ? undefined : end)
  const strangers = (after.match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (token) => !/\d/.test(token) && !afterTitle.test(token),
  ).length
  const leading = before.match(/\p{L}{2,}/gu)?.length ?? 0
  const size = heightOf(hit.box) / reading.wordHeight
  const isAlone = leading === 0 && strangers === 0
  const isHigh = hit.box[1] < 0.35 * page.size[1]
  if (size < 1.25 && !isAlone) return isHigh && leading <= 1 && strangers === 0 ? 0.35 : 0
  if (size < 1.25) return isHigh ? 0.55 : 0.35
  if (leading + strangers > 3) return 0
  return Math.min(1, 0.7 + 0.3 * (size - 1.25)) * (isAlone ? 1 : 0.7)
}
