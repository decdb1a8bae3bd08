import { expect, it } from 'vitest'
import { certifiedThreshold, type Decision, errorBound } from './bound.ts'

const decisions = (
  ...runs: readonly (readonly [count: number, confidence: number, right: boolean])[]
) =>
  runs.flatMap(([count, confidence, isRight]) =>
    Array.from({ length: count }, (): Decision => ({ confidence, isRight })),
  )

it('asks for as many right decisions as the published table', () => {
  // Without an error 59, 149 and 299 decisions are needed for 5, 2 and 1 %, with one error 93, 236 and 473.
  for (const [errors, count, share] of [
    [0, 59, 0.05],
    [0, 149, 0.02],
    [0, 299, 0.01],
    [1, 93, 0.05],
    [1, 236, 0.02],
    [1, 473, 0.01],
  ] as const) {
    expect(errorBound(errors, count), `${errors} of ${count}`).toBeLessThanOrEqual(share)
    expect(errorBound(errors, count - 1), `${errors} of ${count - 1}`).toBeGreaterThan(share)
  }
})

it('promises nothing from a few decisions, however right', () => {
  expect(certifiedThreshold(decisions([100, 0.99, true]), 0.02)).toBeNull()
})

it('takes the loosest share that holds, and none behind one that does not', () => {
  const threshold = certifiedThreshold(
    decisions([400, 0.97, true], [400, 0.9, true], [100, 0.6, false], [900, 0.5, true]),
    0.02,
  )
  expect(threshold).toBe(0.9)
})

it('breaks its promise no more often than it says', () => {
  let state = 1
  const random = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  const drawn = () =>
    Array.from({ length: 600 }, (): Decision => {
      const confidence = 0.7 + 0.3 * random()
      return { confidence, isRight: random() < confidence }
    })
  let broken = 0
  for (let round = 0; round < 200; round++) {
    const threshold = certifiedThreshold(drawn(), 0.05)
    const accepted = drawn().filter(({ confidence }) => confidence >= (threshold ?? 1))
    // Of a value with confidence c, 1 - c is wrong: the true error of what is accepted.
    const error =
      accepted.reduce((sum, { confidence }) => sum + 1 - confidence, 0) /
      Math.max(1, accepted.length)
    if (error > 0.05) broken++
  }
  expect(broken / 200).toBeLessThanOrEqual(0.1)
})

it('takes no threshold at which one kind of document shows more errors, however many others are right', () => {
  const receipts = decisions([6, 0.81, false], [60, 0.8, true]).map((one) => ({
    ...one,
    pool: 'receipts',
  }))
  const invoices = decisions([900, 0.95, true]).map((one) => ({ ...one, pool: 'invoices' }))
  expect(certifiedThreshold([...invoices, ...receipts], 0.02)).toBe(0.95)
})
