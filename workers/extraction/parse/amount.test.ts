import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalMarkOf, decimalString, parseAmount, unitsOf } from './amount.ts'

const value = (text: string, decimal: '.' | ',' | null = null) => parseAmount(text, decimal)?.value

describe('parseAmount', () => {
  it('takes the last of two different marks as the decimal mark', () => {
    expect(value('1.234,56')).toBe('1234.56')
    expect(value('1,234.56')).toBe('1234.56')
    expect(value("1'234.50")).toBe('1234.50')
  })

  it('takes a mark that repeats as a thousands mark', () => {
    expect(value('1.234.567')).toBe('1234567.00')
    expect(value('1,234,567')).toBe('1234567.00')
  })

  it('asks the document what one mark before three digits means', () => {
    expect(value('1.234', ',')).toBe('1234.00')
    expect(value('1.234', '.')).toBe('1.234')
    expect(parseAmount('1.234', ',')?.reading).toBe('by_locale')
  })

  it('never reads a mark after a leading zero as thousands', () => {
    expect(value('0.125', ',')).toBe('0.125')
  })

  it('reads signs before, behind and as parentheses', () => {
    expect(value('-7,35')).toBe('-7.35')
    expect(value('7,35-')).toBe('-7.35')
    expect(value('(7.35)')).toBe('-7.35')
  })

  it('reads a dash in place of decimals', () => {
    expect(value('12.–')).toBe('12.00')
    expect(value('12,-')).toBe('12.00')
  })

  it('refuses what is no number', () => {
    for (const text of ['', 'abc', '12a', '1.2.3', '12.34.5678.9', '..'])
      expect(value(text), text).toBeUndefined()
  })

  it('reads back every amount in every notation', () => {
    const notations = [
      { group: '.', mark: ',' },
      { group: ',', mark: '.' },
      { group: "'", mark: '.' },
      { group: ' ', mark: ',' },
      { group: '', mark: '.' },
    ] as const
    fc.assert(
      fc.property(
        fc.bigInt(-99_999_999_999n, 99_999_999_999n),
        fc.constantFrom(...notations),
        (cents, notation) => {
          const digits = String(cents < 0n ? -cents : cents).padStart(3, '0')
          const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, notation.group)
          const text = `${cents < 0n ? '-' : ''}${whole}${notation.mark}${digits.slice(-2)}`
          expect(parseAmount(text, null)?.units).toBe(cents * 100n)
        },
      ),
    )
  })

  it('writes and reads decimal strings without loss', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), (units) => {
        expect(unitsOf(decimalString(units))).toBe(units)
      }),
    )
  })
})

describe('decimalMarkOf', () => {
  it('finds the habit of a document', () => {
    expect(decimalMarkOf(['Summe 1.234,56', '12,50'])).toBe(',')
    expect(decimalMarkOf(['Total 1,234.56', '3.10'])).toBe('.')
  })

  it('is not misled by dates and says nothing when nothing tells', () => {
    expect(decimalMarkOf(['31.12.2025', '05.03.2013'])).toBeNull()
    expect(decimalMarkOf(['12 pieces'])).toBeNull()
  })
})
