import type { Field, TableRow } from '../model.ts'
import type { TemplateColumn, TemplateTable } from '../template.ts'
import { cellConfidenceOf } from './cellConfidence.ts'
import { provenanceOf, readerOf } from './fields.ts'
import { unitsOf } from './parse/amount.ts'
import type { Reading } from './reading.ts'
import { findSpans, type Span } from './spans.ts'

/**
 * Tax per rate: lines with a percentage and the amounts that it explains. Basis and tax on one line are
 * proven by their product; a tax alone by the net total.
 */
export function findTaxBreakdown(
  table: TemplateTable,
  reading: Reading,
  netTotal: string | null,
): TableRow[] {
  const rates = findSpans('percent', reading)
  const amounts = findSpans('amount', reading).filter((span) => span.strong)
  const rows: { rate: string; row: TableRow }[] = []
  for (const rate of rates) {
    if (rows.some((other) => other.rate === rate.value) || Number(rate.value) > 30) continue
    const beside = amounts.filter(
      (amount) => amount.line === rate.line && (amount.to <= rate.from || amount.from >= rate.to),
    )
    const found = explained(rate, beside, netTotal)
    if (!found) continue
    const fields = { rate, basis: found.basis, tax: found.tax }
    const row: Record<string, Field> = {}
    for (const column of table.columns) {
      const span = fields[column.name as keyof typeof fields]
      if (span) row[column.name] = fieldFor(column, span, reading)
    }
    rows.push({ rate: rate.value, row })
  }
  return rows.map(({ row }) => row)
}

function explained(
  rate: Span,
  beside: readonly Span[],
  netTotal: string | null,
): { basis: Span | null; tax: Span } | null {
  for (const basis of beside)
    for (const tax of beside)
      if (basis !== tax && isTaxOf(basis.value, rate.value, tax.value)) return { basis, tax }
  for (const tax of beside)
    if (netTotal && isTaxOf(netTotal, rate.value, tax.value)) return { basis: null, tax }
  return null
}

/** Within two hundredths: the tax may have been rounded line by line. */
function isTaxOf(basis: string, rate: string, tax: string): boolean {
  const [b, r, t] = [unitsOf(basis), unitsOf(rate), unitsOf(tax)]
  if (b === null || r === null || t === null || b === 0n || r === 0n) return false
  const difference = (b * r) / 1_000_000n - t
  return difference <= 200n && difference >= -200n
}

function fieldFor(column: TemplateColumn, span: Span, reading: Reading): Field {
  const words = span.line.wordsOf(span.from, span.to)
  const confidence = cellConfidenceOf(0.9, words, column.type)
  const provenance = provenanceOf(span.line.line.page, span.box, span.raw, reading)
  const { value, raw } = span
  const reader = readerOf(words)
  return {
    name: column.name,
    label: column.label,
    type: column.type,
    value,
    raw,
    confidence,
    needsReview: false,
    reasons: [],
    reader,
    provenance,
    candidates: [
      { value, raw, confidence, reader, provenance, why: ['basis times rate gives the tax'] },
    ],
  }
}
