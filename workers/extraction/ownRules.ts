import type { Check } from '../model.ts'
import type { Template, TemplateRule } from '../template.ts'
import { unitsOf } from './parse/amount.ts'
import { patternOf } from './pattern.ts'

/** Units of `unitsOf` in one whole. */
const unitsInOne = 10_000

/** The rules that a template brings along, held against the values; one that misses a value says nothing. */
export function rulesHold(template: Template, values: ReadonlyMap<string, string>): Check[] {
  // A batch that an older Sheaf began keeps its templates without rules.
  const rules: readonly TemplateRule[] = template.rules ?? []
  const labelOf = (name: string) =>
    template.fields.find((field) => field.name === name)?.label ?? name
  return rules.flatMap((rule) => {
    const outcome = outcomeOf(rule, values, labelOf)
    if (!outcome) return []
    const { code, level } = rule
    const sentence = rule.sentence ?? outcome.sentence
    return [{ code, level, passed: outcome.passed, sentence, fields: fieldsOf(rule) }]
  })
}

/** Names of the fields that a rule speaks of. */
export function fieldsOf(rule: TemplateRule): string[] {
  if ('sum' in rule) return [...rule.sum, rule.equals]
  if ('before' in rule) return [rule.before, rule.after]
  return 'equals' in rule ? [rule.field, rule.equals] : [rule.field]
}

interface Outcome {
  readonly passed: boolean
  readonly sentence: string
}

type LabelOf = (name: string) => string
type RuleWith<Key extends string> = Extract<TemplateRule, { readonly [K in Key]: unknown }>

/** Null where the rule misses a value. */
function outcomeOf(
  rule: TemplateRule,
  values: ReadonlyMap<string, string>,
  labelOf: LabelOf,
): Outcome | null {
  if ('sum' in rule) return sumHolds(rule, values, labelOf)
  if ('before' in rule) return orderHolds(rule, values, labelOf)
  if ('equals' in rule) return sameHolds(rule, values, labelOf)
  return patternHolds(rule, values, labelOf)
}

function sumHolds(
  rule: RuleWith<'sum'>,
  values: ReadonlyMap<string, string>,
  labelOf: LabelOf,
): Outcome | null {
  const parts = rule.sum.map((name) => unitsOf(values.get(name)))
  const whole = unitsOf(values.get(rule.equals))
  if (whole === null || parts.some((part) => part === null)) return null
  const sum = parts.reduce<bigint>((total, part) => total + (part ?? 0n), 0n)
  const apart = sum > whole ? sum - whole : whole - sum
  return {
    passed: apart <= BigInt(Math.round(rule.tolerance * unitsInOne)),
    sentence: `${rule.sum.map(labelOf).join(' and ')} do not add up to ${labelOf(rule.equals)}, ${values.get(rule.equals)}.`,
  }
}

function orderHolds(
  rule: RuleWith<'before'>,
  values: ReadonlyMap<string, string>,
  labelOf: LabelOf,
): Outcome | null {
  const [first, second] = [values.get(rule.before), values.get(rule.after)]
  if (first === undefined || second === undefined) return null
  const [a, b] = [unitsOf(first), unitsOf(second)]
  const areNumbers = a !== null && b !== null
  const relation = areNumbers ? 'is more than' : 'is after'
  return {
    passed: areNumbers ? a <= b : first <= second,
    sentence: `${labelOf(rule.before)}, ${first}, ${relation} ${labelOf(rule.after)}, ${second}.`,
  }
}

/** Amounts are compared as numbers, everything else as a person compares it: without regard to case and spaces. */
function sameHolds(
  rule: Extract<RuleWith<'field'>, { equals: unknown }>,
  values: ReadonlyMap<string, string>,
  labelOf: LabelOf,
): Outcome | null {
  const [one, other] = [values.get(rule.field), values.get(rule.equals)]
  if (one === undefined || other === undefined) return null
  const [a, b] = [unitsOf(one), unitsOf(other)]
  return {
    passed: a !== null && b !== null ? a === b : plain(one) === plain(other),
    sentence: `${labelOf(rule.field)}, ${one}, is not the same as ${labelOf(rule.equals)}, ${other}.`,
  }
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}

function patternHolds(
  rule: RuleWith<'pattern'>,
  values: ReadonlyMap<string, string>,
  labelOf: LabelOf,
): Outcome | null {
  const value = values.get(rule.field)
  if (value === undefined) return null
  return {
    passed: patternOf(rule.pattern, { anyCase: false }).matches(value),
    sentence: `${labelOf(rule.field)}, ${value}, does not look as it should.`,
  }
}
