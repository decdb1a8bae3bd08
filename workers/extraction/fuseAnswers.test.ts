import { describe, expect, it } from 'vitest'
import type { Box } from '../model.ts'
import type { Answer } from './fields.ts'
import { fuseAnswers } from './fuseAnswers.ts'

function answer(value: string, score: number, top: number, confidence = 0.8): Answer {
  const box: Box = [10, top, 60, top + 10]
  const words = [{ text: value, box, confidence, reader: 'ocr' }] as const
  const found = { value, raw: value, page: 1, box, words, score, why: [], proven: false }
  return { ...found, signals: { right: score }, labelled: true, other: null }
}

const best = (answers: readonly Answer[]) => answers.toSorted((a, b) => b.score - a.score)[0]

describe('fuseAnswers', () => {
  it('leaves the answers of a single reading as they are', () => {
    const answers = [answer('4.50', 0.6, 100)]
    expect(fuseAnswers('amount', [answers])).toBe(answers)
  })

  it('counts a value more that another reading finds in the same place', () => {
    const fused = fuseAnswers('date', [
      [answer('2018-03-20', 0.6, 100), answer('2018-03-29', 0.62, 300)],
      [answer('2018-03-20', 0.6, 101), answer('2018-03-21', 0.1, 500)],
    ])
    expect(best(fused)).toMatchObject({ value: '2018-03-20', agreement: 1 })
  })

  it('takes of two values in one place the better read one', () => {
    const fused = fuseAnswers('name', [
      [answer('RIVER [NN', 0.8, 20, 0.5)],
      [answer('RIVER INN', 0.8, 20, 0.9)],
    ])
    expect(best(fused)).toMatchObject({ value: 'RIVER INN', agreement: 0 })
  })

  it('does not let a line that is easily read win over the right one, read in two ways', () => {
    const fused = fuseAnswers('name', [
      [answer('RIVER INN LTD', 0.8, 20), answer('GREEN PARK', 0.7, 60)],
      [answer('RIVFR INN LTD', 0.8, 20), answer('GREEN PARK', 0.7, 60)],
    ])
    expect(best(fused)?.box[1]).toBe(20)
  })

  it('carries a proof over to the same value in another reading', () => {
    const fused = fuseAnswers('amount', [
      [answer('4.50', 0.6, 100)],
      [{ ...answer('4.50', 0.6, 100), proven: true }],
    ])
    expect(fused.every(({ proven }) => proven)).toBe(true)
  })

  it('takes each line of an address from the reading that is surer of it', () => {
    const lines = (first: readonly [string, number], second: readonly [string, number]) => {
      const words = [first, second].map(([text, confidence], i) => {
        const box: Box = [10, 20 * i, 60, 20 * i + 10]
        return { text, box, confidence, reader: 'ocr' } as const
      })
      return { ...answer(`${first[0]} ${second[0]}`, 0.6, 0), box: [10, 0, 60, 30] as Box, words }
    }
    const fused = fuseAnswers('address', [
      [lines(['12 H1ll Road', 0.5], ['Klang', 0.9])],
      [lines(['12 Hill Road', 0.9], ['K1ang', 0.5])],
    ])
    expect(best(fused)?.value).toBe('12 Hill Road Klang')
  })
})
