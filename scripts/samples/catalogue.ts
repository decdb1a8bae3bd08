import type { Damage } from './damage.ts'
import type { Encoding } from './encode.ts'
import { germanInvoices } from './invoices/de.ts'
import { englishInvoices } from './invoices/en.ts'
import { frenchInvoices } from './invoices/fr.ts'
import { dutchInvoices } from './invoices/nl.ts'
import type { Invoice, Receipt } from './model.ts'
import { germanReceipts } from './receipts/de.ts'
import { englishReceipts } from './receipts/en.ts'
import { frenchReceipts } from './receipts/fr.ts'

/** Every sample, invoices first. */
export const documents: readonly (Invoice | Receipt)[] = [
  ...germanInvoices,
  ...englishInvoices,
  ...frenchInvoices,
  ...dutchInvoices,
  ...germanReceipts,
  ...englishReceipts,
  ...frenchReceipts,
]

const flatbed = { paper: '#f4f3ee', noise: 5, blur: 0.6, specks: 25 } as const
const desk = { colour: '#6d5a48', margin: 26 } as const
const thermal = { dpi: 203, paper: '#f3f1ec', noise: 6, blur: 0.7 } as const

/** What happens to the samples that are not text PDFs. */
export const pictures: Readonly<Record<string, Damage & { encoding: Encoding }>> = {
  'invoice-de-tischlerei-eichblatt-scan.pdf': {
    ...flatbed,
    dpi: 200,
    angle: 0.7,
    encoding: { kind: 'scan_pdf', quality: 55 },
  },
  'receipt-de-baeckerei-morgenhall.jpg': {
    ...thermal,
    angle: 1.3,
    shade: 0.4,
    desk,
    encoding: { kind: 'jpg', quality: 72 },
  },
  'receipt-en-uk-copper-kettle.png': {
    ...flatbed,
    dpi: 150,
    angle: -0.6,
    noise: 3,
    fade: 0.2,
    encoding: { kind: 'png' },
  },
  'receipt-en-us-bluebird-diner.webp': {
    ...thermal,
    angle: -1.1,
    shade: 0.2,
    fade: 0.35,
    encoding: { kind: 'webp', quality: 70 },
  },
  'receipt-fr-brasserie-du-heron.heic': {
    ...thermal,
    angle: 0.9,
    shade: 0.35,
    desk: { colour: '#3f4a55', margin: 20 },
    encoding: { kind: 'heic', quality: 45 },
  },
}
