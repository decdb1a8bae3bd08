import { type Template, templateSchema } from '../../workers/template.ts'

/** A template as a file: what holds anyway is left out, so that a person can read the rest. */
export function templateText(template: Template): string {
  const { fields, support, ...rest } = template
  const lean = {
    ...(withoutDefaults(rest) as object),
    fields: fields.map(withoutDefaults),
    // The one list of labels that has to be written even where it is empty.
    ...(support.length > 0 && { support }),
  }
  return `${JSON.stringify(lean, null, 2)}\n`
}

function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults)
  if (typeof value !== 'object' || value === null) return value
  const lean = Object.entries(value).map(([key, one]) => [key, withoutDefaults(one)] as const)
  return Object.fromEntries(lean.filter(([key, one]) => !isDefault(key, one)))
}

/** What holds where nothing is said. */
const defaults: Readonly<Record<string, unknown>> = { role: 'document', pages: 'any' }

function isDefault(key: string, value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0
  return value === null || value === false || value === '' || defaults[key] === value
}

/** A template as its file will say it: without the empty lists of an editor. */
export function asWritten(template: Template): Template {
  return templateSchema.parse(JSON.parse(templateText(template)))
}
