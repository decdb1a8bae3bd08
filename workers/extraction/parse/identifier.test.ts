import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBics, findIbans, findReferences, findVatIds, isIban } from './identifier.ts'

describe('findIbans', () => {
  it('reads an IBAN in groups and stops at its country’s length', () => {
    expect(findIbans('IBAN: DE89 3704 0044 0532 0130 00 BIC COBADEFFXXX')).toMatchObject([
      { value: 'DE89370400440532013000', proven: true },
    ])
    expect(findIbans('NL91ABNA0417164300')).toMatchObject([
      { value: 'NL91ABNA0417164300', proven: true },
    ])
  })

  it('is not misled by a VAT id before it', () => {
    const text = 'VAT DE123456789  IBAN DE89 3704 0044 0532 0130 00'
    expect(findIbans(text).map((iban) => iban.value)).toEqual(['DE89370400440532013000'])
  })

  it('says when the check digits do not hold', () => {
    expect(findIbans('DE88370400440532013000')).toMatchObject([{ proven: false }])
  })

  it('is never proven after one digit changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 21 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const iban = [...'DE89370400440532013000']
        iban[place] = String((Number(iban[place]) + by) % 10)
        expect(isIban(iban.join(''))).toBe(false)
      }),
    )
  })
})

describe('findVatIds', () => {
  it('reads the shapes of several countries, spaces and points left out', () => {
    const values = (text: string) => findVatIds(text).map((id) => id.value)
    expect(values('USt-IdNr.: DE 123 456 789')).toEqual(['DE123456789'])
    expect(values('TVA FR 12 345678901')).toEqual(['FR12345678901'])
    expect(values('btw NL123456789B01')).toEqual(['NL123456789B01'])
    expect(values('CHE-123.456.789 MWST')).toEqual(['CHE123456789MWST'])
    expect(values('P.IVA IT01234567890 Capitale')).toEqual(['IT01234567890'])
    expect(values('VAT GB 123 4567 89')).toEqual(['GB123456789'])
  })

  it('says whether the check digits hold, and finds those that do not as well', () => {
    expect(findVatIds('DE812345673, DE123456789')).toMatchObject([
      { value: 'DE812345673', proven: true },
      { value: 'DE123456789', proven: false },
    ])
  })

  it('takes no IBAN and no plain word for one', () => {
    expect(findVatIds('DE89370400440532013000')).toEqual([])
    expect(findVatIds('DELIVERY NOTE')).toEqual([])
  })
})

describe('findBics', () => {
  it('finds codes of eight and eleven letters of real countries', () => {
    expect(findBics('BIC: DEUTDEFF500').map((bic) => bic.value)).toEqual(['DEUTDEFF500'])
    expect(findBics('RECHNUNG').map((bic) => bic.value)).toEqual([])
  })
})

describe('findReferences', () => {
  it('keeps leading zeros, case and inner marks, and leaves a leading # and a trailing point', () => {
    const values = (text: string) => findReferences(text).map((id) => id.value)
    expect(values('Nr. RE-20260017/042.')).toEqual(['RE-20260017/042'])
    expect(values('Rechnung #00042 vom')).toEqual(['00042'])
    expect(values('no digits here')).toEqual([])
  })
})
