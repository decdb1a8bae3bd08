import { groupedByFour } from '../identifiers.ts'
import type { Paper } from '../paper.ts'
import { type Account, balances, drawHolder, printing, statementValues } from './account.ts'

const [left, right] = [56, 540]
const columns = { date: left, value: 112, text: 168, amount: 460, balance: right } as const
const floor = 730

/** A statement over as many pages as it needs, with booking day, value day and running balance. */
export function ledgerPages(
  account: Account,
  words: {
    readonly title: string
    readonly number: string
    readonly holder: string
    readonly account: string
    readonly period: readonly [lead: string, between: string, end: string]
    readonly heads: readonly [string, string, string, string, string]
    readonly opening: string
    readonly closing: string
    readonly carried: string
    readonly brought: string
    readonly page: (number: number) => string
    readonly foot: string
  },
): (paper: Paper) => Record<string, unknown> {
  return (paper) => {
    const { day, amount } = printing(account)
    const after = balances(account)
    const bold = 'Helvetica-Bold'
    const head = () => {
      paper.box(0, 0, paper.width, 26, { fill: '#1f4f46' })
      paper.text(words.page(paper.page()), right, 50, { size: 8, align: 'right' })
      if (paper.page() === 1) return
      paper.text(account.bank, left, 50, { size: 8 })
    }
    const row = (y: number, label: string, cents: number, tag?: string) => {
      paper.text(label, columns.text, y, { font: bold })
      paper.text(amount(cents), columns.balance, y, { font: bold, align: 'right', tag })
    }
    const headings = (y: number) => {
      const [date, value, text, sum, balance] = words.heads
      const pen = { font: bold, size: 8.5 }
      paper.text(date, columns.date, y, pen)
      paper.text(value, columns.value, y, pen)
      paper.text(text, columns.text, y, pen)
      paper.text(sum, columns.amount, y, { ...pen, align: 'right' })
      paper.text(balance, columns.balance, y, { ...pen, align: 'right' })
      paper.line(left, y + 5, right, y + 5, 0.8)
    }

    head()
    paper.text(account.bank, left, 64, {
      font: bold,
      size: 16,
      colour: '#1f4f46',
      tag: 'bank_name',
    })
    paper.text(account.bankAddress, left, 78, { size: 8 })
    drawHolder(paper, account, left, 140)
    paper.text(words.title, 340, 128, { font: bold, size: 14 })
    paper.text(words.number, 340, 144, { size: 9 })
    const facts: readonly (readonly [string, string, string])[] = [
      [words.holder, account.holder, ''],
      [words.account, account.number, 'account_number'],
      ...(account.iban ? [['IBAN', groupedByFour(account.iban), 'iban'] as const] : []),
    ]
    facts.forEach(([label, value, tag], i) => {
      paper.text(label, 340, 160 + 12 * i, { size: 8.5 })
      paper.text(value, 412, 160 + 12 * i, { size: 8.5, ...(tag ? { tag } : {}) })
    })
    const [lead, between, end] = words.period
    let x = paper.text(`${lead} `, left, 236, {})
    x = paper.text(day(account.from), x, 236, { tag: 'period_start' })
    x = paper.text(` ${between} `, x, 236, {})
    x = paper.text(day(account.to), x, 236, { tag: 'period_end' })
    paper.text(` ${end}`, x, 236, {})

    headings(262)
    row(282, words.opening, account.opening, 'opening_balance')
    let y = 300
    account.movements.forEach(([date, text, cents, value], i) => {
      const lines = paper.wrap(text, 210)
      if (y + 12 * lines.length > floor) {
        row(y + 4, words.carried, after[i - 1] ?? 0)
        paper.newPage()
        head()
        headings(80)
        row(100, words.brought, after[i - 1] ?? 0)
        y = 118
      }
      paper.text(day(date), columns.date, y)
      paper.text(day(value ?? date), columns.value, y)
      lines.forEach((line, k) => {
        paper.text(line, columns.text, y + 11 * k)
      })
      paper.text(amount(cents), columns.amount, y, { align: 'right' })
      paper.text(amount(after[i] ?? 0), columns.balance, y, { align: 'right' })
      y += 11 * lines.length + 7
    })
    paper.line(left, y - 6, right, y - 6, 0.8)
    row(y + 8, words.closing, after.at(-1) ?? 0, 'closing_balance')
    paper.text(words.foot, left, 800, { size: 7.5, colour: '#555555' })
    return statementValues(account, ['value_date', 'balance'])
  }
}
