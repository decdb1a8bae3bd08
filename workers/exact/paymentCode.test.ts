import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { epcText } from '../testing/drawnCode.ts'
import { readPaymentCode } from './paymentCode.ts'

const factsOf = (text: string) =>
  Object.fromEntries(readPaymentCode(text)?.facts.map(({ term, value }) => [term, value]) ?? [])

describe('an EPC code', () => {
  it('states account, payee, amount and reference', () => {
    expect(factsOf(epcText())).toEqual({
      ...{ 'BT-84': 'DE89370400440532013000', 'BT-85': 'Musterbau Nord GmbH', 'BT-5': 'EUR' },
      ...{ 'BT-86': 'COBADEFFXXX', 'BT-115': '119.00', 'BT-83': 'RE-00042' },
    })
    expect(factsOf(epcText().replaceAll('\n', '\r\n'))).toEqual(factsOf(epcText()))
  })

  it('may end early and leave the amount to the payer', () => {
    const short = 'BCD\n001\n1\nSCT\n\nMusterbau\nDE89 3704 0044 0532 0130 00'
    expect(factsOf(short)).toEqual({ 'BT-84': 'DE89370400440532013000', 'BT-85': 'Musterbau' })
  })

  it('with wrong check digits is no payment', () => {
    expect(readPaymentCode(epcText({ iban: 'DE88370400440532013000' }))).toBeNull()
  })
})

/** A Swiss QR-bill of version 2.0. */
function swissText({
  amount = '1949.75',
  reference = '210000000003139471430009017',
  bill = '',
} = {}) {
  const creditor = ['S', 'Robert Muster AG', 'Rue du Lac', '1268', '2501', 'Biel', 'CH']
  const nobody = Array.from({ length: 7 }, () => '')
  const lines = ['SPC', '0200', '1', 'CH4431999123000889012', ...creditor, ...nobody, amount]
  return [...lines, 'CHF', ...nobody, 'QRR', reference, 'Order of 15 June', 'EPD', bill].join('\n')
}

describe('a Swiss QR-bill', () => {
  it('states account, payee, amount and reference', () => {
    expect(readPaymentCode(swissText())?.format).toBe('swiss_qr')
    expect(factsOf(swissText())).toEqual({
      ...{ 'BT-84': 'CH4431999123000889012', 'BT-85': 'Robert Muster AG', 'BT-5': 'CHF' },
      ...{ 'BT-115': '1949.75', 'BT-83': '210000000003139471430009017' },
    })
  })

  it('over nothing is a notice and states no amount', () => {
    expect(factsOf(swissText({ amount: '0.00' }))['BT-115']).toBeUndefined()
    expect(factsOf(swissText({ amount: '' }))['BT-115']).toBeUndefined()
  })

  it('says what is billed in the billing information, slashes and all', () => {
    const bill =
      '//S1/10/10201\\/409/11/190512/20/1400.000-53/30/106017086/31/180508/32/7.7:553.39;2.5:14/40/2:10;0:30'
    expect(factsOf(swissText({ bill }))).toMatchObject({
      ...{ 'BT-1': '10201/409', 'BT-2': '2019-05-12', 'BT-10': '1400.000-53' },
      ...{ 'BT-31': 'CHE106017086', 'BT-72': '2018-05-08' },
    })
    const rows = readPaymentCode(swissText({ bill }))?.rows.map(({ facts }) =>
      facts.map(({ value }) => value),
    )
    expect(rows).toEqual([
      ['7.7', '553.39'],
      ['2.5', '14.00'],
    ])
  })

  it('for a period or with a rate alone states neither day nor taxes', () => {
    const bill = '//S1/10/1/31/180501180531/32/7.7'
    expect(factsOf(swissText({ bill }))['BT-72']).toBeUndefined()
    expect(readPaymentCode(swissText({ bill }))?.rows).toEqual([])
  })
})

describe('a code of something else', () => {
  it('states nothing: an address of the net, a card, a ticket', () => {
    for (const text of [
      'https://example.org/pay?iban=DE89370400440532013000',
      'BEGIN:VCARD',
      'BCD',
      '',
    ])
      expect(readPaymentCode(text), text).toBeNull()
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readPaymentCode(text)).toBeNull()
      }),
    )
  })

  it('with the head of a payment and anything behind it never throws', () => {
    const head = fc.constantFrom('BCD\n002\n1\nSCT\n', 'SPC\n0200\n1\n')
    fc.assert(
      fc.property(head, fc.array(fc.string(), { maxLength: 40 }), (start, lines) => {
        readPaymentCode(start + lines.join('\n'))
      }),
    )
  })
})
