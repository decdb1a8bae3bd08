import type { DecimalMark, SignRule, ThousandsMark } from './layoutChoices.ts'

/** A decimal string with so many decimals, halves away from zero; figure by figure, so that no cent is lost. */
export function roundDecimal(decimal: string, decimals: number): string {
  const [whole = '0', fraction = ''] = withoutSign(decimal).split('.')
  const kept = (whole + fraction.padEnd(decimals, '0').slice(0, decimals)).split('')
  if ((fraction[decimals] ?? '0') >= '5') addOne(kept)
  const figures = kept.join('')
  const at = figures.length - decimals
  const rounded = decimals === 0 ? figures : `${figures.slice(0, at)}.${figures.slice(at)}`
  return isNegative(decimal) ? negative(rounded) : rounded
}

function addOne(figures: string[]): void {
  for (let at = figures.length - 1; at >= 0; at -= 1) {
    if (figures[at] !== '9') {
      figures[at] = String(Number(figures[at]) + 1)
      return
    }
    figures[at] = '0'
  }
  figures.unshift('1')
}

/** A decimal string as a person writes it: with marks before its decimals and between its thousands. */
export function formatNumber(
  decimal: string,
  { mark, thousands }: { readonly mark: DecimalMark; readonly thousands: ThousandsMark },
): string {
  const [whole = '0', fraction] = withoutSign(decimal).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands)
  const sign = isNegative(decimal) ? '-' : ''
  return sign + grouped + (fraction === undefined ? '' : mark + fraction)
}

/** A decimal string under a sign rule. */
export function withSign(decimal: string, rule: SignRule, givesBack: boolean): string {
  switch (rule) {
    case 'as_is':
      return decimal
    case 'negated':
      return isNegative(decimal) ? withoutSign(decimal) : negative(decimal)
    case 'absolute':
      return withoutSign(decimal)
    case 'credit_negative':
      return givesBack ? negative(withoutSign(decimal)) : decimal
    default:
      return rule satisfies never
  }
}

/** Nothing has no sign: -0.00 would be a value that nobody printed. */
function negative(plain: string): string {
  return /[1-9]/.test(plain) ? `-${plain}` : plain
}

function isNegative(decimal: string): boolean {
  return decimal.startsWith('-')
}

function withoutSign(decimal: string): string {
  return decimal.replace(/^-/, '')
}
