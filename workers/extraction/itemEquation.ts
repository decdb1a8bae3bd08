import type { CellNumber } from './itemNumber.ts'

/** How a further column enters quantity × price = total. */
export type Adjustment = 'discount' | 'surcharge' | 'base'

export interface ItemNumbers {
  readonly quantity: CellNumber
  readonly price: CellNumber
  readonly total: CellNumber
  /** A percentage taken off, an amount added, or the count that the price is for. */
  readonly adjustment?: { readonly kind: Adjustment; readonly number: CellNumber }
}

/** Prices may be for ten, a hundred or a thousand. */
const bases = new Set([10, 100, 1000])

/**
 * How well quantity × price gives the total: `exact` to the last printed digit, `near` as far as a rounded
 * price explains; null when it does not. Signs do not count: credit notes print them on any of the three.
 */
export function fitOf(numbers: ItemNumbers): 'exact' | 'near' | null {
  const { quantity, price, total } = numbers
  const product = productOf(numbers)
  if (product === null) return null
  const off = Math.abs(Math.abs(product) - Math.abs(total.value))
  const digit = 0.5 * 10 ** -Math.max(2, Math.min(total.decimals, 4))
  if (off <= digit + 1e-9 * Math.abs(product)) return 'exact'
  const rounded = Math.abs(quantity.value) * 0.5 * 10 ** -Math.max(2, price.decimals)
  return off <= rounded + digit && rounded <= 0.005 * Math.abs(total.value) ? 'near' : null
}

/**
 * Whether an equation that holds shows which number is which. One times a price is that price, nothing times
 * anything is nothing: such a row would hold for any two columns that repeat each other.
 */
export function isTelling({ quantity, price }: ItemNumbers): boolean {
  return ![0, 1].includes(Math.abs(quantity.value)) && ![0, 1].includes(Math.abs(price.value))
}

function productOf({ quantity, price, adjustment }: ItemNumbers): number | null {
  const product = quantity.value * price.value
  if (!adjustment) return product
  const { kind, number } = adjustment
  switch (kind) {
    case 'discount':
      return Math.abs(number.value) < 100 ? product * (1 - Math.abs(number.value) / 100) : null
    case 'surcharge':
      return product + number.value
    case 'base':
      return bases.has(number.value) ? product / number.value : null
  }
}
