import { expect, it } from 'vitest'
import { createMemoryGate, memoryLimit } from './memoryGate.ts'

/** Steps that end when they are told to. */
function steps(used: () => number) {
  const gate = createMemoryGate(100, used)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const begin = (name: number) =>
    gate.pass(() => {
      begun.push(name)
      return new Promise<void>((resolve) => {
        ends.push(resolve)
      })
    })
  return { begun, ends, begin }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

it('lets all steps through while there is memory', async () => {
  const { begun, begin } = steps(() => 99)
  begin(1)
  begin(2)
  begin(3)
  await settled()
  expect(begun).toEqual([1, 2, 3])
})

it('lets one step at a time through when there is none, and never stops', async () => {
  const { begun, ends, begin } = steps(() => 101)
  begin(1)
  begin(2)
  begin(3)
  await settled()
  expect(begun).toEqual([1])
  ends[0]?.()
  await settled()
  expect(begun).toEqual([1, 2])
  ends[1]?.()
  await settled()
  expect(begun).toEqual([1, 2, 3])
})

it('a step that fails makes room for the next', async () => {
  const gate = createMemoryGate(0, () => 1)
  const failing = gate.pass(() => Promise.reject(new Error('no')))
  const next = gate.pass(() => Promise.resolve('yes'))
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('yes')
})

it('the limit is a part of the memory that there is', () => {
  expect(memoryLimit()).toBeGreaterThan(100e6)
})
