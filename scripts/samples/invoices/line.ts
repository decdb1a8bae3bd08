import type { Line } from '../model.ts'

/** A row as one writes it: what, how many, of what, at what price, taxed at which rate. */
export function line(
  description: string,
  quantity: string,
  unit: string,
  price: string,
  rate: string,
  more: { detail?: string; article?: string } = {},
): Line {
  return { description, quantity, unit, price, rate, ...more }
}
