import type { InvoiceSheet, Sample } from './model.ts'
import { decimal } from './money.ts'
import type { Bbox, Mark } from './paper.ts'
import type { Cell } from './sheet.ts'
import { taxTruth } from './sums.ts'

type Place = { page: number; bbox: Bbox }
export type Truth = {
  file: string
  doc_type: Sample['kind']
  fields: Record<string, unknown>
  normalized: Record<string, unknown>
  not_printed: string[]
  absent_fields: string[]
  language: string
  layout: string
  kind: string
  pages: number
  page_size: readonly (readonly [number, number])[]
  dpi?: number
  boxes: Record<string, Place>
  /** Other places where the same value is printed. */
  elsewhere: Record<string, Place[]>
}

const rounded = (value: number): number => Math.round(value * 10) / 10
const place = ({ page, bbox }: Mark): Place => ({
  page,
  bbox: bbox.map(rounded) as unknown as Bbox,
})

/** A value is printed where a mark says so; its raw text is what the mark saw. */
export function fieldTruth(
  values: Record<string, unknown>,
  marks: ReadonlyMap<string, Mark>,
  repeats: ReadonlyMap<string, readonly Mark[]>,
  seen: readonly string[],
): Pick<Truth, 'fields' | 'normalized' | 'not_printed' | 'absent_fields' | 'boxes' | 'elsewhere'> {
  const present = Object.entries(values).filter(([, value]) => value !== undefined)
  return {
    fields: Object.fromEntries(
      present.map(([name, value]) => [
        name,
        marks.get(name)?.text.replaceAll('\u00a0', ' ').replaceAll('\n', ', ') ?? value,
      ]),
    ),
    normalized: Object.fromEntries(present),
    not_printed: present
      .map(([name]) => name)
      .filter((name) => !marks.has(name) && !seen.includes(name)),
    absent_fields: Object.keys(values).filter((name) => values[name] === undefined),
    boxes: Object.fromEntries([...marks].map(([name, mark]) => [name, place(mark)])),
    elsewhere: Object.fromEntries([...repeats].map(([name, list]) => [name, list.map(place)])),
  }
}

/** The normalised values of an invoice; what it lacks is undefined, and so are columns not shown. */
export function invoiceValues(
  sheet: InvoiceSheet,
  columns: ReadonlySet<string>,
): Record<string, unknown> {
  const shown = (...cells: Cell[]) => cells.some((cell) => columns.has(cell))
  const { totals } = sheet
  return {
    invoice_number: sheet.number,
    issue_date: sheet.issued,
    due_date: sheet.due,
    delivery_date: sheet.delivered,
    order_number: sheet.order,
    seller_name: sheet.seller.name,
    seller_vat_id: sheet.seller.vatId,
    seller_tax_number: sheet.seller.taxNumber,
    seller_address: sheet.seller.address.join(', '),
    buyer_name: sheet.buyer.name,
    buyer_vat_id: sheet.buyer.vatId,
    buyer_address: sheet.buyer.address.join(', '),
    buyer_reference: sheet.buyerReference,
    currency: sheet.currency,
    lines_total: sheet.discount === undefined ? undefined : decimal(totals.lines),
    allowance_total: sheet.discount === undefined ? undefined : decimal(totals.discount),
    net_total: decimal(totals.net),
    tax_total: decimal(totals.tax),
    grand_total: decimal(totals.gross),
    prepaid: totals.prepaid > 0 ? decimal(totals.prepaid) : undefined,
    due_payable: totals.prepaid > 0 || sheet.eInvoice ? decimal(totals.due) : undefined,
    iban: sheet.bank?.iban,
    bic: sheet.bank?.bic,
    payment_reference: sheet.paymentReference,
    tax_breakdown: taxTruth(sheet),
    line_items: sheet.lines.map((line, index) => ({
      ...(shown('position') ? { line_id: String(index + 1) } : {}),
      description: line.description,
      ...(shown('quantity', 'quantityUnit') ? { quantity: line.quantity } : {}),
      ...(shown('unit', 'quantityUnit') ? { unit: line.unit } : {}),
      ...(shown('price') ? { unit_price: line.price } : {}),
      ...(shown('rate') ? { tax_rate: line.rate } : {}),
      line_total: decimal(totals.amounts[index] ?? 0),
    })),
  }
}
