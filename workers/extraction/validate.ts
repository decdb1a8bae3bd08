import type { Check, Field, TableRow } from '../model.ts'
import type { Template } from '../template.ts'
import { ledgerChecks } from './ledgerChecks.ts'
import { rulesHold } from './ownRules.ts'
import { unitsOf } from './parse/amount.ts'
import { isIban } from './parse/identifier.ts'

export interface Validation {
  readonly checks: readonly Check[]
  /** Null when the document shows nothing to add up, or only its lines leave a doubt (a discount may explain it). */
  readonly mathValid: boolean | null
}

type Values = ReadonlyMap<string, string>

/** Slack of a sum of rounded lines: a hundredth for each, at least two. */
const slack = (lines: number): bigint => 100n * BigInt(Math.max(2, lines))

/** The check that stands for net and tax against the total where something printed explains the difference. */
export const totalsAdjusted = 'totals_adjusted'

/** Why a total differs from net and tax by so many units of 1/10000, in a sentence; null for no reason. */
type Explain = (missing: bigint) => string | null

/** Every rule that a document’s values can be held against, with its sentence. Pure: corrections run it again. */
export function validate(
  template: Template,
  fields: readonly Pick<Field, 'name' | 'value'>[],
  tables: Readonly<Record<string, readonly TableRow[]>>,
  explain: Explain = () => null,
): Validation {
  const values: Values = new Map(
    fields.flatMap(({ name, value }) => (value === null ? [] : [[name, value]])),
  )
  const arithmetic = [
    sumOfTotals(template, values, tables, explain),
    sumOfLines(template, values, tables),
    sumOfTaxes(template, values, tables),
    ...ledgerChecks(template, values, tables),
  ].filter((check) => check !== null)
  const others = [
    ibanHolds(template, values),
    dueAfterIssue(values),
    ...rulesHold(template, values),
    ...requiredAreThere(template, values),
  ].filter((check) => check !== null)
  return {
    checks: [...arithmetic, ...others],
    mathValid: mathOf(arithmetic),
  }
}

function mathOf(arithmetic: readonly Check[]): boolean | null {
  const failed = arithmetic.filter((check) => !check.passed)
  if (failed.some((check) => check.level === 'error')) return false
  return arithmetic.length === 0 || failed.length > 0 ? null : true
}

function sumOfTotals(
  template: Template,
  values: Values,
  tables: Readonly<Record<string, readonly TableRow[]>>,
  explain: Explain,
): Check | null {
  const named = (part: string) => template.fields.find((field) => field.total === part)?.name ?? ''
  const [net, tax, gross] = [named('net'), named('tax'), named('gross')]
  const [n, g] = [unitsOf(values.get(net)), unitsOf(values.get(gross))]
  const t = unitsOf(values.get(tax)) ?? taxesByRate(template, tables)
  if (n === null || t === null || g === null) return null
  // Tills print a subtotal with the tax in it.
  const isTill = !template.fields.some((field) => field.role === 'buyer')
  if (isTill && n === g) return null
  const extra = unitsOf(values.get(named('extra'))) ?? 0n
  const sum = n + t + extra
  const onTop = extra === 0n ? '' : ` and ${decimal(extra)} on top`
  // What is printed as given on top may be part of the net, too.
  const passed = within(sum, g, slack(2)) || within(n + t, g, slack(2))
  const reason = passed ? null : explain(g - sum)
  const involved = [net, tax, gross].filter((name) => values.has(name))
  if (reason !== null)
    return {
      ...{ code: totalsAdjusted, level: 'error', passed: true, sentence: reason },
      fields: involved,
    }
  return {
    code: 'totals_add_up',
    level: 'error',
    passed,
    sentence: `Net ${values.get(net)} and tax ${decimal(t)}${onTop} make ${decimal(sum)}; the total says ${values.get(gross)}.`,
    fields: involved,
  }
}

/** The sum of the taxes of every rate; null where none is listed. */
function taxesByRate(
  template: Template,
  tables: Readonly<Record<string, readonly TableRow[]>>,
): bigint | null {
  const table = template.tables.find((candidate) => candidate.kind === 'tax')
  const rows = (table && tables[table.name]) ?? []
  if (rows.length === 0) return null
  return rows.reduce((sum, row) => sum + (unitsOf(row.tax?.value) ?? 0n), 0n)
}

function sumOfLines(
  template: Template,
  values: Values,
  tables: Readonly<Record<string, readonly TableRow[]>>,
): Check | null {
  const items = template.tables.find((table) => table.kind === 'items')
  const rows = (items && tables[items.name]) ?? []
  const amounts = rows.map((row) => unitsOf(row.line_total?.value))
  if (rows.length === 0 || amounts.some((amount) => amount === null)) return null
  const sum = amounts.reduce<bigint>((total, amount) => total + (amount ?? 0n), 0n)
  const targets = template.fields
    .filter((field) => field.total === 'net' || field.total === 'gross')
    .map((field) => field.name)
  const printed = targets
    .map((name) => unitsOf(values.get(name)))
    .filter((amount) => amount !== null)
  if (printed.length === 0) return null
  return {
    code: 'lines_add_up',
    level: 'warning',
    passed: printed.some((amount) => within(sum, amount, slack(rows.length))),
    sentence: `The ${rows.length} lines make ${decimal(sum)}; neither net nor total says so.`,
    fields: targets.filter((name) => values.has(name)),
  }
}

function sumOfTaxes(
  template: Template,
  values: Values,
  tables: Readonly<Record<string, readonly TableRow[]>>,
): Check | null {
  const name = template.fields.find((field) => field.total === 'tax')?.name
  const total = unitsOf(values.get(name ?? ''))
  const sum = taxesByRate(template, tables)
  if (!name || total === null || sum === null) return null
  return {
    code: 'taxes_add_up',
    level: 'warning',
    passed: within(sum, total, slack(4)),
    sentence: `The taxes by rate make ${decimal(sum)}; the tax says ${values.get(name)}.`,
    fields: [name],
  }
}

function ibanHolds(template: Template, values: Values): Check | null {
  const name = template.fields.find((field) => field.type === 'iban')?.name
  const iban = values.get(name ?? '')
  if (!name || !iban) return null
  return {
    code: 'iban_check_digits',
    level: 'error',
    passed: isIban(iban),
    sentence: `The check digits of the IBAN ${iban} do not hold; a digit was misread or misprinted.`,
    fields: [name],
  }
}

function dueAfterIssue(values: Values): Check | null {
  const [issued, due] = [values.get('issue_date'), values.get('due_date')]
  if (!issued || !due) return null
  return {
    code: 'due_after_issue',
    level: 'warning',
    passed: due >= issued,
    sentence: `The invoice of ${issued} would be due before it was issued, on ${due}.`,
    fields: ['due_date'],
  }
}

function requiredAreThere(template: Template, values: Values): Check[] {
  return template.fields
    .filter((field) => field.required)
    .map((field) => ({
      code: `has_${field.name}`,
      level: 'warning',
      passed: values.has(field.name),
      sentence: `${field.label} was not found.`,
      fields: [field.name],
    }))
}

function within(a: bigint, b: bigint, tolerance: bigint): boolean {
  return a - b <= tolerance && b - a <= tolerance
}

function decimal(units: bigint): string {
  const cents = (units < 0n ? units - 50n : units + 50n) / 100n
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
