import type { Language } from '../../../workers/languages.ts'
import { decimal } from '../money.ts'
import type { Paper } from '../paper.ts'
import { type Print, printDate, printDecimal } from '../print.ts'

/** A movement: day, day of value where it differs, what it was, cents (negative is paid out). */
export type Movement = readonly [date: string, text: string, cents: number, value?: string]

/** A bank account over some weeks. */
export type Account = {
  readonly language: Language
  readonly print: Print
  readonly bank: string
  readonly bankAddress: string
  readonly holder: string
  readonly address: readonly string[]
  readonly number: string
  readonly iban?: string
  readonly from: string
  readonly to: string
  readonly currency: string
  readonly opening: number
  readonly movements: readonly Movement[]
}

/** What is on the account after every movement, in cents. */
export function balances({ opening, movements }: Account): number[] {
  let balance = opening
  return movements.map(([, , cents]) => {
    balance += cents
    return balance
  })
}

/** The normalised values of a statement; `shown` names the columns that it prints. */
export function statementValues(
  account: Account,
  shown: readonly ('value_date' | 'balance')[],
): Record<string, unknown> {
  const after = balances(account)
  return {
    bank_name: account.bank,
    account_holder: account.holder,
    account_number: account.number,
    iban: account.iban,
    period_start: account.from,
    period_end: account.to,
    opening_balance: decimal(account.opening),
    closing_balance: decimal(after.at(-1) ?? account.opening),
    currency: account.currency,
    line_items: account.movements.map(([date, description, cents, value], i) => ({
      date,
      ...(shown.includes('value_date') ? { value_date: value ?? date } : {}),
      description,
      amount: decimal(cents),
      ...(shown.includes('balance') ? { balance: decimal(after[i] ?? 0) } : {}),
    })),
  }
}

/** How the bank prints days and amounts; `sign` is put behind a sum that is paid out. */
export function printing({ print, language }: Account) {
  return {
    day: (iso: string) => printDate(iso, print.date, language),
    amount: (cents: number) =>
      `${cents < 0 ? '-' : ''}${printDecimal(decimal(Math.abs(cents)), print)}`,
  }
}

/** Name and address of the holder in the window of the envelope. */
export function drawHolder(paper: Paper, { holder, address }: Account, x: number, y: number): void {
  paper.text(holder, x, y, { size: 10, tag: 'account_holder' })
  for (const [row, line] of address.entries()) paper.text(line, x, y + 13 * (row + 1), { size: 10 })
}
