import form from '../../resources/templates/form.json' with { type: 'json' }
import invoice from '../../resources/templates/invoice.json' with { type: 'json' }
import order from '../../resources/templates/purchase_order.json' with { type: 'json' }
import receipt from '../../resources/templates/receipt.json' with { type: 'json' }
import statement from '../../resources/templates/statement.json' with { type: 'json' }
import { readDocuments } from '../extraction/readDocuments.ts'
import type { ExtractedDocument, Field, FieldType, Page } from '../model.ts'
import { type Template, templateSchema } from '../template.ts'

const builtIn = [form, invoice, order, receipt, statement].map((template) =>
  templateSchema.parse(template),
)

/** What the built-in templates, or one given, make of pages, on the first of June 2026. */
export function readTyped(
  pages: readonly Page[],
  choice: 'auto' | 'invoice' | 'receipt' | Template = 'auto',
): ExtractedDocument {
  const chosen =
    typeof choice === 'string'
      ? { templates: builtIn, choice }
      : { templates: [choice], choice: choice.name }
  const [document] = readDocuments({ pages, missingPages: [], ...chosen, today: '2026-06-01' })
  if (!document) throw new Error('no document')
  return document
}

/** Field names to values; fields without a value are left out. */
export function valuesOf({ fields }: ExtractedDocument): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])),
  )
}

/** A field of a document by name. Throws when its template has none. */
export function fieldNamed({ fields }: ExtractedDocument, name: string): Field {
  const field = fields.find((candidate) => candidate.name === name)
  if (!field) throw new Error(`no field ${name}`)
  return field
}

/**
 * Values, candidates and cells that are not on the page where they are said to stand, as `name: value`:
 * what was read has to be there word by word, and the value has to have its figures and letters, no others.
 */
export function inventedIn(document: ExtractedDocument, pages: readonly Page[]): string[] {
  const cells = Object.values(document.tables).flatMap((rows) => rows.flatMap(Object.values))
  return [...document.fields, ...cells].flatMap((field: Field) => {
    const told = field.value === null ? field.candidates : [field, ...field.candidates]
    return told
      .filter(({ value, raw, provenance }) => {
        const page = pages.find(({ number }) => number === provenance?.page)
        const print = page?.words.map(({ text }) => text).join(' ') ?? ''
        const isThere = (raw ?? '').split(/[\s,]+/).every((word) => print.includes(word))
        return !isThere || !says(field.type, raw ?? '', value ?? '')
      })
      .map(({ value }) => `${field.name}: ${value}`)
  })
}

/** Whether a value says what was read; days, times and currencies are written in another way. */
function says(type: FieldType, raw: string, value: string): boolean {
  if (type === 'date' || type === 'time' || type === 'currency') return true
  const isNumber = type === 'amount' || type === 'number' || type === 'percent'
  return isNumber ? figuresOf(raw) === figuresOf(value) : lettersOf(raw).includes(lettersOf(value))
}

const figuresOf = (text: string) => text.replace(/\D/g, '').replace(/^0+|0+$/g, '')
const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
