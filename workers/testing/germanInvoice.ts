import type { TypedRun } from './typedPage.ts'

/** What a German invoice of two lines prints above its foot, for tests. */
export const germanInvoice: readonly TypedRun[] = [
  [40, 60, 'Musterbau Nord GmbH'],
  [40, 120, 'Musterbau Nord GmbH · Hafenweg 1 · 20457 Hamburg'],
  [40, 150, 'Kern & Söhne KG'],
  [40, 163, 'Lindenallee 12'],
  [40, 176, '50667 Köln'],
  [350, 150, 'Rechnungsnummer'],
  [470, 150, 'RE-00042'],
  [350, 163, 'Rechnungsdatum'],
  [470, 163, '05.03.2026'],
  [40, 260, 'Pos Bezeichnung                    Menge    Einzelpreis      Betrag'],
  [40, 280, '1   Fenster Eiche                      2         500,00    1.000,00'],
  [40, 310, '2   Montage                            4          58,50      234,00'],
  [300, 350, 'Summe netto'],
  [470, 350, '1.234,00 €'],
  [300, 365, 'zzgl. 19 % MwSt'],
  [470, 365, '234,46 €'],
  [300, 380, 'Gesamtbetrag'],
  [470, 380, '1.468,46 €'],
]
