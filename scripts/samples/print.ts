import type { Language } from '../../workers/languages.ts'

/** How a company prints its amounts and dates. */
export type Print = {
  readonly point: '.' | ','
  readonly group: '' | '.' | ',' | ' ' | "'"
  readonly sign: string
  readonly signPlace: 'before' | 'before-space' | 'after' | 'none'
  readonly date: DateStyle
}
export type DateStyle =
  | 'dd.mm.yyyy'
  | 'dd/mm/yyyy'
  | 'mm/dd/yyyy'
  | 'dd-mm-yyyy'
  | 'yyyy-mm-dd'
  | 'd. month yyyy'
  | 'd month yyyy'
  | 'month d, yyyy'
  | 'd de month de yyyy'
  | 'dd.mm.yy'
  | 'dd/mm/yy'

const months: Record<Language, string> = {
  en: 'January February March April May June July August September October November December',
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  nl: 'januari februari maart april mei juni juli augustus september oktober november december',
}

/** An ISO date as this company prints it. */
export function printDate(iso: string, style: DateStyle, language: Language): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  const name = months[language].split(' ')[Number(month) - 1] ?? ''
  return style
    .replace('month', '#')
    .replace('yyyy', year)
    .replace('yy', year.slice(2))
    .replace('mm', month)
    .replace('dd', day)
    .replace(/\bd\b/, String(Number(day)))
    .replace('#', name)
}

/** A decimal string with this company's point and thousands mark. */
export function printDecimal(value: string, { point, group }: Print): string {
  const [whole = '0', fraction] = value.split('.')
  // A space between thousands must not break the line.
  const mark = group === ' ' ? '\u00a0' : group
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, mark)
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`
}

/** An amount with its currency sign where this company puts it. */
export function printMoney(value: string, print: Print): string {
  const negative = value.startsWith('-') ? '-' : ''
  const number = printDecimal(value.replace('-', ''), print)
  switch (print.signPlace) {
    case 'before':
      return `${negative}${print.sign}${number}`
    case 'before-space':
      return `${print.sign} ${negative}${number}`
    case 'after':
      return `${negative}${number} ${print.sign}`
    case 'none':
      return `${negative}${number}`
  }
}

const base = { point: ',', group: '.', sign: '€', signPlace: 'after', date: 'dd.mm.yyyy' } as const

/** The habits of a country; a company may differ. */
export const prints = {
  DE: base,
  FR: { ...base, group: ' ', date: 'dd/mm/yyyy' },
  ES: { ...base, date: 'dd/mm/yyyy' },
  IT: { ...base, signPlace: 'before-space', date: 'dd/mm/yyyy' },
  NL: { ...base, signPlace: 'before-space', date: 'dd-mm-yyyy' },
  GB: { point: '.', group: ',', sign: '£', signPlace: 'before', date: 'dd/mm/yyyy' },
  US: { point: '.', group: ',', sign: '$', signPlace: 'before', date: 'mm/dd/yyyy' },
  IE: { point: '.', group: ',', sign: '€', signPlace: 'before', date: 'd month yyyy' },
  CH: { point: '.', group: "'", sign: 'CHF', signPlace: 'before-space', date: 'dd.mm.yyyy' },
} as const satisfies Record<string, Print>
