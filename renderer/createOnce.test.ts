import { expect, test } from 'vitest'
import { createOnce } from './createOnce.ts'

test('a wish that is not answered yet is not asked for again, and one that is, is', async () => {
  const once = createOnce()
  let asked = 0
  const ask = async () => ++asked
  expect(await Promise.all([once('a', ask), once('a', ask), once('b', ask)])).toEqual([1, 1, 2])
  expect(await once('a', ask)).toBe(3)
})
