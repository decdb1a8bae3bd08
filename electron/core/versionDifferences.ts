import { isDeepStrictEqual } from 'node:util'
import type { Template, TemplateRule, TemplateTable } from '../../workers/template.ts'
import type { TemplateDifference } from '../views.ts'
import { ruleInWords, valueInWords } from './templateWords.ts'

/** In what a template says something else than it did, part by part and in words, in the order of the editor. */
export function versionDifferences(before: Template, after: Template): TemplateDifference[] {
  const { fields: _, support: __, tables: ___, rules: ____, version: _____, ...was } = before
  const is = Object.fromEntries(Object.keys(was).map((key) => [key, after[key as keyof Template]]))
  return [
    ...properties('The template', was, is, ofTemplate),
    ...ofList('Field', before.fields, after.fields, (place, one, other) =>
      properties(place, one, other, ofField),
    ),
    ...order('The template', 'order of the fields', before.fields, after.fields),
    ...ofList('Amount beside the totals', before.support, after.support, (place, one, other) =>
      properties(place, one, other, ofField),
    ),
    ...ofList('Table', before.tables, after.tables, tableDifferences),
    ...rules(before, after),
  ]
}

function tableDifferences(
  place: string,
  { columns: before, ...was }: TemplateTable,
  { columns: after, ...is }: TemplateTable,
): TemplateDifference[] {
  return [
    ...properties(place, was, is, ofTable),
    ...ofList('Column', before, after, (column, one, other) =>
      properties(`${column} of ‘${is.label}’`, one, other, ofField),
    ).map((difference) =>
      difference.kind === 'changed'
        ? difference
        : { ...difference, place: `${difference.place} of ‘${is.label}’` },
    ),
    ...order(place, 'order of the columns', before, after),
  ]
}

interface Named {
  readonly name: string
  readonly label?: string
}

const titleOf = ({ label, name }: Named) => label ?? name

/** Parts of one kind, told apart by their names. */
function ofList<T extends Named>(
  kind: string,
  before: readonly T[],
  after: readonly T[],
  changes: (place: string, one: T, other: T) => TemplateDifference[],
): TemplateDifference[] {
  const had = new Map(before.map((part) => [part.name, part]))
  const has = new Set(after.map(({ name }) => name))
  const place = (part: Named) => `${kind} ‘${titleOf(part)}’`
  const whole = { what: null, before: null, after: null }
  return [
    ...before
      .filter(({ name }) => !has.has(name))
      .map((part) => ({ kind: 'removed', place: place(part), ...whole }) as const),
    ...after.flatMap((part): TemplateDifference[] => {
      const other = had.get(part.name)
      if (!other) return [{ kind: 'added', place: place(part), ...whole }]
      return changes(place(part), other, part)
    }),
  ]
}

/** Two of the same names that stand in another order. */
function order(
  place: string,
  what: string,
  before: readonly Named[],
  after: readonly Named[],
): TemplateDifference[] {
  const names = new Set(after.map(({ name }) => name))
  const kept = before.filter(({ name }) => names.has(name))
  const now = after.filter(({ name }) => kept.some((one) => one.name === name))
  if (kept.every(({ name }, i) => name === now[i]?.name)) return []
  const list = (parts: readonly Named[]) => parts.map(titleOf).join(', ')
  return [{ kind: 'changed', place, what, before: list(kept), after: list(now) }]
}

function properties(
  place: string,
  before: object,
  after: object,
  words: Readonly<Record<string, string>>,
): TemplateDifference[] {
  const [was, is] = [before, after] as readonly Record<string, unknown>[]
  return Object.entries(words).flatMap(([key, what]) => {
    // A list for any language and one without a word say the same nothing.
    const [one, other] = [valueInWords(was?.[key]), valueInWords(is?.[key])]
    if (isDeepStrictEqual(was?.[key], is?.[key]) || one === other) return []
    return [{ kind: 'changed', place, what, before: one, after: other }]
  })
}

/** Rules have no title but what they say; those of one code are the same rule. */
function rules(before: Template, after: Template): TemplateDifference[] {
  const place = ({ code }: TemplateRule) => `Rule ‘${code}’`
  const used = new Set<TemplateRule>()
  const changed = after.rules.flatMap((rule): TemplateDifference[] => {
    const is = ruleInWords(rule, after)
    const other = before.rules.find((one) => one.code === rule.code && !used.has(one))
    if (!other) return [{ kind: 'added', place: place(rule), what: null, before: null, after: is }]
    used.add(other)
    const was = ruleInWords(other, before)
    const others = properties(place(rule), other, rule, ofRule)
    if (isDeepStrictEqual(withoutWords(other), withoutWords(rule))) return others
    const what = 'what it asks for'
    return [{ kind: 'changed', place: place(rule), what, before: was, after: is }, ...others]
  })
  const removed = before.rules
    .filter((rule) => !used.has(rule))
    .map((rule): TemplateDifference => {
      const was = ruleInWords(rule, before)
      return { kind: 'removed', place: place(rule), what: null, before: was, after: null }
    })
  return [...removed, ...changed]
}

function withoutWords({ level, sentence, ...rule }: TemplateRule): object {
  return rule
}

const ofTemplate = {
  name: 'name',
  title: 'title',
  category: 'category',
  description: 'description',
  titles: 'what it calls itself',
  keywords: 'words that name it',
  notKeywords: 'words that name another type',
  letterhead: 'whose name stands at the head',
  pairs: 'every label with a value is reported',
}

const ofField = {
  label: 'title',
  type: 'type',
  part: 'part',
  description: 'description',
  required: 'required',
  labels: 'labels',
  weakLabels: 'labels for want of better ones',
  notLabels: 'words that speak against it',
  pattern: 'pattern',
  role: 'whose block it stands in',
  total: 'part in the totals',
  term: 'business term of e-invoices',
  where: 'where to look',
}

const ofTable = { label: 'title', kind: 'kind', endsBefore: 'words below it' }

const ofRule = { level: 'how serious it is', sentence: 'sentence' }
