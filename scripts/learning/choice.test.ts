import { expect, it } from 'vitest'
import { type Choice, chances, fitChoices } from './choice.ts'

const start = { right: 0, stranger: 0, 'nothing:date': 0 }
const free = new Set(Object.keys(start))
const labelled: Choice = {
  options: [{ right: 0.9 }, { stranger: 0.8 }, { 'nothing:date': 1 }],
  right: new Set([0]),
}
const absent: Choice = {
  options: [{ stranger: 0.7 }, { 'nothing:date': 1 }],
  right: new Set([1]),
}

it('learns what speaks for a value, what against, and when nothing is the answer', () => {
  const weights = fitChoices([labelled, labelled, absent], { start, free, pull: 0.05 })
  expect(weights.right).toBeGreaterThan(0)
  expect(weights.stranger).toBeLessThan(0)
  for (const { options, right } of [labelled, absent]) {
    const likely = chances(weights, options)
    expect(right.has(likely.indexOf(Math.max(...likely)))).toBe(true)
  }
})

it('counts every print of the true value as right', () => {
  const twice: Choice = {
    options: [{ right: 0.5 }, { right: 0.5 }, { 'nothing:date': 1 }],
    right: new Set([0, 1]),
  }
  const weights = fitChoices([twice], { start, free, pull: 0.05 })
  const [first = 0, second = 0] = chances(weights, twice.options)
  expect(first).toBeCloseTo(second)
  expect(first + second).toBeGreaterThan(0.6)
})

it('does not move what is held', () => {
  const weights = fitChoices([labelled], { start, free: new Set(['right']), pull: 0.05 })
  expect(weights.stranger).toBe(0)
})
