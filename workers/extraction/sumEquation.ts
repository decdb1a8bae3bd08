import { decimalString, unitsOf } from './parse/amount.ts'

/** A value that enters an equation; without a field where it is a sum of rows or nothing is stored for it. */
export interface Term {
  readonly fieldId: number | null
  readonly label: string
  readonly value: string | null
}

/** The arithmetic of a document as it is shown: terms, what they make, and what the page says they make. */
export interface Equation {
  readonly code: 'net_and_tax' | 'sum_of_lines' | 'row_amount' | 'balance' | 'rule'
  /** Where it is one of a row. */
  readonly table: string | null
  readonly row: number | null
  readonly operator: 'plus' | 'times'
  readonly terms: readonly Term[]
  readonly result: Term
  /** What the terms make; null while one is missing. */
  readonly computed: string | null
  /** `open`: a value is missing. `proven`: it holds, as far as rounding of its parts allows. */
  readonly state: 'open' | 'proven' | 'broken'
  /** What explains that it need not hold to the hundredth: a discount that the page names. */
  readonly note: string | null
}

/** A field as far as arithmetic goes. */
export interface Figure {
  readonly id: number
  readonly name: string
  readonly label: string
  readonly value: string | null
}

export interface Figures {
  readonly fields: readonly Figure[]
  /** Table name to rows, top to bottom. */
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, Figure>>[]>>
}

/** Units of `unitsOf` in a hundredth. */
export const hundredth = 100n

interface Sum {
  readonly code: Equation['code']
  readonly terms: readonly Term[]
  readonly result: Term
  /** Units that the two sides may be apart. */
  readonly slack: bigint
  readonly table?: string
  readonly row?: number
}

/** Terms that add up to a result, or do not. */
export function sumEquation({ slack, table = undefined, row = undefined, ...sum }: Sum): Equation {
  const parts = sum.terms.map(({ value }) => unitsOf(value))
  const whole = unitsOf(sum.result.value)
  const computed = parts.includes(null)
    ? null
    : parts.reduce<bigint>((total, part) => total + (part ?? 0n), 0n)
  const isOpen = computed === null || whole === null
  return {
    ...sum,
    ...{ table: table ?? null, row: row ?? null, operator: 'plus' },
    computed: computed === null ? null : decimalString(computed),
    note: null,
    state: isOpen ? 'open' : magnitude(computed - whole) <= slack ? 'proven' : 'broken',
  }
}

/** The term of a field by its name. */
export function termOf(fields: readonly Figure[], name: string, label: string): Term {
  return figureTerm(
    fields.find((field) => field.name === name),
    label,
  )
}

/** The term of a figure; of none there is only its name. */
export function figureTerm(figure: Figure | undefined, label: string): Term {
  return {
    fieldId: figure?.id ?? null,
    label: figure?.label ?? label,
    value: figure?.value ?? null,
  }
}

/** Without its sign. */
export function magnitude(units: bigint): bigint {
  return units < 0n ? -units : units
}
