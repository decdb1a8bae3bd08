import { expect, it } from 'vitest'
import { chanceOf, type Example, fitLogistic } from './logistic.ts'

/** Examples of which a share is right. */
const of = (signs: Example['signs'], right: number, wrong: number): Example[] => [
  ...Array.from({ length: right }, () => ({ signs, isRight: true })),
  ...Array.from({ length: wrong }, () => ({ signs, isRight: false })),
]

it('says the share that was right, where there is enough to tell', () => {
  const examples = [...of({ one: 1 }, 300, 700), ...of({ one: 1, clear: 1 }, 950, 50)]
  const weights = fitLogistic(examples, { pull: () => 0.01 })
  expect(chanceOf(weights, { one: 1 })).toBeCloseTo(0.3, 2)
  expect(chanceOf(weights, { one: 1, clear: 1 })).toBeCloseTo(0.95, 2)
})

it('stays where it starts, where there is little to tell', () => {
  const examples = of({ one: 1, rare: 1 }, 2, 0)
  const weights = fitLogistic(examples, { pull: () => 1000, start: { rare: -2 } })
  expect(weights.rare).toBeCloseTo(-2, 1)
})

it('knows nothing any more once the answers are shuffled', () => {
  const examples = Array.from({ length: 1000 }, (_, i) => ({
    signs: { one: 1, proven: i % 2 },
    isRight: i % 2 === 1 || i % 8 === 0,
  }))
  const shuffled = examples.map(({ signs }, i) => ({
    signs,
    isRight: examples[(i >> 1) + 500 * (i % 2)]?.isRight ?? false,
  }))
  const apart = (of: readonly Example[]) => {
    const weights = fitLogistic(of, { pull: () => 0.1 })
    return chanceOf(weights, { one: 1, proven: 1 }) - chanceOf(weights, { one: 1, proven: 0 })
  }
  expect(apart(examples)).toBeGreaterThan(0.6)
  expect(Math.abs(apart(shuffled))).toBeLessThan(0.1)
})
