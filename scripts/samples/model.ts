import type { Language } from '../../workers/languages.ts'
import type { Paper } from './paper.ts'
import type { Print } from './print.ts'
import type { Roll, RollLook } from './roll.ts'
import type { Words } from './words.ts'

export type Party = {
  readonly name: string
  readonly address: readonly string[]
  readonly vatId?: string
  readonly taxNumber?: string
  readonly phone?: string
  readonly email?: string
  readonly web?: string
  readonly register?: string
  readonly contact?: string
}

/** One row: what, how many, of what unit, at what price, at what rate of tax. */
export type Line = {
  readonly description: string
  readonly detail?: string
  readonly article?: string
  readonly quantity: string
  readonly unit: string
  readonly price: string
  readonly rate: string
}

export type Invoice = {
  readonly kind: 'invoice'
  readonly file: string
  readonly language: Language
  readonly layout: string
  readonly draw: (paper: Paper, sheet: InvoiceSheet) => void
  readonly size?: readonly [number, number]
  readonly font?: string
  readonly print: Print
  readonly words?: Partial<Words>
  readonly accent: string
  readonly seller: Party
  readonly buyer: Party
  readonly number: string
  readonly issued: string
  readonly due?: string
  readonly delivered?: string
  readonly order?: string
  readonly customer?: string
  readonly buyerReference?: string
  readonly currency: string
  readonly lines: readonly Line[]
  readonly discount?: { readonly label: string; readonly percent: string }
  readonly prepaid?: string
  readonly bank?: { readonly name: string; readonly iban: string; readonly bic: string }
  readonly paymentReference?: string
  readonly terms?: string
  readonly notes?: readonly string[]
  readonly credit?: boolean
  /** The PDF carries the invoice as XML, too. */
  readonly eInvoice?: boolean
}

export type TaxRow = { readonly rate: string; readonly basis: number; readonly tax: number }
export type Totals = {
  readonly amounts: readonly number[]
  readonly lines: number
  readonly discount: number
  readonly net: number
  readonly taxes: readonly TaxRow[]
  readonly tax: number
  readonly gross: number
  readonly prepaid: number
  readonly due: number
}

/** An invoice with its sums, its words and its ways of printing: what a layout draws from. */
export type InvoiceSheet = Invoice & {
  readonly words: Words
  readonly totals: Totals
  readonly date: (iso: string) => string
  readonly amount: (minor: number) => string
  readonly money: (minor: number) => string
  readonly decimal: (value: string) => string
  readonly percent: (rate: string) => string
}

/** A row of a receipt; `rate` is left out where the receipt names none. */
export type ReceiptItem = {
  readonly name: string
  readonly quantity: string
  readonly price: string
  readonly rate: string
  readonly unit?: string
}

export type Receipt = {
  readonly kind: 'receipt'
  readonly file: string
  readonly language: Language
  readonly layout: string
  readonly draw: (roll: Roll, slip: ReceiptSlip) => void
  readonly look: RollLook
  readonly print: Print
  readonly currency: string
  readonly merchant: string
  readonly subtitle?: string
  readonly address: readonly string[]
  readonly phone?: string
  readonly taxId?: string
  readonly date: string
  /** Hours and minutes; printed with AM or PM where `clock` says so. */
  readonly time: string
  readonly clock?: '12h'
  readonly number: string
  readonly items: readonly ReceiptItem[]
  /** In the US tax comes on top; elsewhere prices contain it. */
  readonly taxOnTop?: boolean
  readonly tip?: string
  readonly payment: { readonly method: string; readonly given?: string; readonly card?: string }
}

/** A receipt with its sums and its ways of printing. */
export type ReceiptSlip = Receipt & {
  readonly amounts: readonly number[]
  readonly sum: number
  readonly taxes: readonly (TaxRow & { readonly code: string; readonly gross: number })[]
  readonly tax: number
  readonly net: number
  readonly total: number
  readonly day: string
  readonly hour: string
  readonly amount: (minor: number) => string
  readonly money: (minor: number) => string
  readonly decimal: (value: string) => string
}

/** A paper that draws itself and tells what it shows: normalised values under the names of its template. */
export type Sheet = {
  readonly kind: 'statement' | 'purchase_order' | 'form'
  readonly file: string
  readonly language: Language
  readonly layout: string
  readonly title: string
  /** ISO date on which it was written. */
  readonly issued: string
  readonly draw: (paper: Paper) => Record<string, unknown>
}

export type Sample = Invoice | Receipt | Sheet
