import type { ColumnLayout, LayoutColumn } from '../../columnLayout.ts'
import { fold } from '../../extraction/parse/fold.ts'
import type { FieldType } from '../../model.ts'
import { type Labels, labelList, type Template } from '../../template.ts'
import { documentProperties, type PropertyName } from '../documentProperties.ts'
import { fieldWords } from './fieldWords.ts'
import { propertyWords } from './propertyWords.ts'

type Source = LayoutColumn['source']

/** What a header of a sample seems to mean. */
export interface HeaderMatch {
  readonly source: Source
  /** null: of a property, which has no type of its own. */
  readonly type: FieldType | null
}

/** A header, and what the values below it look like; null: nobody can tell. */
export interface Header {
  readonly text: string
  readonly looksLike: 'number' | 'date' | 'text' | null
}

interface Candidate extends HeaderMatch {
  readonly key: string
  /** The lower the better: 0 is its very name. */
  readonly rank: number
  /** Whose it is; null: of any document. */
  readonly template: string | null
}

/** Whether documents at hand may have a field or column of this name: “Konto” over invoices is no bank account. */
export type IsHere = (kind: 'field' | 'item', name: string) => boolean

/**
 * What each header of a sample means, by names, titles and labels of templates in their six languages; null where
 * nobody knows. Two headers never mean the same: which of the two a person meant is theirs to say.
 */
export function matchHeaders(
  headers: readonly Header[],
  templates: readonly Template[],
  isHere: IsHere,
): { readonly rows: ColumnLayout['rows']; readonly matches: readonly (HeaderMatch | null)[] } {
  const candidates = [...templates.flatMap((one) => ofTemplate(one, isHere)), ...ofProperties()]
  const byKey = Map.groupBy(candidates, ({ key }) => key)
  const found = headers.map((header) => candidatesFor(header, byKey))
  const ofItemsAlone = found.filter(
    (list) => list.length > 0 && list.every(({ source }) => source.kind === 'item'),
  )
  const rows = ofItemsAlone.length >= 2 ? 'line_items' : 'documents'
  const byWord = Map.groupBy(
    templates.flatMap((one) => sumsOf(one, isHere)),
    ({ key }) => key,
  )
  const allowed = found.map((list, at) => {
    if (rows === 'line_items') return list
    const ofDocuments = list.filter(({ source }) => source.kind !== 'item')
    const header = headers[at]
    return header ? sorted([...ofDocuments, ...exactly(header, byWord)]) : ofDocuments
  })
  return { rows, matches: eachOnce(allowed) }
}

function ofTemplate(
  { name: template, fields, tables }: Template,
  isHere: IsHere,
): readonly Candidate[] {
  const ofFields = fields.flatMap((field) => {
    const source: Source = { kind: 'field', name: field.name, otherwise: [] }
    return isHere('field', field.name) ? named({ ...field, source, template }) : []
  })
  const ofItems = tables
    .filter(({ kind }) => kind !== 'tax')
    .flatMap(({ columns }) =>
      columns.flatMap((column) => {
        const source: Source = { kind: 'item', name: column.name }
        const one = { ...column, source, template, weakLabels: [] }
        return isHere('item', column.name) ? named(one) : []
      }),
    )
  return [...ofFields, ...ofItems]
}

/** By words that stand beside no value on paper, but above columns of other programs. */
function sumsOf({ name: template, fields }: Template, isHere: IsHere): readonly Candidate[] {
  return fields.flatMap(({ name, type }) => {
    const source: Source = { kind: 'field', name, otherwise: [] }
    if (type !== 'amount' || !isHere('field', name)) return []
    return (fieldWords[name] ?? []).map((word) => ({
      ...{ key: fold(word), rank: 3.5, source, type, template },
    }))
  })
}

function named({
  source,
  type,
  template,
  ...one
}: Pick<Candidate, 'source'> & {
  readonly name: string
  readonly label: string
  readonly labels: Labels
  readonly weakLabels: Labels
  readonly type: FieldType
  readonly template: string
}): readonly Candidate[] {
  const ranked = (texts: readonly string[], rank: number) =>
    texts.map((text) => ({ key: fold(text), rank, source, type, template }))
  return [
    ...ranked([one.name], 0),
    ...ranked([one.label], 1),
    ...ranked(labelList(one.labels), 2),
    ...ranked(labelList(one.weakLabels), 4),
  ]
}

function ofProperties(): readonly Candidate[] {
  return documentProperties.flatMap(({ name, label }) => {
    const source: Source = { kind: 'property', name: name satisfies PropertyName }
    const about = { source, type: null, template: null }
    const words = propertyWords[name] ?? []
    return [
      ...[name, label].map((text) => ({ key: fold(text), rank: 3, ...about })),
      ...words.map((text) => ({ key: fold(text), rank: 5, ...about })),
    ]
  })
}

/** All that a header may mean, the best first. */
function candidatesFor(
  header: Header,
  byKey: ReadonlyMap<string, readonly Candidate[]>,
): readonly Candidate[] {
  const exact = exactly(header, byKey)
  return exact.length > 0 ? exact : sorted(judged(header, within(header.text, byKey)))
}

function exactly(
  header: Header,
  byKey: ReadonlyMap<string, readonly Candidate[]>,
): readonly Candidate[] {
  const list = keysOf(header.text).flatMap((key, step) =>
    (byKey.get(key) ?? []).map((one) => ({ ...one, rank: one.rank + step / 2 })),
  )
  return sorted(judged(header, list))
}

function judged({ looksLike }: Header, list: readonly Candidate[]): readonly Candidate[] {
  return list.map((one) => ({ ...one, rank: one.rank + oddness(one.type, looksLike) }))
}

function sorted(list: readonly Candidate[]): readonly Candidate[] {
  return list.toSorted((a, b) => a.rank - b.rank)
}

/** “BTW” over amounts is the tax, over ids the seller’s number. */
function oddness(type: FieldType | null, looksLike: Header['looksLike']): number {
  if (type === null) return 0
  const isAmount = type === 'amount' || type === 'number' || type === 'percent'
  if (looksLike === null) return isAmount ? 0 : 0.1
  if (looksLike === 'date') return type === 'date' ? 0 : 8
  if (looksLike === 'text') return isAmount || type === 'date' ? 8 : 0
  return isAmount ? 0 : type === 'date' ? 8 : 1
}

/** As it is; without what stands in brackets; without a currency or a mark at its end. */
function keysOf(header: string): readonly string[] {
  const unbracketed = header.replace(/[([{][^)\]}]*[)\]}]/g, ' ')
  const plain = unbracketed.replace(/(\s|\b)(EUR|USD|GBP|CHF|[€$£]|in|en)\s*$/giu, ' ')
  const keys = [header, unbracketed, plain].map(fold)
  return [...new Set(keys)].filter((key) => key !== '')
}

/** Labels that make up most of a header: “Rechnungsnummer des Lieferanten”. */
function within(
  header: string,
  byKey: ReadonlyMap<string, readonly Candidate[]>,
): readonly Candidate[] {
  const key = fold(header)
  return [...byKey.entries()].flatMap(([label, candidates]) => {
    const share = label.length / key.length
    if (label.length < 5 || share < 0.6 || !key.includes(label)) return []
    return candidates.map((one) => ({ ...one, rank: one.rank + 20 + (1 - share) }))
  })
}

/** The surest headers choose first; fields of other templates that the same header names stand in for theirs. */
function eachOnce(found: readonly (readonly Candidate[])[]): readonly (HeaderMatch | null)[] {
  const taken = new Set<string>()
  const matches = new Map<number, HeaderMatch>()
  const order = [...found.entries()].sort(([, a], [, b]) => rankOf(a) - rankOf(b))
  for (const [at, candidates] of order) {
    const free = candidates.filter(({ source }) => !taken.has(nameOf(source)))
    const [best] = free
    if (!best) continue
    taken.add(nameOf(best.source))
    const { source, type } = best
    if (source.kind !== 'field') matches.set(at, { source, type })
    else matches.set(at, { source: { ...source, otherwise: standIns(best, free) }, type })
  }
  return found.map((_, at) => matches.get(at) ?? null)
}

/** Fields of other types of documents that the same header names as clearly: a receipt’s total for an invoice’s. */
function standIns(best: Candidate, others: readonly Candidate[]): string[] {
  const names = others.flatMap(({ source, type, rank, template }) => {
    const isLike = type === best.type && template !== best.template && rank <= best.rank + 2
    return source.kind === 'field' && isLike ? [source.name] : []
  })
  const own = best.source.kind === 'field' ? best.source.name : null
  return [...new Set(names)].filter((name) => name !== own).slice(0, 3)
}

function rankOf([best]: readonly Candidate[]): number {
  return best?.rank ?? Number.POSITIVE_INFINITY
}

function nameOf(source: Source): string {
  return source.kind === 'constant' ? '' : `${source.kind} ${source.name}`
}
