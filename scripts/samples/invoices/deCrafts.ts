import { iban, vatId } from '../identifiers.ts'
import { din5008 } from '../layouts/din5008.ts'
import type { Invoice } from '../model.ts'
import { prints } from '../print.ts'
import { line } from './line.ts'

const common = { kind: 'invoice', language: 'de', currency: 'EUR', print: prints.DE } as const

const tischlerei: Invoice = {
  ...common,
  file: 'invoice-de-tischlerei-eichblatt-scan.pdf',
  layout: 'din5008',
  accent: '#3d5a2a',
  words: {
    number: 'Rechnungs-Nr.',
    issued: 'Datum',
    delivered: 'Leistungsdatum',
    customer: 'Kunden-Nr.',
    gross: 'Gesamtbetrag',
    net: 'Summe netto',
    position: 'Pos',
  },
  draw: din5008({
    logo: 'leaf',
    brand: 'Eichblatt',
    head: 'Inhaber:',
    greeting: ['Für die ausgeführten Arbeiten erlauben wir uns zu berechnen:'],
    closing: [
      'Zahlbar innerhalb von 14 Tagen ohne Abzug. Bei Zahlung innerhalb von 7 Tagen gewähren wir 2 % Skonto.',
      'Das Holz stammt aus heimischen Wäldern. Vielen Dank für Ihren Auftrag!',
    ],
    details: ['number', 'issued', 'delivered', 'customer', 'buyerReference'],
  }),
  seller: {
    name: 'Tischlerei Eichblatt e. K.',
    address: ['Am Sägewehr 5', '37073 Göttingen'],
    vatId: vatId.DE('90417513'),
    taxNumber: '20/999/75134',
    phone: '0551 555 0163',
    register: 'Amtsgericht Göttingen, HRA 99175',
    contact: 'Falk Eichblatt',
  },
  buyer: {
    name: 'Praxis Dr. Marlene Uhlenbusch',
    address: ['Amselstieg 19', '37085 Göttingen'],
  },
  number: '26-0047',
  issued: '2026-01-30',
  due: '2026-02-13',
  delivered: '2026-01-28',
  customer: 'K-0312',
  buyerReference: 'Empfang EG',
  lines: [
    line('Empfangstresen Eiche massiv, geölt', '1', 'Stk', '3480.00', '19', {
      detail: 'nach Aufmaß, Länge 2,85 m',
    }),
    line('Garderobenpaneel mit 8 Haken', '2', 'Stk', '265.00', '19'),
    line('Montage vor Ort', '11.5', 'Std', '58.00', '19'),
    line('An- und Abfahrt', '2', 'Psch', '35.00', '19'),
  ],
  bank: {
    name: 'Leinetaler Genossenschaftsbank',
    iban: iban('DE', '999500020007513400'),
    bic: 'ZZLGDE2GXXX',
  },
}

const funkenfeder: Invoice = {
  ...common,
  file: 'invoice-de-elektro-funkenfeder-two-pages.pdf',
  layout: 'din5008',
  accent: '#b7791f',
  words: { number: 'Beleg-Nr.', issued: 'Belegdatum', order: 'Ihre Bestellung', due: 'Fälligkeit' },
  draw: din5008({
    logo: 'bars',
    brand: 'Elektro Funkenfeder',
    head: 'Geschäftsführung:',
    greeting: [
      'Bauvorhaben: Umbau Kindergarten Wurzelzwerge, Erdgeschoss',
      'Wir berechnen die gelieferten Teile und ausgeführten Arbeiten:',
    ],
    closing: [
      'Zahlbar ohne Abzug bis zum Fälligkeitstag. Lohnanteil laut Aufstellung 2.142,00 € netto.',
    ],
  }),
  seller: {
    name: 'Elektro Funkenfeder GmbH & Co. KG',
    address: ['Spulengasse 77', '86150 Augsburg'],
    vatId: vatId.DE('90418661'),
    taxNumber: '103/999/86612',
    phone: '0821 555 0129',
    email: 'post@funkenfeder.example',
    register: 'Amtsgericht Augsburg, HRA 99861',
    contact: 'Leni Kupferdraht',
  },
  buyer: {
    name: 'Stadt Quellbronn, Bauamt',
    contact: 'Sachgebiet Hochbau',
    address: ['Marktplatz 1', '86399 Quellbronn'],
  },
  number: 'R-260387',
  issued: '2026-03-11',
  due: '2026-04-10',
  delivered: '2026-03-06',
  order: '4500-778-26',
  customer: '20114',
  lines: [
    line('Mantelleitung NYM-J 3 × 1,5 mm²', '450', 'm', '0.89', '19'),
    line('Mantelleitung NYM-J 5 × 2,5 mm²', '180', 'm', '2.15', '19'),
    line('Installationsrohr M20, grau', '120', 'm', '0.74', '19'),
    line('Gerätedose 60 mm, tief', '64', 'Stk', '0.95', '19'),
    line('Verbindungsdose Aufputz', '22', 'Stk', '2.30', '19'),
    line('Schalter Wechsel, reinweiß', '28', 'Stk', '6.85', '19'),
    line('Steckdose mit Kinderschutz', '52', 'Stk', '5.40', '19'),
    line('Rahmen 2-fach, reinweiß', '18', 'Stk', '3.75', '19'),
    line('Rahmen 3-fach, reinweiß', '9', 'Stk', '4.95', '19'),
    line('Bewegungsmelder Decke 360°', '6', 'Stk', '48.20', '19'),
    line('LED-Einbauleuchte 18 W, 4000 K', '34', 'Stk', '31.90', '19', {
      detail: 'blendfrei, dimmbar über DALI',
    }),
    line('LED-Notleuchte mit Einzelbatterie', '7', 'Stk', '86.50', '19'),
    line('Rettungszeichenleuchte', '4', 'Stk', '97.00', '19'),
    line('Verteilerschrank 4-reihig, Tür', '1', 'Stk', '214.00', '19'),
    line('Leitungsschutzschalter B16', '24', 'Stk', '4.60', '19'),
    line('Fehlerstromschutzschalter 40/0,03 A', '4', 'Stk', '39.80', '19'),
    line('Überspannungsschutz Typ 2', '1', 'Stk', '178.00', '19'),
    line('Sammelschiene 3-polig', '3', 'Stk', '12.40', '19'),
    line('Klemmen und Kleinmaterial', '1', 'Psch', '145.00', '19'),
    line('Kernbohrung Durchmesser 82 mm', '5', 'Stk', '64.00', '19'),
    line('Brandschott erstellen und kennzeichnen', '5', 'Stk', '58.50', '19'),
    line('Monteurstunden', '38', 'Std', '49.00', '19'),
    line('Helferstunden', '8', 'Std', '35.00', '19'),
    line('Prüfung und Messprotokoll nach DIN VDE 0100', '1', 'Psch', '260.00', '19'),
    line('Entsorgung Altmaterial', '1', 'Psch', '75.00', '19'),
  ],
  bank: {
    name: 'Lechtaler Volksbank Funken eG',
    iban: iban('DE', '999500040008661200'),
    bic: 'ZZLVDE77XXX',
  },
  paymentReference: 'R-260387 / 20114',
}

/** Of craftsmen: material, hours and travel. */
export const germanCrafts: readonly Invoice[] = [tischlerei, funkenfeder]
