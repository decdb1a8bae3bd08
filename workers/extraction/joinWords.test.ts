import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Word } from '../model.ts'
import { joinWords } from './joinWords.ts'

type Read = readonly [
  left: number,
  text: string,
  confidence: number,
  alternative?: readonly [string, number],
]

/** Words of a line of type, each six points a letter, from where it begins. */
function line(...words: readonly Read[]): Word[] {
  return words.map(([left, text, confidence, other]): Word => {
    const box = [left, 20, left + 6 * text.length, 30] as const
    const word = { text, box, confidence, reader: 'ocr' } as const
    return other ? { ...word, alternative: { text: other[0], confidence: other[1] } } : word
  })
}

const joined = (a: readonly Word[], b: readonly Word[]) =>
  joinWords(a, b)
    .map(({ text }) => text)
    .join(' ')

describe('joinWords', () => {
  it('takes of each place the word that was read more surely', () => {
    const first = line([0, '12', 0.9], [20, 'H1ll', 0.5], [60, 'Road', 0.9])
    const second = line([0, '1Z', 0.5], [20, 'Hill', 0.9], [60, 'Roab', 0.4])
    expect(joined(first, second)).toBe('12 Hill Road')
  })

  it('counts what one reading doubts and the other says', () => {
    const first = line([0, '52310', 0.76, ['57310', 0.75]])
    expect(joined(first, line([0, '57310', 0.67]))).toBe('57310')
  })

  it('brings in a word that only the other reading has, if it was read surely', () => {
    const first = line([20, 'Hill', 0.9], [60, 'Road', 0.9])
    const second = line([0, '12', 0.95], [20, 'Hill', 0.8], [60, 'Road', 0.9], [90, 'x', 0.4])
    expect(joined(first, second)).toBe('12 Hill Road')
  })

  it('leaves out a speck that only one reading has', () => {
    const first = line([0, '12', 0.9], [20, 'Hill', 0.9], [60, 'a3', 0.56])
    expect(joined(first, line([0, '12', 0.9], [20, 'Hill', 0.9]))).toBe('12 Hill')
  })

  it('takes two words over one that covers both but lacks one of them', () => {
    const first = line([0, 'Station Road 4', 0.9])
    const whole = first.map((word) => ({ ...word, text: 'Station Road' }))
    const second = line([0, 'Station', 0.85], [48, 'Road', 0.85], [78, '4', 0.9])
    expect(joined(whole, second)).toBe('Station Road 4')
  })

  it('takes a nought over an eight, which softening makes of a nought with a dot', () => {
    expect(joined(line([0, '46808', 0.9]), line([0, '46800', 0.7]))).toBe('46800')
    expect(joined(line([0, '46800', 0.7]), line([0, '46808', 0.9]))).toBe('46800')
  })

  it('gives nothing but words that one of the readings has', () => {
    const word = fc.tuple(
      fc.nat(400),
      fc.string({ minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (a, b) => {
        const [first, second] = [line(...a), line(...b)]
        const known = new Set([...first, ...second])
        expect(joinWords(first, second).every((each) => known.has(each))).toBe(true)
      }),
    )
  })
})
