import { describe, expect, it } from 'vitest'
import type { Page } from '../model.ts'
import { typedPage } from '../testing/typedPage.ts'
import { findMerchant } from './merchant.ts'
import { readingOf } from './reading.ts'

/** A receipt whose lines stand under each other, read by OCR. */
function receipt(...lines: readonly string[]): Page {
  return typedPage(
    lines.map((text, i) => [40, 20 + 14 * i, text] as const),
    { reader: 'ocr' },
  )
}

function found(...lines: readonly string[]) {
  const { names, addresses } = findMerchant(readingOf([receipt(...lines)], '2026-11-22'))
  return { name: names[0]?.value ?? null, address: addresses[0]?.value ?? null }
}

describe('findMerchant', () => {
  it('takes the line with a registration number for the name, whatever stands over it', () => {
    expect(
      found('FEE NY', 'RIVER MART S/B (123456-X)', 'LOT 12, MAIN ROAD', 'TOTAL 4.50').name,
    ).toBe('RIVER MART S/B')
  })

  it('passes over what OCR sees in a logo, and over greetings', () => {
    expect(found('E Be Lg 5', 'Thank you and do visit us again', 'THE GREEN SPOON').name).toBe(
      'THE GREEN SPOON',
    )
  })

  it('joins a name that goes on with its legal form in the next line', () => {
    expect(found('NORTHERN LIGHT', 'STATIONERY SDN. BHD.', '12 Hill Street').name).toBe(
      'NORTHERN LIGHT STATIONERY SDN. BHD.',
    )
  })

  it('does not join a name with the words before a registration number', () => {
    expect(found('NORTHERN LIGHT STATION', 'Company No :123456-X', '12 Hill Street').name).toBe(
      'NORTHERN LIGHT STATION',
    )
  })

  it('gives every line of the address down to the postcode and its place', () => {
    expect(
      found(
        'TEA HOUSE LTD',
        'LOT 4410, HILL ROAD,',
        'GREEN PARK',
        '30550 RIVERSIDE, PERAK',
        'TEL 03-1234567',
      ).address,
    ).toBe('LOT 4410, HILL ROAD, GREEN PARK 30550 RIVERSIDE, PERAK')
  })

  it('begins with a lot or unit, and ends at a telephone number whatever stands before it', () => {
    const lines = ['TEA HOUSE LTD', 'LOT KLM 204060', 'Hill Road @ Green Park', '70500 Riverside']
    expect(found(...lines, 'Tclefox 05-4321 7654').address).toBe(
      'LOT KLM 204060 Hill Road @ Green Park 70500 Riverside',
    )
  })

  it('takes a street without a number over the line with the postcode', () => {
    expect(found('CAFE DU LAC', 'ROUTE DU LAC BLEU', '15000 AURILLAC', 'Tel 05 22').address).toBe(
      'ROUTE DU LAC BLEU 15000 AURILLAC',
    )
  })

  it('takes a province of three words below the postcode, though a comma stands before that', () => {
    expect(
      found(
        'TEA HOUSE LTD',
        '12 Hill Road,',
        'Block 4, Park 70500 Riverside',
        'Northern River Province',
      ).address,
    ).toBe('12 Hill Road, Block 4, Park 70500 Riverside Northern River Province')
  })

  it('does not take goods for an address', () => {
    expect(found('TEA HOUSE', '22241 GREEN TEA 18.00', '64542 BLACK TEA 17.90').address).toBeNull()
  })
})
