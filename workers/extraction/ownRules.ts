import type { Check } from '../model.ts'
import type { Template, TemplateRule } from '../template.ts'
import { unitsOf } from './parse/amount.ts'

/** Units of `unitsOf` in one whole. */
const unitsInOne = 10_000

/** The rules that a template brings along, held against the values; one that misses a value says nothing. */
export function rulesHold(template: Template, values: ReadonlyMap<string, string>): Check[] {
  // A batch that an older Sheaf began keeps its templates without rules.
  const rules: readonly TemplateRule[] = template.rules ?? []
  const labelOf = (name: string) =>
    template.fields.find((field) => field.name === name)?.label ?? name
  return rules.flatMap((rule) => {
    const outcome =
      'sum' in rule ? sumHolds(rule, values, labelOf) : orderHolds(rule, values, labelOf)
    if (!outcome) return []
    const { code, level } = rule
    const sentence = rule.sentence ?? outcome.sentence
    return [{ code, level, passed: outcome.passed, sentence, fields: fieldsOf(rule) }]
  })
}

/** Names of the fields that a rule speaks of. */
export function fieldsOf(rule: TemplateRule): string[] {
  return 'sum' in rule ? [...rule.sum, rule.equals] : [rule.before, rule.after]
}

interface Outcome {
  readonly passed: boolean
  readonly sentence: string
}

type LabelOf = (name: string) => string

function sumHolds(
  rule: Extract<TemplateRule, { sum: unknown }>,
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
  rule: Extract<TemplateRule, { before: unknown }>,
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
