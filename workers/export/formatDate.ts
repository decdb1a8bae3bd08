import { dateSerial, isRealDate } from './dateSerial.ts'

/** The number that Excel keeps for a day, instead of a pattern. */
export const excelDate = 'excel'

const part = /yyyy|yy|MM|M|dd|d/g
/** Letters would read as parts of the date; a quote or a line break is no mark between them. */
const marks = /^[\s./,:-]*$/u

/** Whether a text says how to write a date: with a day, a month and a year, each once; or `excel`. */
export function isDatePattern(pattern: string): boolean {
  if (pattern === excelDate) return true
  const parts = (pattern.match(part) ?? []).map((one) => one[0]).sort()
  return (
    parts.join('') === 'Mdy' && marks.test(pattern.replace(part, '')) && !/[\r\n\t]/.test(pattern)
  )
}

/** An ISO date as the pattern writes it: no clock and no time zone is asked. Other text stays as it is. */
export function formatDate(iso: string, pattern: string): string {
  if (!isRealDate(iso)) return iso
  if (pattern === excelDate) return String(dateSerial(iso) ?? iso)
  const [year = '', month = '', day = ''] = iso.split('-')
  return pattern.replace(part, (one) => {
    if (one === 'yyyy') return year
    if (one === 'yy') return year.slice(2)
    const figures = one[0] === 'M' ? month : day
    return one.length === 2 ? figures : figures.replace(/^0/, '')
  })
}

/** The same as a workbook writes it; its cell stays a real date. */
export function sheetDateFormat(pattern: string): string {
  if (pattern === excelDate) return 'yyyy-mm-dd'
  // Excel turns a plain slash into the mark of the computer’s own region.
  return pattern.toLowerCase().replace(/[\s./,:-]/gu, (mark) => `\\${mark}`)
}
