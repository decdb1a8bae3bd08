/** ISO 4217 codes that Sheaf knows, with what is printed for them. */
const printedAs: Readonly<Record<string, readonly string[]>> = {
  EUR: ['€', 'EUR', 'Euro', 'Euros'],
  USD: ['US$', 'USD'],
  GBP: ['£', 'GBP'],
  CHF: ['CHF', 'SFr', 'Fr'],
  MYR: ['MYR', 'RM'],
  SGD: ['S$', 'SGD'],
  AUD: ['A$', 'AUD', 'AU$'],
  CAD: ['C$', 'CAD', 'CA$'],
  NZD: ['NZ$', 'NZD'],
  HKD: ['HK$', 'HKD'],
  JPY: ['JPY', '¥'],
  CNY: ['CNY', 'RMB'],
  INR: ['INR', '₹', 'Rs'],
  PLN: ['PLN', 'zł'],
  CZK: ['CZK', 'Kč'],
  HUF: ['HUF', 'Ft'],
  RON: ['RON', 'lei'],
  BGN: ['BGN', 'лв'],
  SEK: ['SEK'],
  NOK: ['NOK'],
  DKK: ['DKK'],
  TRY: ['TRY', '₺'],
  ZAR: ['ZAR'],
  BRL: ['BRL', 'R$'],
  MXN: ['MXN', 'Mex$'],
  IDR: ['IDR', 'Rp'],
  THB: ['THB', '฿'],
  PHP: ['PHP', '₱'],
  KRW: ['KRW', '₩'],
  AED: ['AED'],
  SAR: ['SAR'],
  ILS: ['ILS', '₪'],
  UAH: ['UAH', '₴'],
  RUB: ['RUB', '₽'],
}

const codeOf = new Map(
  Object.entries(printedAs).flatMap(([code, prints]) =>
    prints.map((print) => [print, code] as const),
  ),
)

const escaped = [...codeOf.keys(), '$']
  .sort((a, b) => b.length - a.length)
  .map((print) => print.replace(/[$]/g, '\\$&'))

/** A currency as printed, for building patterns; a bare `$` is one too. */
export const currencyPattern = `(?:${escaped.join('|')})`

/** The ISO 4217 code of a printed currency; a bare dollar sign is taken as US dollars. */
export function currencyOf(print: string): string | null {
  return print === '$' ? 'USD' : (codeOf.get(print) ?? null)
}

/** Currencies whose coins are whole units, so that a mark before three figures parts thousands. */
const whole = new Set(['JPY', 'HUF', 'KRW', 'IDR'])

export function isWhole(currency: string): boolean {
  return whole.has(currency)
}

export interface FoundCurrency {
  readonly value: string
  readonly raw: string
  readonly from: number
  readonly to: number
  /** Stands beside a number, or is a sign that means nothing else. */
  readonly strong: boolean
}

/** Currencies in a text; letters alone (“Rs”, “Fr”) count only beside a number. */
export function findCurrencies(text: string): FoundCurrency[] {
  const pattern = new RegExp(`(?<![\\p{L}$])${currencyPattern}(?![\\p{L}])`, 'gu')
  return [...text.matchAll(pattern)].flatMap((match): FoundCurrency[] => {
    const [from, to] = [match.index, match.index + match[0].length]
    const value = currencyOf(match[0])
    const besideNumber =
      /\d[.,\-–]*\s{0,2}$/.test(text.slice(0, from)) ||
      /^(?:\.?\s{0,2}\d|\s{1,2}[-–(]\d)/.test(text.slice(to))
    const isSign = /^[^\p{L}]+$/u.test(match[0])
    const isCode = /^[A-Z]{3}$/.test(match[0])
    if (!value || !(besideNumber || isSign || isCode)) return []
    return [{ value, raw: match[0], from, to, strong: besideNumber || isSign }]
  })
}
