import { heightOf } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { Box, Word } from '../model.ts'
import { isCarryForward } from './carryForward.ts'
import { headDates, type LedgerDate } from './ledgerDates.ts'
import { parseAmount } from './parse/amount.ts'
import { currencyPattern } from './parse/currency.ts'
import { fold } from './parse/fold.ts'
import type { Reading } from './reading.ts'

/** An amount on a line of a statement. */
export interface LedgerAmount {
  /** Units of 1/10000, without its sign. */
  readonly units: bigint
  /** What is printed on either side of it: a minus, DR, S; null for none. */
  readonly sign: 1 | -1 | null
  readonly text: string
  readonly box: Box
  /** Where its digits end, in points from the left. */
  readonly right: number
  readonly words: readonly Word[]
}

/** A movement as printed: its line and what follows it. */
export interface Movement {
  readonly line: LineText
  readonly dates: readonly LedgerDate[]
  readonly amounts: readonly LedgerAmount[]
  readonly description: readonly Word[]
}

/** A sum that is stated, such as the balance before the first movement. */
export interface StatedBalance {
  readonly kind: 'opening' | 'closing'
  readonly amount: LedgerAmount
}

const openings = [
  ...['opening balance', 'balance brought forward', 'previous balance', 'beginning balance'],
  ...['starting balance', 'balance b/f', 'brought forward', 'start balance', 'old balance'],
  ...['alter Kontostand', 'Anfangssaldo', 'alter Saldo', 'Saldovortrag', 'Anfangsbestand'],
  ...['Kontostand am', 'Saldo Vortrag', 'solde précédent', 'ancien solde', 'solde initial'],
  ...['solde au', 'saldo anterior', 'saldo inicial', 'saldo iniziale', 'saldo precedente'],
  ...['beginsaldo', 'vorig saldo', 'oud saldo'],
].map(fold)
const closings = [
  ...['closing balance', 'ending balance', 'new balance', 'balance carried forward', 'end balance'],
  ...['neuer Kontostand', 'Endsaldo', 'neuer Saldo', 'Schlusssaldo', 'Endbestand'],
  ...[
    'nouveau solde',
    'solde final',
    'saldo final',
    'saldo finale',
    'nuovo saldo',
    'saldo attuale',
  ],
  ...['eindsaldo', 'nieuw saldo', 'saldo actual'],
].map(fold)

const amountPattern = new RegExp(
  `(?<![\\d.,/])(?<lead>[-+–−(]?\\s?)(?:${currencyPattern}\\s?)?(?<lead2>[-–−]?)(?<digits>\\d{1,3}(?:[.,'’ ]\\d{3})*[.,]\\d{2}|\\d+[.,]\\d{2})(?![\\d.,/]\\d|\\d)(?<after>\\)|\\s?(?:[-+–−]|CR|DR|Cr|Dr|cr|dr|[SHCD])(?=\\s|$))?`,
  'gu',
)
const minus = /^(?:[-–−(]|DR|S|D)/i
const plus = /^(?:\+|CR|H|C)/i

/** The amounts of a line, left to right, apart from its dates. */
export function amountsOf(
  line: LineText,
  dates: readonly LedgerDate[],
  reading: Reading,
): LedgerAmount[] {
  const from = dates.at(-1)?.to ?? 0
  return [...line.text.matchAll(amountPattern)].flatMap((match): LedgerAmount[] => {
    const { lead = '', lead2 = '', digits = '', after = '' } = match.groups ?? {}
    if (match.index < from) return []
    const units = parseAmount(digits, reading.decimal)?.units
    if (units === undefined) return []
    const at = match.index + match[0].indexOf(digits, lead.length + lead2.length)
    const to = match.index + match[0].length
    const marks = [lead.trim(), lead2, after.replace(')', '').trim()].filter((mark) => mark !== '')
    const sign = marks.some((mark) => minus.test(mark))
      ? -1
      : marks.some((mark) => plus.test(mark))
        ? 1
        : null
    return [
      {
        ...{ units, sign, text: match[0].trim(), box: line.boxOf(match.index, to) },
        ...{ right: line.boxOf(at, at + digits.length)[2], words: line.wordsOf(match.index, to) },
      },
    ]
  })
}

/** In line heights: what stands closer than this below a movement explains it. */
const noteSpace = 1.4

/** Movements: lines that begin with a date and have an amount, each with the lines of text below it. */
export function movementsOf(reading: Reading): Movement[] {
  const movements: Movement[] = []
  /** The foot of the last movement; page 0 when something else has ended it. */
  let foot = { page: 0, y: 0 }
  for (const line of reading.lines) {
    const { page, box } = line.line
    const last = movements.at(-1)
    const dates = headDates(line.text, reading)
    const amounts = amountsOf(line, dates, reading)
    const isStated = statedKind(line) !== null || isCarryForward(line)
    if (dates.length > 0 && amounts.length > 0 && !isStated) {
      const description = textBefore(line, dates, amounts)
      movements.push({ line, dates, amounts, description })
      foot = { page, y: box[3] }
    } else if (
      last &&
      foot.page === page &&
      amounts.length === 0 &&
      !isStated &&
      dates.length === 0
    ) {
      if (box[1] - foot.y > noteSpace * heightOf(box)) foot = { page: 0, y: 0 }
      else {
        movements[movements.length - 1] = {
          ...last,
          description: [...last.description, ...line.line.words],
        }
        foot = { page, y: box[3] }
      }
    } else foot = { page: 0, y: 0 }
  }
  return movements
}

function textBefore(
  line: LineText,
  dates: readonly LedgerDate[],
  amounts: readonly LedgerAmount[],
): Word[] {
  const taken = new Set([
    ...dates.flatMap((date) => line.wordsOf(date.from, date.to)),
    ...amounts.flatMap(({ words }) => words),
  ])
  const start = dates.at(-1)?.to ?? 0
  return line.wordsOf(start, line.text.length).filter((word) => !taken.has(word))
}

/** Balances that the statement states before and after its movements. */
export function statedBalances(reading: Reading): StatedBalance[] {
  return reading.lines.flatMap((line): StatedBalance[] => {
    const kind = statedKind(line)
    const amount = kind ? amountsOf(line, [], reading).at(-1) : undefined
    return kind && amount ? [{ kind, amount }] : []
  })
}

function statedKind(line: LineText): StatedBalance['kind'] | null {
  const text = fold(line.text.replace(/\d/g, ''))
  if (closings.some((label) => text.includes(label))) return 'closing'
  return openings.some((label) => text.includes(label)) ? 'opening' : null
}
