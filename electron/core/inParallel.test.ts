import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inParallel } from './inParallel.ts'

function counter(limit: number) {
  let taken = 0
  return { next: () => (taken < limit ? ++taken : null), taken: () => taken }
}

test('everything is worked on, so many at a time, and nothing is taken ahead', async () => {
  const { next, taken } = counter(20)
  let running = 0
  let most = 0
  const done: number[] = []
  await inParallel(3, next, async (item) => {
    most = Math.max(most, ++running)
    expect(taken() - done.length).toBeLessThanOrEqual(3)
    await wait(1)
    done.push(item)
    running--
  })
  expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  expect(most).toBe(3)
})

test('after an error nothing more is taken, and it is thrown when all is quiet', async () => {
  const { next, taken } = counter(20)
  let finished = 0
  const work = async (item: number) => {
    await wait(item === 2 ? 1 : 10)
    if (item === 2) throw new Error('two')
    finished++
  }
  await expect(inParallel(3, next, work)).rejects.toThrow('two')
  expect({ taken: taken(), finished }).toEqual({ taken: 3, finished: 2 })
})

test('when there is nothing more to be had, what is in hand still comes to its end', async () => {
  let taken = 0
  let finished = 0
  const next = () => {
    if (++taken > 2) throw new Error('no more')
    return taken
  }
  const work = async () => {
    await wait(5)
    finished++
  }
  await expect(inParallel(3, next, work)).rejects.toThrow('no more')
  expect(finished).toBe(2)
})
