import type { TemplateRule } from '../workers/template.ts'

export const ruleKinds = ['sum', 'equal', 'order', 'pattern'] as const
export type RuleKind = (typeof ruleKinds)[number]

/** A rule while it is put together: whatever its kind, the fields it speaks of stand in one list. */
export interface RuleDraft {
  readonly key: string
  readonly kind: RuleKind
  readonly code: string
  /** A person or an earlier version gave the code; otherwise it follows the fields. */
  readonly isCodeOwn: boolean
  readonly level: 'error' | 'warning'
  /** What a person reads when it does not hold; empty: Sheaf’s own sentence. */
  readonly sentence: string
  /** What adds up, the earlier one, the first of two, or what has to look like the pattern; empty: not chosen yet. */
  readonly parts: readonly string[]
  /** The sum, the later one, or the second of two. */
  readonly whole: string
  readonly tolerance: number
  readonly pattern: string
}

const bare = { parts: [''], whole: '', tolerance: 0.02, pattern: '' } as const

export function newRule(key: string): RuleDraft {
  const basis = { code: '', isCodeOwn: false, level: 'warning', sentence: '' } as const
  return { key, kind: 'sum', ...basis, ...bare, parts: ['', ''] }
}

export function ruleDraftOf(rule: TemplateRule, key: string): RuleDraft {
  const { code, level, sentence = '' } = rule
  const basis = { key, code, isCodeOwn: true, level, sentence, ...bare }
  if ('sum' in rule) {
    const { sum: parts, equals: whole, tolerance } = rule
    return { ...basis, kind: 'sum', parts, whole, tolerance }
  }
  if ('before' in rule) return { ...basis, kind: 'order', parts: [rule.before], whole: rule.after }
  if ('pattern' in rule)
    return { ...basis, kind: 'pattern', parts: [rule.field], pattern: rule.pattern }
  return { ...basis, kind: 'equal', parts: [rule.field], whole: rule.equals }
}

/** The rule as a template holds it, complete or not. */
export function ruleOf(draft: RuleDraft): unknown {
  const { kind, level, parts, whole, tolerance, pattern } = draft
  const sentence = draft.sentence.trim()
  const basis = { code: codeOf(draft), level, ...(sentence && { sentence }) }
  const [first = ''] = parts
  switch (kind) {
    case 'sum':
      return { ...basis, sum: parts, equals: whole, tolerance }
    case 'order':
      return { ...basis, before: first, after: whole }
    case 'equal':
      return { ...basis, field: first, equals: whole }
    case 'pattern':
      return { ...basis, field: first, pattern }
  }
}

/** The name that exports give its check. */
export function codeOf({ kind, code, isCodeOwn, parts, whole }: RuleDraft): string {
  if (isCodeOwn) return code
  const [first = ''] = parts
  const names = {
    sum: `${whole}_is_sum`,
    order: `${first}_before_${whole}`,
    equal: `${first}_equals_${whole}`,
    pattern: `${first}_looks_right`,
  }
  return names[kind].replace(/^[^a-z]+|_+$/g, '') || 'rule'
}

/** The same rule as one of another kind; the fields that were chosen stay as far as it has room for them. */
export function withKind(draft: RuleDraft, kind: RuleKind): RuleDraft {
  const { parts } = draft
  return { ...draft, kind, parts: kind === 'sum' ? [...parts, ''].slice(0, 2) : parts.slice(0, 1) }
}

/** The rule with a field under its new name; '' takes it out. */
export function withFieldNamed(draft: RuleDraft, name: string, now: string): RuleDraft {
  const renamed = (field: string) => (field === name ? now : field)
  const parts = draft.parts.map(renamed)
  return { ...draft, parts, whole: renamed(draft.whole) }
}

/** Whether a field is still to be chosen. */
export function hasOpenPlace({ kind, parts, whole }: RuleDraft): boolean {
  return parts.includes('') || (kind !== 'pattern' && whole === '')
}
