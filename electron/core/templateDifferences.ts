import type { Template, TemplateField } from '../../workers/template.ts'
import type { Difference } from '../views.ts'

/** What an extraction with `now` would do that one with `before`, the same template earlier, does not. */
export function templateDifferences(before: Template, now: Template): readonly Difference[] {
  const name = now.name
  const of = (kind: Difference['kind'], field: string | null, sentence: string) => ({
    ...{ kind, template: name, field, before: null, now: null, sentence },
  })
  const had = (field: TemplateField) => before.fields.some((other) => other.name === field.name)
  const has = (field: TemplateField) => now.fields.some((other) => other.name === field.name)
  const { title } = now
  const fields = [
    ...now.fields
      .filter((field) => !had(field))
      .map((field) => ({
        ...of('field_added', field.name, `“${title}” has the new field “${field.label}”.`),
        now: field.label,
      })),
    ...before.fields
      .filter((field) => !has(field))
      .map((field) => ({
        ...of('field_removed', field.name, `“${title}” no longer has the field “${field.label}”.`),
        before: field.label,
      })),
    ...before.fields.flatMap((field) => {
      const other = now.fields.find((candidate) => candidate.name === field.name)
      const parts = other ? partsApart(field, other) : []
      if (parts.length === 0) return []
      const sentence = `The field “${field.label}” of “${title}” has changed: ${parts.join(', ')}.`
      return [of('field_changed', field.name, sentence)]
    }),
    ...tablesApart(before, now).map((table) =>
      of('table_changed', table, `The table “${table}” of “${title}” has changed.`),
    ),
  ]
  const rest = partsApart(withoutParts(before), withoutParts(now))
  if (rest.length === 0 && (fields.length > 0 || before.version === now.version)) return fields
  const versions = { before: String(before.version), now: String(now.version) }
  const what = rest.length > 0 ? `: ${rest.join(', ')}` : ''
  const step =
    before.version === now.version
      ? `“${title}” has changed${what}.`
      : `“${title}” is now version ${now.version}, and was ${before.version}${what}.`
  return [...fields, { ...of('template_changed', null, step), ...versions }]
}

/** Names of the properties in which two of a kind differ. */
function partsApart(one: object, other: object): readonly string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  // A batch that an older Sheaf began lacks what was added since; it is nothing that has changed.
  const text = (of: object, name: string) =>
    JSON.stringify((of as Record<string, unknown>)[name] ?? null)
  return [...names].filter((name) => text(one, name) !== text(other, name))
}

function tablesApart(before: Template, now: Template): readonly string[] {
  const names = new Set([...before.tables, ...now.tables].map(({ name }) => name))
  const text = ({ tables }: Template, name: string) =>
    JSON.stringify(tables.find((table) => table.name === name) ?? null)
  return [...names].filter((name) => text(before, name) !== text(now, name))
}

/** What is said by itself is left out. */
function withoutParts({ fields, tables, version, ...rest }: Template): object {
  return rest
}
