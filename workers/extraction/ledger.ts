import { middleOf, union } from '../layout/geometry.ts'
import type { Box, Field, TableRow, Word } from '../model.ts'
import type { TemplateColumn, TemplateTable } from '../template.ts'
import { cellConfidenceOf, cellThreshold, provenCell } from './cellConfidence.ts'
import { provenanceOf, readerOf } from './fields.ts'
import { dated, type LedgerDate, periodEnd } from './ledgerDates.ts'
import { type LedgerAmount, type Movement, movementsOf, statedBalances } from './ledgerLines.ts'
import { columnsOf, type Ends, type SignedMovement, signMovements } from './ledgerSigns.ts'
import { decimalString } from './parse/amount.ts'
import { fold } from './parse/fold.ts'
import type { Reading } from './reading.ts'

/** What heads a column of money that goes out, and of money that comes in. */
const outgoing = new Set(
  [
    ...['debit', 'debits', 'withdrawals', 'withdrawal', 'paid out', 'money out', 'payments', 'dr'],
    ...[
      'Soll',
      'Belastung',
      'Belastungen',
      'Lastschrift',
      'Ausgang',
      'Ausgänge',
      'zu Ihren Lasten',
    ],
    ...['débit', 'débits', 'cargo', 'cargos', 'debe', 'dare', 'addebiti', 'uscite', 'af', 'debet'],
  ].map(fold),
)
const incoming = new Set(
  [
    ...['credit', 'credits', 'deposits', 'deposit', 'paid in', 'money in', 'receipts', 'cr'],
    ...['Haben', 'Gutschrift', 'Gutschriften', 'Eingang', 'Eingänge', 'zu Ihren Gunsten'],
    ...['crédit', 'crédits', 'abono', 'abonos', 'haber', 'avere', 'accrediti', 'entrate', 'bij'],
  ].map(fold),
)

/**
 * The movements of an account, top to bottom: date, value date, description, signed amount, balance. The
 * running balance decides which column is what, and proves every row that it runs through.
 */
export function findLedger(table: TemplateTable, reading: Reading): TableRow[] {
  const movements = movementsOf(reading)
  const end = periodEnd(reading)
  return signMovements(movements, endsOf(reading), hintsFor(movements, reading)).map((row) =>
    rowOf(table, row, end, reading),
  )
}

function endsOf(reading: Reading): Ends {
  const stated = statedBalances(reading)
  const units = (kind: 'opening' | 'closing') => {
    const amount = stated.find((balance) => balance.kind === kind)?.amount
    return amount ? amount.units * BigInt(amount.sign ?? 1) : null
  }
  return { opening: units('opening'), closing: units('closing') }
}

/** Which columns are headed by words for money that goes out or comes in. */
function hintsFor(movements: readonly Movement[], reading: Reading): (1 | -1 | null)[] {
  const [first] = movements
  if (!first) return []
  const above = reading.lines.filter(
    ({ line }) =>
      line.page === first.line.line.page && middleOf(line.box) < middleOf(first.line.line.box),
  )
  const headings = above
    .flatMap(({ line }) => line.segments)
    .map(({ text, box }) => ({ box, key: fold(text.replace(/[^\p{L}\s]/gu, '')) }))
  return columnsOf(movements).map((right) => {
    const over = headings.filter(({ box }) => box[0] < right && box[2] > right - 60)
    const heading = over.findLast(({ key }) => outgoing.has(key) || incoming.has(key))
    return heading ? (outgoing.has(heading.key) ? -1 : 1) : null
  })
}

interface Cell {
  readonly value: string | null
  readonly raw: string
  readonly box: Box
  readonly words: readonly Word[]
}

function rowOf(
  table: TemplateTable,
  { movement, amount, balance, isProven }: SignedMovement,
  end: string,
  reading: Reading,
): TableRow {
  const [booked, valued] = movement.dates.map((date) => dateCell(movement, date, end, reading))
  const money = (part: { printed: LedgerAmount; units: bigint } | null): Cell | undefined =>
    part ? { ...part.printed, raw: part.printed.text, value: decimalString(part.units) } : undefined
  const cells: Record<string, Cell | undefined> = {
    date: booked,
    value_date: valued,
    description: textCell(movement.description),
    amount: money(amount),
    balance: money(balance),
  }
  const row: Record<string, Field> = {}
  for (const column of table.columns) {
    const cell = cells[column.name]
    const proof = column.name === 'amount' || column.name === 'balance' ? isProven : null
    const { page } = movement.line.line
    if (cell) row[column.name] = fieldOf(column, cell, { page, proof }, reading)
  }
  return row
}

function dateCell(movement: Movement, date: LedgerDate, end: string, reading: Reading): Cell {
  return {
    value: dated(date, end, reading.dateOrder),
    raw: date.raw,
    box: movement.line.boxOf(date.from, date.to),
    words: movement.line.wordsOf(date.from, date.to),
  }
}

function textCell(words: readonly Word[]): Cell | undefined {
  if (words.length === 0) return undefined
  const text = words.map((word) => word.text).join(' ')
  return { value: text, raw: text, box: union(words.map((word) => word.box)), words }
}

function fieldOf(
  column: TemplateColumn,
  { value, raw, box, words }: Cell,
  { page, proof }: { readonly page: number; readonly proof: boolean | null },
  reading: Reading,
): Field {
  const score = proof === false ? 0.5 : 0.75
  const confidence =
    value === null ? 0.3 : proof ? provenCell : cellConfidenceOf(score, words, column.type)
  const reasons = confidence < cellThreshold ? (['low_confidence'] as const) : []
  const reader = readerOf(words)
  const provenance = provenanceOf(page, box, raw, reading)
  const why = [proof ? 'the balance runs through it' : 'in a line of movements']
  return {
    ...{ name: column.name, label: column.label, type: column.type, value, raw, confidence },
    ...{ needsReview: reasons.length > 0, reasons, reader, provenance },
    candidates: value === null ? [] : [{ value, raw, confidence, reader, provenance, why }],
  }
}
