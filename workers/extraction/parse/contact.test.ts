import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findEmails, findPhones } from './contact.ts'

const phones = (text: string) => findPhones(text).map(({ value, raw }) => [value, raw])

describe('findPhones', () => {
  it('gives a number with a country code in one form, however it is printed', () => {
    for (const printed of ['+49 30 5550117', '+49 (30) 5550117', '+49-30-555 0117'])
      expect(phones(`Tel. ${printed}, Fax`), printed).toEqual([['+49305550117', printed]])
  })

  it('gives one without as its digits, since no country is sure', () => {
    expect(phones('Telefon: 03643 555 0117')).toEqual([['036435550117', '03643 555 0117']])
    expect(phones('Phone (432) 555-0146')).toEqual([['4325550146', '(432) 555-0146']])
    expect(phones('Tél. 04 00 00 41 82')).toEqual([['0400004182', '04 00 00 41 82']])
  })

  it('takes no date, amount, account or short code for one', () => {
    for (const text of [
      '03/04/2025',
      '01.02.2026 12:30',
      'EUR 1.234,56',
      'DE89 3704 0044 0532 0130 00',
      'No. 0417-3',
      'RE-2026-00042',
    ])
      expect(phones(text), text).toEqual([])
  })

  it('never gives what does not stand in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+()-./ Tel') }), (text) => {
        for (const { raw, from, to } of findPhones(text)) expect(text.slice(from, to)).toBe(raw)
      }),
    )
  })
})

describe('findEmails', () => {
  it('gives addresses in small letters, without what stands around them', () => {
    expect(findEmails('Mail: Office@Harbour-Finch.example.').map(({ value }) => value)).toEqual([
      'office@harbour-finch.example',
    ])
    expect(findEmails('a.b+c@x.example; d@y.co.example').map(({ value }) => value)).toEqual([
      'a.b+c@x.example',
      'd@y.co.example',
    ])
  })

  it('takes nothing without a domain for one', () => {
    for (const text of ['2 @ 3.40', 'name@', '@home', 'a@b']) expect(findEmails(text)).toEqual([])
  })
})
