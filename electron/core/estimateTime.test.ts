import { expect, test } from 'vitest'
import type { PageSpeed } from './db/speeds.ts'
import { estimateTime } from './estimateTime.ts'

const none = { text: 0, picture: 0, unknown: 0, files: 0 }
const text: PageSpeed = { kind: 'text', pages: 500, seconds: 0.2, spread: 0.1 }
const ocr: PageSpeed = { kind: 'ocr', pages: 300, seconds: 5, spread: 2 }

test('many pages take what such pages took here, shared among the threads', () => {
  const one = estimateTime({ ...none, picture: 1000 }, [text, ocr], 1)
  expect(one).toMatchObject({ isGuess: false, measuredPages: 300 })
  expect(one.lowSeconds).toBeLessThan(5000)
  expect(one.highSeconds).toBeGreaterThan(5000)
  expect(one.highSeconds / one.lowSeconds).toBeLessThan(2)
  const four = estimateTime({ ...none, picture: 1000 }, [text, ocr], 4)
  expect(four.highSeconds).toBeCloseTo(one.highSeconds / 4)
})

test('few pages stray more than many', () => {
  const ratio = (picture: number) => {
    const { lowSeconds, highSeconds } = estimateTime({ ...none, picture }, [ocr], 1)
    return highSeconds / lowSeconds
  }
  expect(ratio(2)).toBeGreaterThan(1.5 * ratio(500))
})

test('pages of which nobody knows the kind may be either', () => {
  const { lowSeconds, highSeconds } = estimateTime({ ...none, unknown: 100 }, [text, ocr], 1)
  expect(lowSeconds).toBeLessThan(100 * 0.2)
  expect(highSeconds).toBeGreaterThan(100 * 5)
})

test('a kind of which too little was read is a guess, the other one is not', () => {
  const few = [text, { ...ocr, pages: 3 }]
  expect(estimateTime({ ...none, text: 100 }, few, 1).isGuess).toBe(false)
  expect(estimateTime({ ...none, text: 100, picture: 1 }, few, 1).isGuess).toBe(true)
  expect(estimateTime({ ...none, picture: 10 }, [], 1)).toMatchObject({
    lowSeconds: 20,
    highSeconds: 180,
    isGuess: true,
  })
})
