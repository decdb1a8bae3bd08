import type { ResultRecord } from '../../workers/export/record.ts'

/** Values that programs like to take for something else. */
export const hostileTexts = [
  '=1+1',
  '=HYPERLINK("http://127.0.0.1/","x")',
  "=cmd|'/c calc'!A1",
  '+1+1',
  '-1+1',
  '-12.50',
  '@SUM(1)',
  '＝1+1',
  '00123',
  '0049 89 123',
  '1-2',
  '2026-05',
  '12E5',
  '1/2',
  'TRUE',
  '12345678901234567890',
  '_x000D_',
  'two\nlines',
  '  spaces  ',
  'a "b"; c, d',
  '\u202efdp.exe',
  '<b>&amp;</b>',
  "'quoted",
  'x'.repeat(32_767),
  `${'x'.repeat(32_766)}🧾🧾`,
] as const

type Field = ResultRecord['fields'][number]

/** A record like the one given, with these values as texts, and with dates and amounts that are hard to keep. */
export function hostileRecords(like: ResultRecord): readonly ResultRecord[] {
  const texts = hostileTexts.map((value, index) => field(`text_${index + 1}`, 'text', value))
  const dates = ['1900-02-28', '1900-03-01', '1999-12-31', '2024-02-29', '9999-12-31']
  const amounts = ['-0.01', '0.00', '1234567.89', '-12.50', '0.1250', '999999999999.99']
  const ids = ['00123', '12E5', '1-2', '12345678901234567890']
  return [
    {
      ...{ ...like, filename: "=cmd|'/c calc'!A1.pdf", path: '\n=1+1.pdf', line_items: [] },
      fields: [
        field('currency', 'currency', 'EUR'),
        ...texts,
        ...dates.map((value, index) => field(`date_${index + 1}`, 'date', value)),
        ...amounts.map((value, index) => field(`amount_${index + 1}`, 'amount', value)),
        ...ids.map((value, index) => field(`id_${index + 1}`, 'identifier', value)),
      ],
    },
  ]
}

function field(name: string, type: Field['type'], value: string): Field {
  return {
    ...{ name, label: name, type, value, raw: value, confidence: 1, needs_review: false },
    ...{ reasons: [], reader: null, corrected: false, provenance: null },
  }
}
