import fc from 'fast-check'
import { expect, it } from 'vitest'
import { flatten } from './flatten.ts'

it('turns even paper white, however dark it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 255 }), (shade) => {
      const paper = { pixels: new Uint8Array(40 * 30).fill(shade), width: 40, height: 30 }
      expect(new Set(flatten(paper, 6).pixels)).toEqual(new Set([255]))
    }),
  )
})

it('keeps faint ink on dark paper darker than the paper', () => {
  const pixels = new Uint8Array(40 * 40).fill(90)
  for (let x = 10; x < 30; x++) pixels[20 * 40 + x] = 70
  const flat = flatten({ pixels, width: 40, height: 40 }, 8)
  expect(flat.pixels[20 * 40 + 20]).toBeLessThan(150)
  expect(flat.pixels[5 * 40 + 5]).toBe(255)
})
