import type { Paper } from '../paper.ts'
import { type Account, balances, drawHolder, printing, statementValues } from './account.ts'

const [left, right] = [50, 545]
const columns = { out: 365, in: 455, balance: right } as const

/** A statement of one page with a summary box and columns for money out, money in and the balance. */
export function inAndOut(
  account: Account,
  { sortCode, account: kind }: { sortCode: string; account: string },
): (paper: Paper) => Record<string, unknown> {
  return (paper) => {
    const { day, amount } = printing(account)
    const after = balances(account)
    const bold = 'Sans-Bold'
    const pen = { font: 'Sans', size: 9 }
    paper.text(account.bank, left, 58, { font: bold, size: 15, tag: 'bank_name' })
    paper.text(account.bankAddress, left, 72, { ...pen, size: 8 })
    paper.text('Account statement', right, 58, { font: bold, size: 15, align: 'right' })
    drawHolder(paper, account, left, 125)

    paper.box(320, 100, right - 320, 96, { stroke: '#777777', radius: 4 })
    const facts: readonly (readonly [string, string, string?])[] = [
      ['Account', kind],
      ['Account number', account.number, 'account_number'],
      ['Sort code', sortCode],
      ['Opening balance', `£${amount(account.opening)}`, 'opening_balance'],
      ['Closing balance', `£${amount(after.at(-1) ?? 0)}`, 'closing_balance'],
    ]
    facts.forEach(([label, value, tag], i) => {
      paper.text(label, 332, 120 + 16 * i, pen)
      paper.text(value, right - 12, 120 + 16 * i, { ...pen, font: bold, align: 'right', tag })
    })
    let x = paper.text('Statement period: ', left, 226, { ...pen, font: bold })
    x = paper.text(day(account.from), x, 226, { ...pen, tag: 'period_start' })
    x = paper.text(' to ', x, 226, pen)
    paper.text(day(account.to), x, 226, { ...pen, tag: 'period_end' })

    paper.box(left, 242, right - left, 18, { fill: '#e4e9ee' })
    const head = { font: bold, size: 9 }
    paper.text('Date', left + 4, 254, head)
    paper.text('Details', 120, 254, head)
    paper.text('Money out', columns.out, 254, { ...head, align: 'right' })
    paper.text('Money in', columns.in, 254, { ...head, align: 'right' })
    paper.text('Balance', columns.balance - 4, 254, { ...head, align: 'right' })
    let y = 276
    paper.text('Balance brought forward', 120, y, pen)
    paper.text(amount(account.opening), columns.balance - 4, y, { ...pen, align: 'right' })
    account.movements.forEach(([date, text, cents], i) => {
      y += 17
      paper.text(day(date), left + 4, y, pen)
      paper.text(text, 120, y, pen)
      const column = cents < 0 ? columns.out : columns.in
      paper.text(amount(Math.abs(cents)), column, y, { ...pen, align: 'right' })
      paper.text(amount(after[i] ?? 0), columns.balance - 4, y, { ...pen, align: 'right' })
      paper.line(left, y + 5, right, y + 5, 0.3, '#bbbbbb')
    })
    y += 19
    paper.text('Balance carried forward', 120, y, { ...pen, font: bold })
    paper.text(amount(after.at(-1) ?? 0), columns.balance - 4, y, {
      ...pen,
      font: bold,
      align: 'right',
    })
    paper.paragraph(
      'Please check this statement and tell us within two months of anything that you do not recognise.',
      left,
      y + 40,
      right - left,
      12,
      { ...pen, size: 8 },
    )
    return statementValues(account, ['balance'])
  }
}
