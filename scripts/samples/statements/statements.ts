import { iban } from '../identifiers.ts'
import type { Sheet } from '../model.ts'
import { prints } from '../print.ts'
import type { Account } from './account.ts'
import { inAndOut } from './inAndOut.ts'
import { ledgerPages } from './ledgerPages.ts'

const german: Account = {
  language: 'de',
  print: prints.DE,
  bank: 'Sparbank Lindenau eG',
  bankAddress: 'Am Lindenmarkt 4 · 04177 Leipzig · Telefon 0341 990 11-0',
  holder: 'Henrike Obersteiner',
  address: ['Spinnereihof 12', '04179 Leipzig'],
  number: '0044180127',
  iban: iban('DE', '999500000044180127'),
  from: '2026-03-01',
  to: '2026-03-31',
  currency: 'EUR',
  opening: 184_215,
  movements: [
    ['2026-03-02', 'Dauerauftrag Miete März, Hausverwaltung Seilergasse', -78_000],
    ['2026-03-02', 'Lastschrift Stadtwerke Abschlag Strom', -6_400],
    ['2026-03-03', 'Kartenzahlung Markthalle am Kanal', -3_785, '2026-03-02'],
    ['2026-03-04', 'Lastschrift Funkhaus Mobil, Kundennummer 7719-A', -1_999],
    ['2026-03-05', 'Gutschrift Rückerstattung Bahnfahrt', 4_280],
    ['2026-03-06', 'Kartenzahlung Bäckerei Kornfeld', -1_140, '2026-03-05'],
    ['2026-03-09', 'Überweisung Tischlerei Rother, Rechnung 2026-118', -42_350],
    ['2026-03-10', 'Kartenzahlung Buchladen Silbenfang', -2_690, '2026-03-09'],
    ['2026-03-11', 'Barabhebung Automat Lindenmarkt', -15_000],
    ['2026-03-12', 'Lastschrift Musikschule Leutzsch, Beitrag I. Quartal', -9_600],
    ['2026-03-13', 'Gutschrift Flohmarkt Kinderrad', 8_500],
    ['2026-03-16', 'Kartenzahlung Gartencenter Rosenhag', -5_415, '2026-03-13'],
    ['2026-03-17', 'Lastschrift Haftpflicht Elsterland Versicherung', -7_432],
    ['2026-03-18', 'Kartenzahlung Markthalle am Kanal', -4_128, '2026-03-17'],
    ['2026-03-19', 'Überweisung Sportverein Plagwitz, Jahresbeitrag', -12_000],
    ['2026-03-20', 'Gutschrift Zinsen Sparbrief', 1_217],
    ['2026-03-23', 'Kartenzahlung Fahrradwerkstatt Speiche', -6_890, '2026-03-20'],
    ['2026-03-24', 'Lastschrift Tageszeitung Elsterbote', -3_490],
    ['2026-03-25', 'Kartenzahlung Drogerie Salbei', -1_875, '2026-03-24'],
    ['2026-03-26', 'Überweisung Geschenk Familie Wendt', -5_000],
    ['2026-03-27', 'Gehalt März, Papierwerk Elsterbogen GmbH', 264_381],
    ['2026-03-27', 'Kartenzahlung Markthalle am Kanal', -3_966, '2026-03-26'],
    ['2026-03-30', 'Lastschrift Theaterabonnement', -4_800],
    ['2026-03-30', 'Dauerauftrag Sparplan', -20_000],
    ['2026-03-31', 'Kontoführung und Buchungsentgelte', -495],
  ],
}

const british: Account = {
  language: 'en',
  print: { ...prints.GB, date: 'dd/mm/yyyy' },
  bank: 'Northmoor Building Society',
  bankAddress: '12 Guildhall Street, Skipton BD23 9ZZ',
  holder: 'Mr Alasdair Finnimore',
  address: ['3 Tannery Row', 'Otley', 'LS21 9ZZ'],
  number: '70041985',
  from: '2026-02-01',
  to: '2026-02-28',
  currency: 'GBP',
  opening: 120_410,
  movements: [
    ['2026-02-02', 'Standing order Beck Lettings', -68_500],
    ['2026-02-03', 'Card payment Dales Grocers', -4_217],
    ['2026-02-06', 'Direct debit Aire Water', -3_150],
    ['2026-02-10', 'Transfer from J Finnimore', 15_000],
    ['2026-02-13', 'Card payment Otley Hardware', -2_899],
    ['2026-02-17', 'Cash withdrawal Market Place', -6_000],
    ['2026-02-20', 'Card payment Chevin Books', -1_650],
    ['2026-02-26', 'Salary Wharfe Ironworks Ltd', 214_325],
    ['2026-02-27', 'Direct debit Moor Broadband', -2_950],
  ],
}

/** Bank statements: one of two pages with running balances, one with columns for money in and out. */
export const statements: readonly Sheet[] = [
  {
    kind: 'statement',
    file: 'statement-de-sparbank-lindenau-two-pages.pdf',
    language: 'de',
    layout: 'ledger-pages',
    title: 'Kontoauszug 3/2026',
    issued: '2026-03-31',
    draw: ledgerPages(german, {
      title: 'Kontoauszug',
      number: 'Nr. 3/2026',
      holder: 'Kontoinhaberin',
      account: 'Kontonummer',
      period: ['Kontoumsätze im Zeitraum', 'bis', 'in EUR'],
      heads: ['Buchung', 'Valuta', 'Verwendungszweck', 'Betrag', 'Saldo'],
      opening: 'Alter Saldo',
      closing: 'Neuer Saldo',
      carried: 'Übertrag',
      brought: 'Übertrag von der vorigen Seite',
      page: (number) => `Blatt ${number}`,
      foot: 'Einwendungen erheben Sie bitte innerhalb von sechs Wochen.',
    }),
  },
  {
    kind: 'statement',
    file: 'statement-en-uk-northmoor.pdf',
    language: 'en',
    layout: 'in-and-out',
    title: 'Account statement February 2026',
    issued: '2026-02-28',
    draw: inAndOut(british, { sortCode: '00-91-24', account: 'Everyday Account' }),
  },
]
