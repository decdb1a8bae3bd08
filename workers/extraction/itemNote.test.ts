import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCode, isNoteLine, leadsWithCode, opensWithLabel } from './itemNote.ts'

describe('lines below the name of an item', () => {
  test.each([
    '• oiled twice',
    'Colour: oak',
    'Verpackung : Karton',
    '- Origine : FR',
    'Country of origin: NL',
    'Discount 1: 2.00 %',
    'Herkunftsland:DE',
    'Art.-Nr. 4711',
    'EAN 4006381333931',
    'GTIN: 4006381333931',
    'Réf. AB-12',
    'Cod. 88-120',
    'Nº de serie 5521',
    'Artikelnummer: 77',
    'Lot B2207',
  ])('“%s” is a note', (text) => {
    expect(isNoteLine(text)).toBe(true)
  })

  test.each([
    'with brass fittings',
    'ratio 1:12, sealed',
    'from 10:30 to 12:00',
    'https://example.com',
    'Codes of conduct, printed',
    'Artisan bread 750 g',
    '(hours): of a drawing',
  ])('“%s” says nothing of the kind', (text) => {
    expect(isNoteLine(text)).toBe(false)
  })
})

describe('article numbers', () => {
  test.each(['ZX997', '20311', 'M-014', 'SKU 4711', 'Art.-Nr.: AB-120'])('“%s” is one', (text) => {
    expect(isCode(text)).toBe(true)
  })

  test.each(['Oak', '05.02.2026', '12,50', 'Oak 4711', 'x', '100ml'])('“%s” is none', (text) => {
    expect(isCode(text)).toBe(false)
  })

  test('before a name they have letters and figures, or many figures: no count is taken for one', () => {
    expect(leadsWithCode('ZX-997 Oak board')).toBe(true)
    expect(leadsWithCode('4006381333931 Oak board')).toBe(true)
    expect(leadsWithCode('5000 flyers')).toBe(false)
    expect(leadsWithCode('2026 calendar')).toBe(false)
    expect(leadsWithCode('ZX-997')).toBe(false)
  })

  test('a label is followed by its code, or stands alone', () => {
    expect(opensWithLabel('GTIN')).toBe(true)
    expect(opensWithLabel('Art-Nr-Lieferant ZX997')).toBe(true)
    expect(opensWithLabel('Code review')).toBe(false)
  })

  test('any text is judged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(typeof isNoteLine(text)).toBe('boolean')
        expect(isCode(text) && leadsWithCode(text)).toBe(false)
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})
