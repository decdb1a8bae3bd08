import type { ColumnLayout, LayoutColumn, LayoutSources } from '../electron/views.ts'
import type { LayoutSource } from './layoutDraft.ts'

/* What can be chosen of a column, in words. */

export const datePatterns = [
  { value: '', label: '2026-03-29 (usual)' },
  { value: 'dd.MM.yyyy', label: '29.03.2026' },
  { value: 'dd.MM.yy', label: '29.03.26' },
  { value: 'dd/MM/yyyy', label: '29/03/2026' },
  { value: 'MM/dd/yyyy', label: '03/29/2026' },
  { value: 'dd-MM-yyyy', label: '29-03-2026' },
  { value: 'yyyyMMdd', label: '20260329' },
  { value: 'ddMMyyyy', label: '29032026' },
  { value: 'excel', label: '46110 (Excel’s number)' },
] as const

type NumberFormat = NonNullable<LayoutColumn['number']>

export const decimalChoices = [
  { value: '', label: 'As many as it has' },
  ...[0, 1, 2, 3, 4].map((count) => ({ value: String(count), label: String(count) })),
]

export const markChoices: readonly { value: '' | '.' | ','; label: string }[] = [
  { value: '', label: 'As the CSV is written' },
  { value: '.', label: 'Point: 1234.50' },
  { value: ',', label: 'Comma: 1234,50' },
]

export const thousandsChoices: readonly { value: NumberFormat['thousands']; label: string }[] = [
  { value: '', label: 'None: 1234' },
  { value: ',', label: 'Comma: 1,234' },
  { value: '.', label: 'Point: 1.234' },
  { value: ' ', label: 'Space: 1 234' },
  { value: "'", label: 'Apostrophe: 1’234' },
]

export const signChoices: readonly { value: LayoutColumn['sign']; label: string }[] = [
  { value: 'as_is', label: 'As it is' },
  { value: 'negated', label: 'Turned over: 5 becomes -5' },
  { value: 'absolute', label: 'Never below zero' },
  { value: 'credit_negative', label: 'Below zero on credit notes' },
]

export const rowChoices: readonly { value: ColumnLayout['rows']; label: string }[] = [
  { value: 'documents', label: 'A document' },
  { value: 'line_items', label: 'A line item' },
]

/** A source as one word for a list: `field:iban`. */
export function sourceKey(source: LayoutSource): string {
  return source.kind === 'constant' ? 'constant:' : `${source.kind}:${source.name}`
}

/** The source that stands behind such a word. */
export function sourceOfKey(key: string): LayoutSource {
  const [kind, name = ''] = key.split(':')
  if (kind === 'field') return { kind, name, otherwise: [] }
  if (kind === 'item') return { kind, name }
  if (kind === 'property') return { kind, name: name as PropertyName }
  return { kind: 'constant', text: '' }
}

type PropertyName = Extract<LayoutSource, { kind: 'property' }>['name']

/** What a column shows, in a few words. */
export function sourceWords(source: LayoutSource, sources: LayoutSources): string {
  if (source.kind === 'constant') return source.text === '' ? 'Empty' : `Always “${source.text}”`
  const lists = { field: sources.fields, item: sources.items, property: sources.properties }
  return lists[source.kind].find(({ name }) => name === source.name)?.label ?? source.name
}

/** Dates, numbers and the rest are written in ways of their own; of a constant or a property, as numbers. */
export function writtenAs(
  source: LayoutSource,
  sources: LayoutSources,
): 'date' | 'number' | 'text' {
  if (source.kind === 'property') return 'text'
  if (source.kind === 'constant') return 'text'
  const list = source.kind === 'item' ? sources.items : sources.fields
  const type = list.find(({ name }) => name === source.name)?.type
  if (type === 'date') return 'date'
  return type === 'amount' || type === 'number' || type === 'percent' ? 'number' : 'text'
}
