import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createLanes, type Lane } from './lanes.ts'

test('never more than its width run at a time, and one more for a person who looks', async () => {
  const lanes = createLanes(2)
  let running = 0
  let most = 0
  const step = async () => {
    most = Math.max(most, ++running)
    await wait(5)
    running--
  }
  await Promise.all(Array.from({ length: 8 }, () => lanes.pass('page', step)))
  expect(most).toBe(2)
  await Promise.all(
    Array.from({ length: 9 }, (_, i) => lanes.pass(i === 8 ? 'look' : 'page', step)),
  )
  expect(most).toBe(3)
})

test('what is looked at goes first, then what ends an item, then pages in their order', async () => {
  const lanes = createLanes(1)
  const order: string[] = []
  const enter = (lane: Lane, name: string) =>
    lanes.pass(lane, async () => {
      order.push(name)
      await wait(1)
    })
  await Promise.all([
    enter('page', 'page 1'),
    enter('page', 'page 2'),
    enter('page', 'page 3'),
    enter('soon', 'extract'),
    enter('look', 'look'),
  ])
  expect(order).toEqual(['page 1', 'look', 'extract', 'page 2', 'page 3'])
})

test('a step that fails or is aborted while it waits makes room', async () => {
  const lanes = createLanes(1)
  const failing = lanes.pass('page', () => Promise.reject(new Error('no')))
  const stop = new AbortController()
  const waiting = lanes.pass('page', async () => 'never', stop.signal)
  stop.abort('enough')
  await expect(failing).rejects.toThrow('no')
  await expect(waiting).rejects.toBe('enough')
  expect(await lanes.pass('page', async () => 'next')).toBe('next')
})
