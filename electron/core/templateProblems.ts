import { z } from 'zod'
import { fieldsOf } from '../../workers/extraction/ownRules.ts'
import { fold } from '../../workers/extraction/parse/fold.ts'
import { patternProblem } from '../../workers/extraction/pattern.ts'
import { fieldTypes } from '../../workers/model.ts'
import { labelList, type Template, type TemplateField } from '../../workers/template.ts'

/** What a template says that cannot be meant, a sentence each; empty when it can be used. */
export function templateProblems(template: Template): readonly string[] {
  const { fields, support, tables, rules } = template
  return [
    ...sameNames([...fields, ...support], 'Two fields are'),
    ...sameNames(tables, 'Two tables are'),
    ...tables.flatMap((table) =>
      sameNames(table.columns, `Two columns of the table “${table.name}” are`),
    ),
    ...fields.flatMap(problemsOfField),
    ...rules.flatMap((rule) => {
      const strangers = fieldsOf(rule).filter((name) => !fields.some((own) => own.name === name))
      return strangers.map(
        (name) => `The rule “${rule.code}” speaks of “${name}”, but no field has that name.`,
      )
    }),
    ...rules.flatMap((rule) => {
      const named = fields.filter((field) => fieldsOf(rule).includes(field.name))
      const odd = named.filter(({ type }) => 'sum' in rule && !summable.has(type))
      return odd.map(
        ({ name, type }) =>
          `The rule “${rule.code}” adds up “${name}”, which is of type “${type}” and no amount.`,
      )
    }),
  ]
}

const summable = new Set(['amount', 'number', 'percent'])

function sameNames(named: readonly { name: string }[], two: string): string[] {
  const names = named.map(({ name }) => name)
  const twice = new Set(names.filter((name, i) => names.indexOf(name) < i))
  return [...twice].map((name) => `${two} named “${name}”; give one of them another name.`)
}

function problemsOfField({ name, pattern, ...words }: TemplateField): string[] {
  const labels = [words.labels, words.weakLabels, words.notLabels].flatMap((list) =>
    labelList(list),
  )
  const problem = pattern === null ? null : patternProblem(pattern)
  return [
    ...labels
      .filter((label) => fold(label) === '')
      .map((label) => `The field “${name}” has the label “${label}”, which has no letters.`),
    ...(problem ? [`The pattern of the field “${name}” ${problem}.`] : []),
  ]
}

/** Fields that are found by their labels alone, and were given an empty list of them. */
export function unlabelled(source: unknown): readonly string[] {
  const parsed = asWritten.safeParse(source)
  if (!parsed.success) return []
  return parsed.data.fields
    .filter(({ role, type, pattern }) => role === 'document' && type !== 'currency' && !pattern)
    .filter(({ labels, weakLabels }) => isEmpty(labels) && (weakLabels ?? null) === null)
    .map(
      ({ name }) =>
        `The labels of the field “${name}” are an empty list; write the words that are printed beside its value, or leave the labels out to look for its title.`,
    )
}

const anyLabels = z.union([z.array(z.string()), z.record(z.string(), z.array(z.string()))])
const asWritten = z.object({
  fields: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      role: z.string().default('document'),
      pattern: z.string().nullish(),
      labels: anyLabels.optional(),
      weakLabels: anyLabels.optional(),
    }),
  ),
})

function isEmpty(labels: z.infer<typeof anyLabels> | undefined): boolean {
  if (labels === undefined) return false
  return Array.isArray(labels) ? labels.length === 0 : Object.values(labels).flat().length === 0
}

/** What is wrong with the shape of a template, as sentences that name the field that each is about. */
export function shapeProblems(source: unknown, error: z.ZodError): readonly string[] {
  return [...new Set(error.issues.map((issue) => sentenceOf(source, issue)))]
}

function sentenceOf(source: unknown, issue: z.core.$ZodIssue): string {
  const { path, message } = issue
  const place = placeOf(source, path)
  const key = path.at(-1)
  const value = valueAt(source, path)
  if (key === 'type' && typeof value === 'string')
    return `${place} is of the unknown type “${value}”. Known types: ${fieldTypes.join(', ')}.`
  if (path[0] === 'rules' && issue.code === 'invalid_union')
    return `${place} needs a code, and either “sum” and “equals” or “before” and “after”.`
  const isMissing = value === undefined && typeof key === 'string'
  return isMissing ? `${place} has no “${key}”.` : `${place}, “${String(key)}”: ${message}.`
}

/** “The field “total”” for a path into it, “The template” for one that leads to none. */
function placeOf(source: unknown, path: readonly PropertyKey[]): string {
  const lists = {
    fields: 'field',
    support: 'support',
    tables: 'table',
    rules: 'rule',
    columns: 'column',
  }
  const places = path.flatMap((key, i) => {
    const kind = typeof key === 'string' ? lists[key as keyof typeof lists] : undefined
    const at = path[i + 1]
    if (!kind || typeof at !== 'number') return []
    const item = valueAt(source, path.slice(0, i + 2))
    const name = z.object({ name: z.string() }).safeParse(item)
    const code = z.object({ code: z.string() }).safeParse(item)
    const title = name.data?.name ?? code.data?.code
    return [title ? `${kind} “${title}”` : `${kind} ${at + 1}`]
  })
  return places.length > 0 ? `The ${places.reverse().join(' of the ')}` : 'The template'
}

function valueAt(source: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    source,
  )
}
