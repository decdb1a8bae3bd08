import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber, roundDecimal, withSign } from './formatNumber.ts'
import { decimalMarks, thousandsMarks } from './layoutChoices.ts'

/** Decimal strings as results give them, with more figures than a float holds. */
const decimals = fc
  .record({
    cents: fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
    places: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ cents, places }) => decimalOf(cents, places))

function decimalOf(scaled: bigint, places: number): string {
  const figures = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0')
  const at = figures.length - places
  const text = places === 0 ? figures : `${figures.slice(0, at)}.${figures.slice(at)}`
  return scaled < 0n ? `-${text}` : text
}

function scaled(decimal: string, places: number): bigint {
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.')
  const plain = BigInt(whole + fraction.padEnd(places, '0'))
  return decimal.startsWith('-') ? -plain : plain
}

test.each([
  ['1234.5', 2, '1234.50'],
  ['0.125', 2, '0.13'],
  ['-0.125', 2, '-0.13'],
  ['999.995', 2, '1000.00'],
  ['-0.004', 2, '0.00'],
  ['1.005', 2, '1.01'],
  ['12.5', 0, '13'],
  ['-98000', 2, '-98000.00'],
])('%s with %i decimals is %s', (decimal, places, rounded) => {
  expect(roundDecimal(decimal, places)).toBe(rounded)
})

test('rounding is never further away than half of the last figure, however long the number', () => {
  fc.assert(
    fc.property(decimals, fc.integer({ min: 0, max: 8 }), (decimal, places) => {
      const rounded = roundDecimal(decimal, places)
      expect(rounded.split('.')[1]?.length ?? 0).toBe(places)
      const gap = scaled(rounded, 8) - scaled(decimal, 8)
      const half = 10n ** BigInt(8 - places)
      expect((gap < 0n ? -gap : gap) * 2n <= half).toBe(true)
    }),
  )
})

test('a number is read back from any marks', () => {
  const marks = fc
    .record({
      mark: fc.constantFrom(...decimalMarks),
      thousands: fc.constantFrom(...thousandsMarks),
    })
    .filter(({ mark, thousands }) => mark !== thousands)
  fc.assert(
    fc.property(decimals, marks, (decimal, { mark, thousands }) => {
      const written = formatNumber(decimal, { mark, thousands })
      const [whole = '', fraction] = written.split(mark)
      expect(whole).toMatch(/^-?\d{1,3}(\D?\d{3})*$|^-?\d+$/)
      const plain = thousands === '' ? whole : whole.replaceAll(thousands, '')
      expect(fraction === undefined ? plain : `${plain}.${fraction}`).toBe(decimal)
    }),
  )
  expect(formatNumber('-1234567.8', { mark: ',', thousands: '.' })).toBe('-1.234.567,8')
})

test('sign rules turn a number over once, and nothing has no sign', () => {
  fc.assert(
    fc.property(decimals, fc.boolean(), (decimal, givesBack) => {
      const negated = withSign(decimal, 'negated', givesBack)
      expect(scaled(negated, 6)).toBe(-scaled(decimal, 6))
      expect(withSign(decimal, 'absolute', givesBack)).not.toMatch(/^-/)
      expect(withSign(decimal, 'as_is', givesBack)).toBe(decimal)
      const credit = scaled(withSign(decimal, 'credit_negative', givesBack), 6)
      const size = scaled(decimal.replace('-', ''), 6)
      expect(credit).toBe(givesBack ? -size : scaled(decimal, 6))
    }),
  )
  expect(['0', '0.00'].map((zero) => withSign(zero, 'negated', false))).toEqual(['0', '0.00'])
})
