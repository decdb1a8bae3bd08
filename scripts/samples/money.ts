/** Amounts are integer minor units (cents); quantities, prices and rates are decimal strings. */

const scaled = (decimal: string): { value: bigint; scale: number } => {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return { value: BigInt(whole + fraction), scale: fraction.length }
}

/** Divides, rounding a half away from zero, as tax offices do. */
function roundedDivision(dividend: bigint, divisor: bigint): bigint {
  const sign = dividend < 0n ? -1n : 1n
  return sign * ((2n * sign * dividend + divisor) / (2n * divisor))
}

/** `quantity` times `price` in cents. */
export function lineAmount(quantity: string, price: string): number {
  const a = scaled(quantity)
  const b = scaled(price)
  return Number(roundedDivision(a.value * b.value * 100n, 10n ** BigInt(a.scale + b.scale)))
}

/** `rate` per cent of an amount in cents. */
export function percentOf(amount: number, rate: string): number {
  const r = scaled(rate)
  return Number(roundedDivision(BigInt(amount) * r.value, 100n * 10n ** BigInt(r.scale)))
}

/** The tax that a price with tax contains. */
export function taxWithin(gross: number, rate: string): number {
  const r = scaled(rate)
  const whole = 100n * 10n ** BigInt(r.scale)
  return gross - Number(roundedDivision(BigInt(gross) * whole, whole + r.value))
}

/** Cents as the truth writes them: `1234.50`. */
export function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** The cents of a decimal string with at most two places. */
export const cents = (value: string): number => lineAmount('1', value)
