import type { Language } from '../languages.ts'

/** What is printed in one language. */
interface BillWords {
  readonly title: string
  readonly billTo: string
  readonly head: readonly [number: string, issued: string, due: string]
  readonly items: readonly [string, string, string, string]
  readonly sums: readonly [net: string, tax: string, gross: string]
}

/** The usual words of an invoice in every language that the labels speak. */
export const billWords: Readonly<Record<Language, BillWords>> = {
  en: {
    title: 'Invoice',
    billTo: 'Bill to',
    head: ['Invoice number', 'Invoice date', 'Due date'],
    items: ['Description', 'Quantity', 'Unit price', 'Amount'],
    sums: ['Subtotal', 'VAT 20%', 'Total'],
  },
  de: {
    title: 'Rechnung',
    billTo: 'Rechnung an',
    head: ['Rechnungsnummer', 'Rechnungsdatum', 'Fällig am'],
    items: ['Bezeichnung', 'Menge', 'Einzelpreis', 'Betrag'],
    sums: ['Summe netto', 'zzgl. 20 % MwSt', 'Gesamtbetrag'],
  },
  fr: {
    title: 'Facture',
    billTo: 'Facturé à',
    head: ['Facture n°', 'Date de facture', 'Échéance'],
    items: ['Désignation', 'Quantité', 'Prix unitaire', 'Montant'],
    sums: ['Total HT', 'TVA 20 %', 'Total TTC'],
  },
  es: {
    title: 'Factura',
    billTo: 'Cliente',
    head: ['Factura n.º', 'Fecha de factura', 'Vencimiento'],
    items: ['Descripción', 'Cantidad', 'Precio', 'Importe'],
    sums: ['Base imponible', 'IVA 20 %', 'Total factura'],
  },
  it: {
    title: 'Fattura',
    billTo: 'Cliente',
    head: ['Fattura n.', 'Data fattura', 'Scadenza'],
    items: ['Descrizione', 'Quantità', 'Prezzo', 'Importo'],
    sums: ['Imponibile', 'IVA 20 %', 'Totale fattura'],
  },
  nl: {
    title: 'Factuur',
    billTo: 'Klant',
    head: ['Factuurnummer', 'Factuurdatum', 'Vervaldatum'],
    items: ['Omschrijving', 'Aantal', 'Prijs', 'Bedrag'],
    sums: ['Subtotaal', 'Btw 20 %', 'Totaal'],
  },
}
