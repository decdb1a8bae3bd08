import { z } from 'zod'
import { fieldsOf } from '../../workers/extraction/ownRules.ts'
import { fold } from '../../workers/extraction/parse/fold.ts'
import { patternProblem } from '../../workers/extraction/pattern.ts'
import { fieldTypes } from '../../workers/model.ts'
import {
  labelList,
  type Template,
  type TemplateField,
  type TemplateRule,
} from '../../workers/template.ts'

/** Something that keeps a template from being used. */
export interface Problem {
  /** Where in the template it is. */
  readonly path: readonly (string | number)[]
  /** For a person. */
  readonly sentence: string
}

/** What a template says that cannot be meant; empty when it can be used. */
export function templateProblems(template: Template): readonly Problem[] {
  const { fields, support, tables, rules } = template
  const supportPath = (i: number) =>
    i < fields.length ? ['fields', i] : ['support', i - fields.length]
  return [
    ...sameNames([...fields, ...support], 'Two fields are', supportPath),
    ...sameNames(tables, 'Two tables are', (i) => ['tables', i]),
    ...tables.flatMap((table, t) =>
      sameNames(table.columns, `Two columns of the table “${table.name}” are`, (i) => [
        ...['tables', t, 'columns', i],
      ]),
    ),
    ...fields.flatMap((field, i) => problemsOfField(field, ['fields', i])),
    ...rules.flatMap((rule, i) => problemsOfRule(rule, fields, ['rules', i])),
  ]
}

type Path = Problem['path']

/** The second of two of a name, and every later one. */
function sameNames(
  named: readonly { name: string }[],
  two: string,
  pathOf: (index: number) => Path,
): Problem[] {
  const names = named.map(({ name }) => name)
  return names.flatMap((name, i) => {
    if (names.indexOf(name) === i) return []
    const sentence = `${two} named “${name}”; give one of them another name.`
    return [{ path: [...pathOf(i), 'name'], sentence }]
  })
}

function problemsOfField({ name, pattern, ...words }: TemplateField, path: Path): Problem[] {
  const lists = ['labels', 'weakLabels', 'notLabels'] as const
  const problem = pattern === null ? null : patternProblem(pattern)
  return [
    ...lists.flatMap((list) =>
      labelList(words[list])
        .filter((label) => fold(label) === '')
        .map((label) => ({
          path: [...path, list],
          sentence: `The field “${name}” has the label “${label}”, which has no letters.`,
        })),
    ),
    ...(problem
      ? [{ path: [...path, 'pattern'], sentence: `The pattern of the field “${name}” ${problem}.` }]
      : []),
  ]
}

const summable = new Set(['amount', 'number', 'percent'])

function problemsOfRule(
  rule: TemplateRule,
  fields: readonly TemplateField[],
  path: Path,
): Problem[] {
  const named = fieldsOf(rule)
  const strangers = named.filter((name) => !fields.some((own) => own.name === name))
  const odd = fields.filter(
    ({ name, type }) => 'sum' in rule && named.includes(name) && !summable.has(type),
  )
  const problem = 'pattern' in rule ? patternProblem(rule.pattern) : null
  return [
    ...(problem
      ? [
          {
            path: [...path, 'pattern'],
            sentence: `The pattern of the rule “${rule.code}” ${problem}.`,
          },
        ]
      : []),
    ...strangers.map((name) => ({
      path,
      sentence: `The rule “${rule.code}” speaks of “${name}”, but no field has that name.`,
    })),
    ...odd.map(({ name, type }) => ({
      path,
      sentence: `The rule “${rule.code}” adds up “${name}”, which is of type “${type}” and no amount.`,
    })),
  ]
}

/** Fields that are found by their labels alone, and were given an empty list of them. */
export function unlabelled(source: unknown): readonly Problem[] {
  const parsed = asWritten.safeParse(source)
  if (!parsed.success) return []
  return parsed.data.fields.flatMap(({ role, type, pattern, name, labels, weakLabels }, i) => {
    if (role !== 'document' || type === 'currency' || pattern) return []
    if (!isEmpty(labels) || (weakLabels ?? null) !== null) return []
    const sentence = `The labels of the field “${name}” are an empty list; write the words that are printed beside its value, or leave the labels out to look for its title.`
    return [{ path: ['fields', i, 'labels'], sentence }]
  })
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

/** What is wrong with the shape of a template, in sentences that name the field that each is about. */
export function shapeProblems(source: unknown, error: z.ZodError): readonly Problem[] {
  const problems = error.issues.map((issue) => ({
    path: issue.path.map((key) => (typeof key === 'number' ? key : String(key))),
    sentence: sentenceOf(source, issue),
  }))
  return [...new Map(problems.map((problem) => [problem.sentence, problem])).values()]
}

function sentenceOf(source: unknown, issue: z.core.$ZodIssue): string {
  const { path, message } = issue
  const place = placeOf(source, path)
  const key = path.at(-1)
  const value = valueAt(source, path)
  if (key === 'type' && typeof value === 'string')
    return `${place} is of the unknown type “${value}”. Known types: ${fieldTypes.join(', ')}.`
  if (path[0] === 'rules' && issue.code === 'invalid_union')
    return `${place} needs a code, and either “sum” and “equals” or “before” and “after”, or a “field” and what it “equals” or the “pattern” it looks like.`
  const isEmpty = issue.code === 'too_small' && (value === '' || Array.isArray(value))
  const isMissing = value === undefined && typeof key === 'string'
  if (isEmpty || isMissing)
    return `${place} needs ${needed.get(String(key)) ?? `“${String(key)}”`}.`
  // What is wrong with the template as a whole is a sentence already.
  if (issue.code === 'custom' && message.endsWith('.')) return message
  return `${place}, “${String(key)}”: ${message}.`
}

/** What is missing or empty, as a person calls it. */
const needed = new Map([
  ['title', 'a title: what such a document is called'],
  ['label', 'a label: what a person sees beside the value'],
  ['name', 'a name: the column that it gets in exports'],
  ['type', 'a type'],
  ['category', 'a category'],
  ['columns', 'at least one column'],
  ['fields', 'a list of fields'],
  ['labels', 'the words that are printed beside it'],
  ['part', 'the part that the amount plays'],
  ['kind', 'a kind'],
  ['sentence', 'a sentence, or none at all'],
])

/** `The field “total”` for a path into it, `Field 4` where it has no name, `The template` for one that leads to none. */
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
    return [title ? `the ${kind} “${title}”` : `${kind} ${at + 1}`]
  })
  const words = places.reverse().join(' of ')
  return words === '' ? 'The template' : words.charAt(0).toUpperCase() + words.slice(1)
}

function valueAt(source: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    source,
  )
}
