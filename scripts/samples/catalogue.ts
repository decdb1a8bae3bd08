import type { Damage } from './damage.ts'
import type { Encoding } from './encode.ts'
import { forms } from './forms/forms.ts'
import { germanInvoices } from './invoices/de.ts'
import { englishInvoices } from './invoices/en.ts'
import { spanishInvoices } from './invoices/es.ts'
import { frenchInvoices } from './invoices/fr.ts'
import { italianInvoices } from './invoices/it.ts'
import { dutchInvoices } from './invoices/nl.ts'
import type { Sample } from './model.ts'
import { orders } from './orders/orders.ts'
import { germanReceipts } from './receipts/de.ts'
import { englishReceipts } from './receipts/en.ts'
import { spanishReceipts } from './receipts/es.ts'
import { frenchReceipts } from './receipts/fr.ts'
import { italianReceipts } from './receipts/it.ts'
import { dutchReceipts } from './receipts/nl.ts'
import { statements } from './statements/statements.ts'

/** Every sample: invoices, receipts, then the other types. */
export const documents: readonly Sample[] = [
  ...germanInvoices,
  ...englishInvoices,
  ...frenchInvoices,
  ...spanishInvoices,
  ...italianInvoices,
  ...dutchInvoices,
  ...germanReceipts,
  ...englishReceipts,
  ...frenchReceipts,
  ...spanishReceipts,
  ...italianReceipts,
  ...dutchReceipts,
  ...statements,
  ...orders,
  ...forms,
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
  'invoice-fr-traiteur-tournesol-scan-two-pages.pdf': {
    ...flatbed,
    dpi: 200,
    angle: -0.5,
    paper: '#eeece4',
    encoding: { kind: 'scan_pdf', quality: 50 },
  },
  'invoice-es-jardineria-rocavela-photo.jpg': {
    dpi: 150,
    angle: -1.2,
    paper: '#f6f4ee',
    noise: 6,
    blur: 0.6,
    shade: 0.45,
    desk: { colour: '#84684a', margin: 30 },
    encoding: { kind: 'jpg', quality: 62 },
  },
  'invoice-nl-schroefhuis-three-pages.tiff': {
    dpi: 200,
    angle: 0.4,
    paper: '#ffffff',
    noise: 8,
    blur: 0.5,
    specks: 30,
    encoding: { kind: 'tiff', compression: 'ccittfax4' },
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
  'receipt-de-supermarkt-rabenkorb.jpg': {
    ...thermal,
    angle: -0.8,
    fade: 0.3,
    shade: 0.15,
    encoding: { kind: 'jpg', quality: 60 },
  },
  'receipt-fr-pharmacie-des-tilleuls.tif': {
    ...flatbed,
    dpi: 200,
    angle: 0.5,
    noise: 1,
    encoding: { kind: 'tiff', compression: 'lzw' },
  },
  'receipt-es-estacion-el-cierzo.jpg': {
    ...thermal,
    angle: 1.5,
    shade: 0.5,
    desk: { colour: '#2f2f33', margin: 30 },
    encoding: { kind: 'jpg', quality: 70 },
  },
  'receipt-es-cafe-la-golondrina-scan.pdf': {
    ...flatbed,
    dpi: 300,
    angle: -0.9,
    encoding: { kind: 'scan_pdf', quality: 50, colour: true },
  },
  'receipt-it-trattoria-sideways-exif.jpg': {
    ...thermal,
    angle: -1.4,
    shade: 0.3,
    desk: { colour: '#a8875c', margin: 24 },
    encoding: { kind: 'jpg', quality: 70, sideways: true },
  },
  'receipt-it-ferramenta-bulloni.webp': {
    ...thermal,
    dpi: 180,
    angle: 0.6,
    fade: 0.45,
    paper: '#efe9dc',
    encoding: { kind: 'webp', quality: 65 },
  },
  'receipt-nl-parkeren-stadsgracht.bmp': {
    ...thermal,
    dpi: 150,
    angle: 0.4,
    noise: 3,
    blur: 0.5,
    encoding: { kind: 'bmp' },
  },
}
