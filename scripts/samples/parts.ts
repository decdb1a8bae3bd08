import type { InvoiceSheet, Party } from './model.ts'
import type { Paper, Pen } from './paper.ts'

/** Name and address under each other, tagged for the seller or the buyer. */
export function drawParty(
  paper: Paper,
  party: Party,
  o: {
    role: 'seller' | 'buyer'
    x: number
    y: number
    lead: number
    pen?: Pen
    bold?: string
    contact?: boolean
  },
): number {
  let y = o.y
  const pen = o.pen ?? {}
  paper.text(party.name, o.x, y, {
    ...pen,
    ...(o.bold === undefined ? {} : { font: o.bold }),
    tag: `${o.role}_name`,
  })
  y += o.lead
  if (o.contact !== false && party.contact !== undefined) {
    paper.text(party.contact, o.x, y, pen)
    y += o.lead
  }
  for (const line of party.address) {
    paper.text(line, o.x, y, { ...pen, tag: `${o.role}_address` })
    y += o.lead
  }
  return y
}

export type Detail = { readonly label: string; readonly value: string; readonly tag?: string }

/** The invoice's own particulars that are set, in the usual order. */
export function details(
  sheet: InvoiceSheet,
  wanted: readonly (
    | 'number'
    | 'issued'
    | 'due'
    | 'delivered'
    | 'order'
    | 'customer'
    | 'buyerReference'
  )[],
): Detail[] {
  const { words } = sheet
  const day = (iso: string | undefined) => (iso === undefined ? undefined : sheet.date(iso))
  const all = {
    number: [words.number, sheet.number, 'invoice_number'],
    issued: [words.issued, sheet.date(sheet.issued), 'issue_date'],
    due: [words.due, day(sheet.due), 'due_date'],
    delivered: [words.delivered, day(sheet.delivered), 'delivery_date'],
    order: [words.order, sheet.order, 'order_number'],
    customer: [words.customer, sheet.customer, undefined],
    buyerReference: [words.buyerReference, sheet.buyerReference, 'buyer_reference'],
  } as const
  return wanted.flatMap((name) => {
    const [label, value, tag] = all[name]
    if (value === undefined) return []
    return [tag === undefined ? { label, value } : { label, value, tag }]
  })
}
