import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { latestOnly } from './latestOnly.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function slow(took: Readonly<Record<string, number>>) {
  const asked: string[] = []
  const taken: string[] = []
  const questions = latestOnly<string, string>({
    pause: 100,
    ask: async (question) => {
      asked.push(question)
      await new Promise((resolve) => setTimeout(resolve, took[question] ?? 10))
      return question.toUpperCase()
    },
    take: (answer) => void taken.push(answer),
  })
  return { ...questions, asked, taken }
}

test('while somebody types, nothing is asked', async () => {
  const { want, asked, taken } = slow({})
  for (const typed of ['n', 'ne', 'net']) {
    want(typed)
    await vi.advanceTimersByTimeAsync(60)
  }
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(200)
  expect(asked).toEqual(['net'])
  expect(taken).toEqual(['NET'])
})

test('an answer that comes after a newer wish is thrown away, and two never run at once', async () => {
  const { want, asked, taken } = slow({ old: 500 })
  want('old')
  await vi.advanceTimersByTimeAsync(150)
  want('new')
  await vi.advanceTimersByTimeAsync(300)
  expect(asked).toEqual(['old'])
  await vi.advanceTimersByTimeAsync(300)
  expect(asked).toEqual(['old', 'new'])
  expect(taken).toEqual(['NEW'])
})

test('a wish that comes while an answer is late waits for its own pause', async () => {
  const { want, asked, taken } = slow({ old: 120 })
  want('old')
  await vi.advanceTimersByTimeAsync(200)
  want('new')
  await vi.advanceTimersByTimeAsync(50)
  expect(asked).toEqual(['old'])
  await vi.advanceTimersByTimeAsync(100)
  expect(asked).toEqual(['old', 'new'])
  expect(taken).toEqual(['NEW'])
})

test('what was forgotten is not taken', async () => {
  const { want, forget, taken } = slow({})
  want('one')
  await vi.advanceTimersByTimeAsync(105)
  forget()
  await vi.advanceTimersByTimeAsync(100)
  expect(taken).toEqual([])
})
