import type { RuleDraft, RuleKind } from './ruleDraft.ts'

export const ruleKindWords: Record<RuleKind, string> = {
  sum: 'Fields add up to another one',
  equal: 'Two fields are the same',
  order: 'One date or number is not after another',
  pattern: 'A field looks like a pattern',
}

/** A rule in plain words: “Net total + Tax total = Grand total”. */
export function ruleWords(rule: RuleDraft, labelOf: (name: string) => string): string {
  const named = (name: string) => (name === '' ? '…' : labelOf(name))
  const [first = ''] = rule.parts
  switch (rule.kind) {
    case 'sum':
      return `${rule.parts.map(named).join(' + ')} = ${named(rule.whole)}`
    case 'equal':
      return `${named(first)} is the same as ${named(rule.whole)}`
    case 'order':
      return `${named(first)} is not after ${named(rule.whole)}`
    case 'pattern':
      return `${named(first)} looks like ${rule.pattern || '…'}`
  }
}
