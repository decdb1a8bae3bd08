import { z } from 'zod'
import { type Template, type TemplateRule, templateSchema } from '../../workers/template.ts'

/**
 * What can be understood of a template file with slips: the rest is left as it is in a new template, so that a person
 * can go on from there instead of mending a file. Null: the file says nothing at all.
 */
export function forgivingTemplate(json: unknown): Template | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null
  const { fields, tables, rules } = json as Record<string, unknown>
  return {
    ...(readWhole(json) as Template),
    fields: listOf(fields).map(readField) as Template['fields'],
    tables: listOf(tables).map((table) => ({
      ...readTable(table),
      columns: listOf(Object(table).columns).map(readColumn),
    })) as Template['tables'],
    rules: listOf(rules).flatMap((rule): TemplateRule[] => {
      const read = ruleShape.safeParse(rule)
      return read.success ? [read.data] : []
    }),
  }
}

const { shape } = templateSchema
const tableShape = shape.tables.unwrap().element.shape
const columnShape = tableShape.columns.element.shape
const ruleShape = shape.rules.unwrap().element

/** Kept whatever they are: what is wrong with them is said beside them. */
const names = { name: z.string(), label: z.string() }
/** Of what has no default. */
const blank: Readonly<Record<string, unknown>> = {
  ...{ name: '', label: '', title: '', version: 1, type: 'text', kind: 'items' },
}

const readWhole = forgiving({
  ...shape,
  ...{ name: z.string(), title: z.string() },
  ...{ fields: z.any(), tables: z.any(), rules: z.any() },
})
const readField = forgiving({ ...shape.fields.element.shape, ...names })
const readTable = forgiving({ ...tableShape, ...names, columns: z.any() })
const readColumn = forgiving({ ...columnShape, ...names })

/** Reads what it can of an object; the rest has its default, or is blank. */
function forgiving(entries: Readonly<Record<string, z.ZodType>>): (json: unknown) => object {
  const schema = z.object(
    Object.fromEntries(
      Object.entries(entries).map(([key, entry]) => {
        const usual = entry.safeParse(undefined)
        return [key, entry.catch(usual.success ? usual.data : blank[key])]
      }),
    ),
  )
  return (json) => schema.parse(typeof json === 'object' && json !== null ? json : {})
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
