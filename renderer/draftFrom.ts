import { z } from 'zod'
import { type Template, type TemplateRule, templateSchema } from '../workers/template.ts'
import { blankColumn, blankField, blankTable } from './blankRows.ts'
import { draftOf, newDraft, type TemplateDraft } from './templateDraft.ts'

/**
 * A new draft of whatever a file says: what nobody understands is left blank, so that a person can go on from
 * there instead of mending a file. Null: the file says nothing at all.
 */
export function draftFrom(json: unknown): TemplateDraft | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null
  const { isNameOwn, ...blank } = newDraft()
  const { shape } = templateSchema
  const whole = forgiving({ ...shape, ...loose }, { ...blank } as unknown as Template)(json)
  const { fields, tables, rules } = json as Record<string, unknown>
  const template: Template = {
    ...whole,
    fields: listOf(fields).map(forgiving({ ...shape.fields.element.shape, ...names }, blankField)),
    tables: listOf(tables).map((table) => ({
      ...forgiving({ ...tableShape, ...names }, blankTable)(table),
      columns: listOf(Object(table).columns).map(
        forgiving({ ...columnShape, ...names }, blankColumn),
      ),
    })),
    rules: listOf(rules).flatMap((rule): TemplateRule[] => {
      const read = ruleShape.safeParse(rule)
      return read.success ? [read.data] : []
    }),
  }
  return { ...draftOf(template), isNameOwn: false }
}

const names = { name: z.string(), label: z.string() }
const loose = {
  name: z.string(),
  title: z.string(),
  fields: z.any(),
  tables: z.any(),
  rules: z.any(),
}
const tableShape = templateSchema.shape.tables.unwrap().element.shape
const columnShape = tableShape.columns.element.shape
const ruleShape = templateSchema.shape.rules.unwrap().element

/** Reads what it can of an object; the rest is as in `blank`. */
function forgiving<T extends object>(
  shape: Readonly<Record<string, z.ZodType>>,
  blank: T,
): (json: unknown) => T {
  const entries = Object.entries(shape).map(([key, schema]) => [
    key,
    schema.catch(() => Reflect.get(blank, key)),
  ])
  const schema = z.object(Object.fromEntries(entries))
  return (json) => schema.parse(typeof json === 'object' && json !== null ? json : {}) as T
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
