import { expect, test } from 'vitest'
import { createSightings } from './sightings.ts'

const file = { path: '/a.pdf', name: 'a.pdf', size: 10, modifiedAt: 1, isLink: false }
const at = (seconds: number) => new Date(1_000_000 + seconds * 1000)

test('a file is quiet since the first look that saw it as it is', () => {
  const sightings = createSightings()
  expect(sightings.quietSeconds(file, at(0))).toBe(0)
  expect(sightings.quietSeconds(file, at(4))).toBe(4)
  expect(sightings.quietSeconds({ ...file, size: 11 }, at(6))).toBe(0)
  expect(sightings.quietSeconds({ ...file, size: 11, modifiedAt: 2 }, at(8))).toBe(0)
  expect(sightings.quietSeconds({ ...file, size: 11, modifiedAt: 2 }, at(9))).toBe(1)
})

test('a clock that is put back makes no file wait for ever', () => {
  const sightings = createSightings()
  sightings.quietSeconds(file, at(5000))
  expect(sightings.quietSeconds(file, at(0))).toBe(0)
  expect(sightings.quietSeconds(file, at(3))).toBe(3)
})

test('what is gone, or was seen to be no document and changed, is as if it were new', () => {
  const sightings = createSightings()
  sightings.quietSeconds(file, at(0))
  sightings.markNone(file)
  expect(sightings.isNone(file)).toBe(true)
  expect(sightings.isNone({ ...file, size: 12 })).toBe(false)
  sightings.keepOnly(new Set())
  expect(sightings.quietSeconds(file, at(9))).toBe(0)
  sightings.forget(file.path)
  expect(sightings.quietSeconds(file, at(12))).toBe(0)
})
