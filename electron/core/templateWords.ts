import type { Labels, Template, TemplateField, TemplateRule } from '../../workers/template.ts'

const languageNames = new Intl.DisplayNames('en', { type: 'language' })

/** A property of a template, field, table or column as a person reads it; null where it says nothing. */
export function valueInWords(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length > 0 ? quoted(value.map(String)) : null
  if (typeof value !== 'object') return String(value)
  return 'box' in value
    ? placeInWords(value as NonNullable<TemplateField['where']>)
    : labelsInWords(value as Exclude<Labels, string[]>)
}

/** Where to look for a field; null for anywhere. */
function placeInWords({ pages, box }: NonNullable<TemplateField['where']>): string | null {
  const page = { any: '', first: 'first page', last: 'last page' }[pages]
  if (box === null) return page || null
  const [left, top, right, bottom] = box.map((share) => Math.round(share * 100))
  const stretch = `${left} to ${right} % across, ${top} to ${bottom} % down`
  return page ? `${page}, ${stretch}` : stretch
}

function labelsInWords(labels: Exclude<Labels, string[]>): string | null {
  const lists = Object.entries(labels).filter(([, list]) => list.length > 0)
  if (lists.length === 0) return null
  return lists.map(([code, list]) => `${languageNames.of(code)}: ${quoted(list)}`).join('; ')
}

function quoted(texts: readonly string[]): string {
  return texts.map((text) => `“${text}”`).join(', ')
}

/** What a rule asks for, in the words of the screen. */
export function ruleInWords(rule: TemplateRule, { fields }: Pick<Template, 'fields'>): string {
  const labelOf = (name: string) => fields.find((field) => field.name === name)?.label ?? name
  if ('sum' in rule) {
    const sum = rule.sum.map(labelOf).join(' + ')
    const slack = rule.tolerance > 0 ? `, give or take ${rule.tolerance}` : ''
    return `${sum} = ${labelOf(rule.equals)}${slack}`
  }
  if ('before' in rule) return `${labelOf(rule.before)} is not after ${labelOf(rule.after)}`
  return 'equals' in rule
    ? `${labelOf(rule.field)} is the same as ${labelOf(rule.equals)}`
    : `${labelOf(rule.field)} looks like ${rule.pattern}`
}
