import type { Template } from '../../workers/template.ts'

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
  const said = Object.entries(value).filter(([key, one]) => !isDefault(key, one))
  return Object.fromEntries(said.map(([key, one]) => [key, withoutDefaults(one)]))
}

function isDefault(key: string, value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return (
    value === null || value === false || value === '' || (key === 'role' && value === 'document')
  )
}
