import { describe, expect, it } from 'vitest'
import form from '../../resources/templates/form.json' with { type: 'json' }
import invoice from '../../resources/templates/invoice.json' with { type: 'json' }
import order from '../../resources/templates/purchase_order.json' with { type: 'json' }
import receipt from '../../resources/templates/receipt.json' with { type: 'json' }
import statement from '../../resources/templates/statement.json' with { type: 'json' }
import type { Page } from '../model.ts'
import { type Template, templateSchema } from '../template.ts'
import { type TypedRun, typedPage } from '../testing/typedPage.ts'
import { typedTexts } from '../testing/typedTexts.ts'
import { classify } from './classify.ts'
import { readingOf } from './reading.ts'

const builtIn = [form, invoice, order, receipt, statement].map((template) =>
  templateSchema.parse(template),
)

/** Lines a row apart; a tab puts what follows into the next of four columns. */
function sheet(text: string, language: string | null = 'en'): Page {
  const lines = text.split('\n').map((line) => line.trim())
  const runs = lines.flatMap((line, row) =>
    line
      .split('|')
      .map((part, column): TypedRun => [40 + 135 * column, 60 + 16 * row, part.trim()]),
  )
  return typedPage(runs, { language })
}

function typeOf(page: Page, own: readonly Template[] = []): string {
  const { template } = classify(readingOf([page], '2026-06-01'), [...builtIn, ...own])
  return template?.name ?? 'unknown'
}

const documents: readonly (readonly [
  what: string,
  type: string,
  language: string,
  text: string,
])[] = [
  [
    'a bank statement',
    'statement',
    'en',
    `Northfold Building Society
     Statement of account
     Account holder|Ms Ada Pell|Sort code|00-11-22
     Statement period|1 March 2026|to|31 March 2026
     Date|Details|Amount|Balance
     |Balance brought forward||1,204.10
     02/03/2026|Card payment|-14.20|1,189.90
     05/03/2026|Standing order rent|-640.00|549.90
     28/03/2026|Salary|2,100.00|2,649.90
     |Closing balance||2,649.90`,
  ],
  [
    'a German bank statement',
    'statement',
    'de',
    `Sparbank Oberau
     Kontoauszug Nr. 3/2026|||Blatt 1
     Kontoinhaber|Jonas Wiesengrund
     Buchungstag|Valuta|Verwendungszweck|Betrag
     Alter Saldo|||812,40
     02.03.2026|02.03.2026|Lastschrift Stadtwerke|-84,00
     05.03.2026|05.03.2026|Miete März|-640,00
     30.03.2026|30.03.2026|Gehalt|2.100,00
     Neuer Saldo|||2.188,40`,
  ],
  [
    'a French bank statement',
    'statement',
    'fr',
    `Banque des Coteaux
     Relevé de compte
     Titulaire du compte|Mme Odile Varenne
     Date|Libellé|Débit|Crédit
     Ancien solde au 28/02/2026|||512,00
     03/03/2026|Prélèvement électricité|61,20
     12/03/2026|Virement reçu||900,00
     Nouveau solde au 31/03/2026|||1 350,80`,
  ],
  [
    'an Italian bank statement',
    'statement',
    'it',
    `Banca del Colle
     Estratto conto
     Intestatario|Dario Lumi
     Data|Valuta|Descrizione|Importo
     Saldo iniziale|||1.500,00
     03/03/2026|03/03/2026|Bonifico a vostro favore|250,00
     09/03/2026|09/03/2026|Addebito utenze|-70,00
     Saldo finale|||1.680,00`,
  ],
  [
    'a purchase order',
    'purchase_order',
    'en',
    `Harrow Mill Ltd
     Purchase Order
     PO number|PO-7712|Order date|3 March 2026
     Supplier|Tamsin Tools Ltd|Deliver to|Harrow Mill, Dock 2
     Required by|20 March 2026
     Description|Quantity|Unit price|Amount
     Chisel set|4|31.00|124.00
     Bench vice|1|86.50|86.50
     Order total|||210.50
     Please quote this order number on your invoice.`,
  ],
  [
    'a German order confirmation',
    'purchase_order',
    'de',
    `Werkzeugbau Tann GmbH
     Auftragsbestätigung Nr. AB-2044
     Ihre Bestellung|B-118|Auftragsdatum|04.03.2026
     Liefertermin|KW 14
     Bezeichnung|Menge|Einzelpreis|Betrag
     Fräser 8 mm|10|12,00|120,00
     Nettobetrag|||120,00
     zzgl. 19 % MwSt|||22,80
     Auftragswert|||142,80`,
  ],
  [
    'a French order',
    'purchase_order',
    'fr',
    `Ateliers Morvane
     Bon de commande n° 4410
     Fournisseur|Papeterie du Lac|Date de commande|02/03/2026
     Livraison souhaitée le|16/03/2026
     Désignation|Quantité|Prix unitaire|Montant
     Ramettes A4|20|4,10|82,00
     Total HT|||82,00`,
  ],
  [
    'a Dutch order',
    'purchase_order',
    'nl',
    `Molenhoek BV
     Inkooporder 88120
     Leverancier|Kantoor & Zo|Besteldatum|03-03-2026
     Gewenste leverdatum|17-03-2026
     Omschrijving|Aantal|Prijs|Bedrag
     Stoel|6|45,00|270,00
     Totaal bestelling|||270,00`,
  ],
  [
    'a form',
    'form',
    'en',
    `Membership application form
     Please complete in block capitals
     First name:|Rosalind
     Last name:|Teague
     Date of birth:|4 May 1988
     Nationality:|British
     Signature:|R. Teague|For office use only`,
  ],
  [
    'a credit note',
    'invoice',
    'en',
    `Larch & Lime Ltd
     Credit note
     Credit note no|CN-119|Date|4 March 2026
     Bill to|Pell Stores
     Description|Quantity|Unit price|Amount
     Returned lamp|1|-45.00|-45.00
     Subtotal|||-45.00
     VAT 20 %|||-9.00
     Total|||-54.00`,
  ],
  [
    'an invoice in yen',
    'invoice',
    'en',
    `Kawabe Prints
     Invoice
     Invoice number|K-310|Invoice date|4 March 2026|
     Bill to|Pell Stores
     Description|Quantity|Unit price|Amount
     Woodblock print|2|¥12,000|¥24,000
     Total|||¥24,000`,
  ],
  [
    'a contract with prices',
    'unknown',
    'en',
    `Service Agreement
     This Agreement is made by and between Harrow Mill Ltd and Tamsin Tools Ltd
     Whereas the parties wish to set out the terms on which tools are hired,
     now therefore the parties hereby agree as follows. The monthly fee is £250.00 and
     an invoice for each month is payable within 30 days. A deposit of £500.00 is due on
     the effective date. Governing law: England. Any breach of the obligations herein
     entitles the other party to termination of this Agreement. Total fee: £3,000.00`,
  ],
  [
    'a German rental contract',
    'unknown',
    'de',
    `Mietvertrag
     zwischen Jonas Wiesengrund (Vermieter) und Ada Pell (Mieter)
     Die monatliche Miete beträgt 640,00 € und ist zahlbar bis zum dritten Werktag.
     Die Kündigungsfrist beträgt drei Monate. Dieser Vertrag bedarf der Schriftform.
     Kaution: 1.280,00 €. Gerichtsstand ist Oberau.`,
  ],
  ['a letter', 'unknown', 'en', typedTexts.en.join('\n')],
  [
    'a quotation',
    'unknown',
    'de',
    `Tischlerei Ahornblick
     Angebot Nr. 2026-77
     Datum|03.03.2026|gültig bis|31.03.2026
     Bezeichnung|Menge|Einzelpreis|Betrag
     Regal nach Maß|1|840,00|840,00
     Gesamtbetrag|||999,60
     Dieses Angebot ist freibleibend.`,
  ],
  [
    'a payslip',
    'unknown',
    'en',
    `Harrow Mill Ltd
     Payslip
     Employee no|118|Pay period|March 2026
     Basic salary|2,400.00|Income tax|312.00
     Gross pay|2,400.00|National insurance|148.00
     Net pay|||1,940.00
     Year to date|||5,820.00`,
  ],
  [
    'a delivery note',
    'unknown',
    'de',
    `Werkzeugbau Tann GmbH
     Lieferschein Nr. L-3301
     Ihre Bestellung|B-118|Lieferdatum|06.03.2026
     Artikel|Bezeichnung|Menge
     4711|Fräser 8 mm|10
     Ware erhalten:|Anzahl Packstücke: 2`,
  ],
  [
    'a report with tables',
    'unknown',
    'en',
    `Annual report
     Table 1: Visitors by quarter and what they spent, in thousands of pounds
     Source: survey of the fiscal year, with estimates for the last quarter
     Quarter|Visitors|Spent
     1|1,204|88.20
     2|2,310|140.75
     The findings of the survey are described in the next chapter of this report.`,
  ],
  [
    'a curriculum vitae',
    'unknown',
    'fr',
    `Curriculum vitae
     Odile Varenne
     Expérience professionnelle
     2019 – 2025|Comptable, Ateliers Morvane
     Formation|Licence de gestion
     Compétences|Langues : anglais, italien`,
  ],
]

describe('the type of a document', () => {
  it.each(documents)('%s is %s', (_, type, language, text) => {
    expect(typeOf(sheet(text, language))).toBe(type)
  })

  it('is unknown in scripts that no template speaks', () => {
    for (const text of [
      typedTexts.ru.join('\n'),
      'Τιμολόγιο\nΑριθμός 118\nΣύνολο 24,00',
      'فاتورة ضريبية\nالمجموع 240.00',
      '发票\n合计 240.00\n日期 2026年3月4日',
    ])
      expect(typeOf(sheet(text, null))).toBe('unknown')
  })

  it('is as sure as its chance of being right: a title with labels more than a few words', () => {
    const [, , , text = ''] = documents[0] ?? []
    const whole = classify(readingOf([sheet(text)], '2026-06-01'), builtIn)
    const part = text.split('\n').slice(3, 7).join('\n')
    const rest = classify(readingOf([sheet(part)], '2026-06-01'), builtIn)
    expect(whole.confidence).toBeGreaterThan(0.9)
    expect(rest.confidence).toBeLessThan(whole.confidence)
  })
})

describe('a template of a person’s own', () => {
  const docket = templateSchema.parse({
    name: 'delivery_docket',
    version: 1,
    title: 'Delivery docket',
    keywords: ['delivery docket', 'driver', 'pallets'],
    fields: [
      { name: 'docket_number', label: 'Docket', type: 'identifier', labels: ['docket no'] },
      { name: 'vehicle', label: 'Vehicle', type: 'text', labels: ['vehicle'] },
      { name: 'weight', label: 'Weight', type: 'number', labels: ['net weight'] },
      { name: 'day', label: 'Day', type: 'date', labels: ['delivered on'] },
    ],
  })
  const page = sheet(`Quarry Lane Aggregates
    Delivery docket
    Docket no|D-5518|Delivered on|3 March 2026
    Vehicle|AB12 XYZ|Driver|T. Moss
    Net weight|18.40|Pallets|6`)

  it('wins where its words and labels are', () => {
    expect(typeOf(page)).toBe('unknown')
    expect(typeOf(page, [docket])).toBe('delivery_docket')
  })

  it('is known by its labels alone where it names no keywords', () => {
    expect(typeOf(page, [{ ...docket, keywords: [] }])).toBe('delivery_docket')
  })

  it('wins over a built-in type whose words stand there too', () => {
    const freight = { ...docket, keywords: ['delivery docket', 'invoice', 'driver'] }
    const both = sheet(`Quarry Lane Aggregates
      Delivery docket and invoice
      Docket no|D-5518|Delivered on|3 March 2026
      Vehicle|AB12 XYZ|Driver|T. Moss
      Net weight|18.40|Total|£220.00`)
    expect(typeOf(both, [freight])).toBe('delivery_docket')
  })

  it('leaves the documents of others alone', () => {
    for (const [, type, language, text] of documents)
      expect(typeOf(sheet(text, language), [docket])).toBe(type)
  })
})
