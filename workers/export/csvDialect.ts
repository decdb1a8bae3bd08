/** How CSV is written: by the standard, or so that the Excel of a computer opens it with a double click. */
export interface CsvDialect {
  readonly separator: ',' | ';'
  readonly decimalMark: '.' | ','
  /** With a byte order mark, and with what Excel would take for a number kept as the text that it is. */
  readonly isForExcel: boolean
}

const standard: CsvDialect = { separator: ',', decimalMark: '.', isForExcel: false }

/** Regions whose computers part lists by semicolons though their decimals have a point. */
const semicolonRegions: readonly string[] = ['CH', 'LI']

/** The dialect by its name: `standard` is RFC 4180 with points, a locale is what its Excel reads. */
export function csvDialect(csvFor: string): CsvDialect {
  if (csvFor === 'standard') return standard
  const decimalMark = decimalMarkOf(csvFor)
  const { region } = new Intl.Locale(csvFor).maximize()
  const parts = decimalMark === ',' || semicolonRegions.includes(region ?? '')
  return { separator: parts ? ';' : ',', decimalMark, isForExcel: true }
}

/** Whether a text names a dialect: `standard`, or a locale that is known here, such as `de-DE`. */
export function isCsvDialect(text: string): boolean {
  if (text === 'standard') return true
  try {
    return Intl.NumberFormat.supportedLocalesOf([text]).length > 0
  } catch {
    return false
  }
}

function decimalMarkOf(locale: string): '.' | ',' {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.'
}
