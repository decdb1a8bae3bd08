import { availableParallelism } from 'node:os'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { shareOfCore, workingTime } from './workingTime.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => vi.useRealTimers())

/** After how many seconds the time is up, at most `most` of them. */
async function endOf(seconds: number, share: () => number, most = 2000): Promise<number | null> {
  const { signal } = workingTime(seconds, share)
  for (let passed = 0; passed < most; passed += 0.5) {
    if (signal.aborted) return passed
    await vi.advanceTimersByTimeAsync(500)
  }
  return null
}

test('on a calm computer it is the time of the clock', async () => {
  expect(await endOf(120, () => 1)).toBe(120)
  expect(await endOf(0.5, () => 1)).toBe(0.5)
})

test('a second in which a task can have had a quarter of a core counts as a quarter', async () => {
  expect(await endOf(120, () => 0.25)).toBe(480)
})

test('a core is shared among those that want one, and on the busiest computer a tenth is left', () => {
  const cores = availableParallelism()
  expect(shareOfCore(0)).toBe(1)
  expect(shareOfCore(cores)).toBe(1)
  expect(shareOfCore(4 * cores)).toBe(0.25)
  expect(shareOfCore(1000 * cores)).toBe(0.1)
})

test('what is done is not given up later', async () => {
  const { signal, stop } = workingTime(5, () => 1)
  await vi.advanceTimersByTimeAsync(3000)
  stop()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(signal.aborted).toBe(false)
  expect(vi.getTimerCount()).toBe(0)
})
