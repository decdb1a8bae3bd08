import type { z } from 'zod'
import { type ColumnLayout, columnLayoutSchema } from '../../workers/columnLayout.ts'
import type { Problem } from './templateProblems.ts'

/** A column layout that a person is at, with what keeps it from being used; of the wrong shape, it is none yet. */
export interface LayoutDraft {
  readonly layout: ColumnLayout | null
  readonly problems: readonly Problem[]
}

/** Looks at a layout by itself, whatever it is. */
export function readLayout(source: unknown): LayoutDraft {
  const parsed = columnLayoutSchema.safeParse(source)
  if (parsed.success) return { layout: parsed.data, problems: strayItems(parsed.data) }
  const problems = parsed.error.issues.map((issue) => ({
    path: issue.path.map((key) => (typeof key === 'number' ? key : String(key))),
    sentence: sentenceOf(source, issue),
  }))
  return { layout: null, problems }
}

/** Where a row is a document, a line item has no place. */
function strayItems({ rows, columns }: ColumnLayout): Problem[] {
  if (rows === 'line_items') return []
  return columns.flatMap(({ source, header }, at) => {
    if (source.kind !== 'item') return []
    const sentence = `${columnWords(at, header)} shows “${source.name}” of the line items, but each row is a document. Choose one row a line item, or another column.`
    return [{ path: ['columns', at, 'source'], sentence }]
  })
}

function sentenceOf(source: unknown, { path, code, message }: z.core.$ZodIssue): string {
  const [list, at] = path
  const key = path.at(-1)
  if (path.length === 0 && code !== 'unrecognized_keys')
    return 'this is no layout: it has no name and no columns.'
  if (list === 'name') return 'it has no name, or one of more than 80 letters.'
  if (list === 'columns' && path.length === 1)
    return code === 'too_big'
      ? 'it has more than 500 columns.'
      : 'it has no columns. Add at least one.'
  const value = valueAt(source, path)
  const place =
    list === 'columns' && typeof at === 'number'
      ? columnWords(at, valueAt(source, [list, at, 'header']))
      : 'it'
  if (key === 'date') return `${place} has the unknown date format “${value}”: ${message}.`
  if (path.includes('number')) return `${place} has a number format that is not known: ${message}.`
  if (path.includes('source') && key === 'name' && typeof value === 'string')
    return `${place} shows “${value}”, which is nothing that is known of a document.`
  if (path.includes('source'))
    return `${place} has no source that is known: a field, a property, an item or a constant.`
  return `${place} cannot be understood: ${message}.`
}

/** “Column 3 (“Total”)”. */
export function columnWords(at: number, header: unknown): string {
  const called = typeof header === 'string' && header !== '' ? ` (“${header}”)` : ''
  return `column ${at + 1}${called}`
}

function valueAt(source: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    source,
  )
}
