import { describe, expect, it } from 'vitest'
import type { Grey } from './grey.ts'
import { measure } from './measure.ts'
import { softened } from './soften.ts'

/** Rows of capitals 24 px high, printed as dots with gaps between them, `ink` their light, 0 to 255. */
function dotted(ink: number): Grey {
  const [width, height] = [600, 800]
  const pixels = new Uint8Array(width * height).fill(235)
  const dot = (x: number, y: number) => {
    for (let dy = 0; dy < 3; dy++)
      for (let dx = 0; dx < 3; dx++) pixels[(y + dy) * width + x + dx] = ink
  }
  for (let top = 40; top + 24 < height; top += 48)
    for (let left = 20; left + 20 < width; left += 28)
      for (let step = 0; step < 24; step += 4) {
        dot(left, top + step)
        dot(left + 12, top + step)
        if (step === 12) for (let x = 0; x < 12; x += 4) dot(left + x, top + step)
      }
  return { pixels, width, height }
}

describe('softened', () => {
  it('lets the dots of letters flow together, so that their height can be measured', async () => {
    const page = dotted(90)
    expect((await measure(page)).letterHeight).toBeLessThan(12)
    const { letterHeight } = await measure(await softened(page))
    expect(letterHeight).toBeGreaterThan(20)
    expect(letterHeight).toBeLessThan(30)
  })

  it('turns pale ink dark and paper white', async () => {
    const { pixels } = await softened(dotted(150))
    const lights = new Set(pixels)
    expect(Math.max(...lights)).toBe(255)
    expect(Math.min(...lights)).toBeLessThan(20)
  })

  it('leaves a blank page blank', async () => {
    const blank = { pixels: new Uint8Array(10_000).fill(230), width: 100, height: 100 }
    expect(new Set((await softened(blank)).pixels)).toEqual(new Set([255]))
  })
})
