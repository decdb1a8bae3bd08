import { fitOf, type ItemNumbers, isTelling } from './itemEquation.ts'
import { type CellNumber, numberIn } from './itemNumber.ts'
import type { DecimalMark } from './parse/amount.ts'

export type Part = 'quantity' | 'price' | 'total'
const parts = ['quantity', 'price', 'total'] as const

/** A number that was read wrongly, and what it must be. */
export interface Repair {
  readonly part: Part
  readonly number: CellNumber
}

/** Digits that OCR takes for each other. */
const lookAlikes: Readonly<Record<string, string>> = {
  ...{ '0': '689', '1': '74', '2': '7', '3': '85', '4': '19', '5': '638' },
  ...{ '6': '058', '7': '12', '8': '0356', '9': '043' },
}

/**
 * The one number of a row that OCR misread, where quantity × price = total proves it: another reading of
 * its words, a decimal mark that was lost, or one digit. Null when more than one repair would do, and for
 * numbers that were not read by OCR. `usual` is the number of decimals that the rows beside it have.
 */
export function repairOf(
  numbers: ItemNumbers,
  usual: Readonly<Record<Part, number>>,
  decimal: DecimalMark | null,
): Repair | null {
  const all = parts.filter((part) => numbers[part].words.some(({ reader }) => reader === 'ocr'))
  // A number without decimals among numbers with them has lost its mark, and its neighbours have not.
  const odd = all.filter((part) => numbers[part].decimals === 0 && usual[part] > 0)
  for (const variants of [otherReadings, withMark, withOtherDigit]) {
    const read = variants === withMark && odd.length > 0 ? odd : all
    const repairs = read.flatMap((part) =>
      variants(numbers[part], usual[part], decimal)
        .map((number): Repair => ({ part, number }))
        .filter((repair) => holds(numbers, repair)),
    )
    const values = new Set(repairs.map(({ part, number }) => `${part} ${number.value}`))
    if (values.size > 1) return null
    if (repairs[0]) return repairs[0]
  }
  return null
}

function holds(numbers: ItemNumbers, { part, number }: Repair): boolean {
  const repaired = { ...numbers, [part]: number }
  return isTelling(repaired) && fitOf(repaired) === 'exact'
}

function otherReadings(
  { words }: CellNumber,
  _usual: number,
  decimal: DecimalMark | null,
): CellNumber[] {
  return words.flatMap((word, i) => {
    if (!word.alternative) return []
    const other = words.with(i, { ...word, text: word.alternative.text })
    return numberIn(other, decimal) ?? []
  })
}

/** “85” is “0,85” where the cells above and below have two decimals. */
function withMark(number: CellNumber, usual: number): CellNumber[] {
  if (number.decimals > 0 || !/^\d+$/.test(number.text)) return []
  const places = usual > 0 ? [usual] : [1, 2]
  return places.map((decimals) => ({
    ...number,
    decimals,
    value: number.value / 10 ** decimals,
    text: `${number.text.padStart(decimals + 1, '0').slice(0, -decimals)}.${number.text.padStart(decimals + 1, '0').slice(-decimals)}`,
  }))
}

function withOtherDigit(
  number: CellNumber,
  usual: number,
  decimal: DecimalMark | null,
): CellNumber[] {
  if (number.decimals !== usual) return []
  return [...number.text].flatMap((digit, i) =>
    [...(lookAlikes[digit] ?? '')].flatMap((other) => {
      const text = `${number.text.slice(0, i)}${other}${number.text.slice(i + 1)}`
      const [word] = number.words
      const found = word ? numberIn([{ ...word, text }], decimal) : null
      return found ? [{ ...found, words: number.words }] : []
    }),
  )
}
