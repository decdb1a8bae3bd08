import type { Template } from '../template.ts'
import { balanceEquations } from './balanceEquations.ts'
import { decimalString, unitsOf } from './parse/amount.ts'
import {
  type Equation,
  type Figures,
  figureTerm,
  hundredth,
  magnitude,
  sumEquation,
  type Term,
  termOf,
} from './sumEquation.ts'

/**
 * Every equation that a document of this type has, also those that miss a value. `adjustment` says what of the
 * page explains that net and tax are not the total.
 */
export function equationsOf(
  template: Template,
  figures: Figures,
  adjustment: string | null = null,
): Equation[] {
  return [
    ...netAndTax(template, figures).map((sum) => explained(sum, adjustment)),
    ...sumOfLines(template, figures),
    ...ownSums(template, figures),
    ...rowAmounts(template, figures),
    ...balanceEquations(template, figures),
  ]
}

function explained(sum: Equation, adjustment: string | null): Equation {
  if (adjustment === null || sum.state !== 'broken') return sum
  return { ...sum, state: 'proven', note: adjustment }
}

function netAndTax(template: Template, { fields, tables }: Figures): Equation[] {
  const named = (part: string) => {
    const spec = template.fields.find(({ total }) => total === part)
    return spec && termOf(fields, spec.name, spec.label)
  }
  const [net, gross, extra] = [named('net'), named('gross'), named('extra')]
  const tax = withRates(named('tax'), template, tables)
  if (!net || !tax || !gross || [net, tax, gross].every(({ value }) => value === null)) return []
  // Tills print a subtotal with the tax in it.
  const isTill = !template.fields.some(({ role }) => role === 'buyer')
  if (isTill && net.value !== null && unitsOf(net.value) === unitsOf(gross.value)) return []
  // What is given on top may be there or not: without it, it is no open question.
  const onTop = extra && extra.value !== null ? [extra] : []
  const [exact, without] = [
    [net, tax, ...onTop],
    [net, tax],
  ].map((terms) =>
    sumEquation({ code: 'net_and_tax', terms, result: gross, slack: 2n * hundredth }),
  ) as [Equation, Equation]
  return [exact.state !== 'proven' && without.state === 'proven' ? without : exact]
}

/** Where no tax is stated as a whole, that of all rates. */
function withRates(
  tax: Term | undefined,
  template: Template,
  tables: Figures['tables'],
): Term | undefined {
  const table = template.tables.find(({ kind }) => kind === 'tax')
  const taxes = ((table && tables[table.name]) ?? []).map((row) => unitsOf(row.tax?.value))
  if (!tax || tax.value !== null || taxes.length === 0 || taxes.includes(null)) return tax
  const sum = taxes.reduce<bigint>((total, one) => total + (one ?? 0n), 0n)
  return { fieldId: null, label: 'Taxes by rate', value: decimalString(sum) }
}

function sumOfLines(template: Template, { fields, tables }: Figures): Equation[] {
  const table = template.tables.find(({ kind }) => kind === 'items')
  const rows = (table && tables[table.name]) ?? []
  if (rows.length === 0 || !rows.some(({ line_total }) => line_total)) return []
  const terms = rows.map(({ line_total }, row) => ({
    fieldId: line_total?.id ?? null,
    label: `Row ${row + 1}`,
    value: line_total?.value ?? null,
  }))
  const slack = hundredth * BigInt(Math.max(2, rows.length))
  const results = template.fields
    .filter(({ total }) => total === 'net' || total === 'gross')
    .map(({ name, label }) => termOf(fields, name, label))
  const all = results.map((result) => sumEquation({ code: 'sum_of_lines', terms, result, slack }))
  // Lines with their tax make the total, not the net.
  const best = all.find(({ state }) => state === 'proven') ?? all[0]
  return best ? [best] : []
}

function ownSums(template: Template, { fields }: Figures): Equation[] {
  const labelOf = (name: string) =>
    template.fields.find((field) => field.name === name)?.label ?? name
  return (template.rules ?? []).flatMap((rule) => {
    if (!('sum' in rule)) return []
    const terms = rule.sum.map((name) => termOf(fields, name, labelOf(name)))
    const result = termOf(fields, rule.equals, labelOf(rule.equals))
    const slack = BigInt(Math.round(rule.tolerance * 10_000))
    return [sumEquation({ code: 'rule', terms, result, slack })]
  })
}

/** Quantity × price = amount, of every row that has two of the three. */
function rowAmounts(template: Template, { tables }: Figures): Equation[] {
  const table = template.tables.find(({ kind }) => kind === 'items')
  const rows = (table && tables[table.name]) ?? []
  const labelOf = (name: string) =>
    table?.columns.find((column) => column.name === name)?.label ?? name
  return rows.flatMap((cells, row) => {
    const [quantity, price, total] = ['quantity', 'unit_price', 'line_total'].map((name) =>
      figureTerm(cells[name], labelOf(name)),
    ) as [Term, Term, Term]
    if ([quantity, price, total].filter(({ value }) => value !== null).length < 2) return []
    const [q, p, t] = [quantity, price, total].map(({ value }) => unitsOf(value))
    const product = q != null && p != null ? (q * p) / 10_000n : null
    const state =
      product === null || t == null
        ? 'open'
        : isNear(product, t, { q: q ?? 0n })
          ? 'proven'
          : 'broken'
    return [
      {
        ...{ code: 'row_amount', table: table?.name ?? null, row, operator: 'times' },
        ...{ terms: [quantity, price], result: total, state, note: null },
        computed: product === null ? null : decimalString(product),
      } as const,
    ]
  })
}

/** A price is rounded to a hundredth, so that many of them may be off by half a hundredth each. */
function isNear(product: bigint, total: bigint, { q }: { q: bigint }): boolean {
  const off = magnitude(magnitude(product) - magnitude(total))
  const rounding = (magnitude(q) * (hundredth / 2n)) / 10_000n
  const most = magnitude(total) / 200n
  return off <= hundredth + (rounding < most ? rounding : most)
}
