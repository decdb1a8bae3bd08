import { setImmediate as nextTick } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Priority } from '../views.ts'
import { createGate } from './testing/gate.ts'
import { createTurns, notBegun, type Turns } from './turns.ts'

function batch(turns: Turns, batchId: string, order: string[], first: Priority = 'normal') {
  let priority = first
  let stopping = false
  let steps = 0
  const party = { batchId, priority: () => priority, isStopping: () => stopping }
  return {
    take: (signal?: AbortSignal) => {
      const name = `${batchId}${++steps}`
      const step = async () => {
        order.push(name)
        await nextTick()
      }
      return turns.take(party, step, signal)
    },
    prefer: (chosen: Priority) => {
      priority = chosen
    },
    stop: () => {
      stopping = true
      turns.refresh()
    },
  }
}

/** `count` steps of each, all asked for before the first may begin. */
async function inOrder(turns: Turns, batches: readonly ReturnType<typeof batch>[], count: number) {
  turns.limit(0)
  const all = batches.flatMap((one) => Array.from({ length: count }, () => one.take()))
  turns.limit(null)
  await Promise.all(all)
}

test('batches of one priority take turns, each in its own order', async () => {
  const turns = createTurns(1)
  const order: string[] = []
  await inOrder(turns, [batch(turns, 'a', order), batch(turns, 'b', order)], 3)
  expect(order).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3'])
})

test('a higher priority goes first, and a low one last', async () => {
  const turns = createTurns(1)
  const order: string[] = []
  const low = batch(turns, 'l', order, 'low')
  const normal = batch(turns, 'n', order)
  const high = batch(turns, 'h', order, 'high')
  await inOrder(turns, [low, normal, high], 2)
  expect(order).toEqual(['h1', 'h2', 'n1', 'n2', 'l1', 'l2'])
})

test('a priority that is changed counts for what waits already', async () => {
  const turns = createTurns(1)
  const order: string[] = []
  const [a, b] = [batch(turns, 'a', order), batch(turns, 'b', order)]
  turns.limit(0)
  const all = [a.take(), a.take(), b.take()]
  b.prefer('high')
  turns.limit(null)
  await Promise.all(all)
  expect(order).toEqual(['b1', 'a1', 'a2'])
})

test('no more than its width run at a time, and a limit lets nothing new begin', async () => {
  const turns = createTurns(2)
  const gate = createGate()
  const party = { batchId: 'a', priority: () => 'normal' as const, isStopping: () => false }
  let running = 0
  let most = 0
  const step = async () => {
    most = Math.max(most, ++running)
    await gate.pass()
    running--
  }
  const all = Array.from({ length: 5 }, () => turns.take(party, step))
  await gate.reached(2)
  await nextTick()
  expect(most).toBe(2)
  turns.limit(0)
  gate.open()
  await Promise.all(all.slice(0, 2))
  await nextTick()
  expect(running).toBe(0)
  turns.limit(1)
  await Promise.all(all)
  expect(most).toBe(2)
})

test('what waits for a batch that is stopped or aborted is given up, and others go on', async () => {
  const turns = createTurns(1)
  const order: string[] = []
  const [a, b] = [batch(turns, 'a', order), batch(turns, 'b', order)]
  turns.limit(0)
  const stopped = a.take()
  const abort = new AbortController()
  const aborted = b.take(abort.signal)
  const last = b.take()
  a.stop()
  await expect(stopped).rejects.toBe(notBegun)
  abort.abort('enough')
  await expect(aborted).rejects.toBe('enough')
  await expect(b.take(abort.signal)).rejects.toBe('enough')
  turns.limit(null)
  await last
  expect(order).toEqual(['b2'])
})
