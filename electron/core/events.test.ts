import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { AppEvent } from '../contract.ts'
import type { BatchSummary } from '../views.ts'
import { createEvents } from './events.ts'

function listening() {
  let state = 0
  const events = createEvents((id) => ({ id, percent: state }) as BatchSummary)
  const heard: AppEvent[] = []
  const leave = events.listen((event) => heard.push(event))
  const percents = () => heard.map(({ payload }) => (payload as BatchSummary).percent)
  return { events, heard, leave, percents, move: (percent: number) => (state = percent) }
}

test('a batch that moves all the time is told of five times a second, and a last time', async () => {
  const { events, percents, move } = listening()
  const start = performance.now()
  for (let i = 1; performance.now() - start < 1000; i++) {
    move(i)
    events.batchMoved('a')
    await wait(1)
  }
  move(1_000_000)
  events.batchMoved('a')
  await wait(300)
  expect(percents().length).toBeGreaterThan(3)
  expect(percents().length).toBeLessThanOrEqual(7)
  expect(percents().at(-1)).toBe(1_000_000)
})

test('what a person pressed is told at once, and not again by an older timer', async () => {
  const { events, percents, move } = listening()
  events.batchMoved('a')
  events.batchMoved('a')
  move(7)
  events.batchSettled('a')
  expect(percents()).toEqual([0, 7])
  await wait(300)
  expect(percents()).toEqual([0, 7])
})

test('each batch has its own measure, and who has left hears nothing', () => {
  const { events, heard, leave } = listening()
  events.batchMoved('a')
  events.batchMoved('b')
  expect(heard).toHaveLength(2)
  leave()
  events.batchMoved('c')
  expect(heard).toHaveLength(2)
})

test('documents that come faster are told of together, five times a second, and none is lost', async () => {
  const { events, heard } = listening()
  const told = () =>
    heard.flatMap(({ name, payload }) =>
      name === 'document.changed'
        ? [payload.itemId, ...(payload.others ?? []).map(({ itemId }) => itemId)]
        : [],
    )
  const documents = () => heard.filter(({ name }) => name === 'document.changed').length
  for (let itemId = 1; itemId <= 500; itemId++)
    events.documentChanged({ batchId: 'a', itemId, documentId: null })
  expect(documents()).toBe(5)
  await wait(1100)
  expect(documents()).toBe(6)
  expect(told()).toEqual(Array.from({ length: 500 }, (_, i) => i + 1))
  events.documentChanged({ batchId: 'a', itemId: 501, documentId: null })
  events.batchSettled('a')
  expect(heard.slice(-2).map(({ name }) => name)).toEqual(['document.changed', 'batch.changed'])
})
