import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxAroundPixels } from '../testing/boxAroundPixels.ts'
import { inkOf, patchesOf } from './ink.ts'

/** Rows of ink: `#`. */
function drawn(...rows: readonly string[]) {
  const ink = Uint8Array.from(rows.join(''), (letter) => (letter === '#' ? 1 : 0))
  return patchesOf(ink, rows[0]?.length ?? 0, rows.length)
}

describe('patches of ink', () => {
  it('are one where two touch at a corner', () => {
    expect(drawn('##...', '##...', '..##.', '..##.')).toEqual([{ box: [0, 0, 4, 4], ink: 8 }])
    expect(drawn('...#', '..#.', '##..')).toEqual([{ box: [0, 0, 4, 3], ink: 4 }])
  })

  it('are two where a white line parts them', () => {
    expect(drawn('#.#', '#.#').map(({ box }) => box)).toEqual([
      [0, 0, 1, 2],
      [2, 0, 3, 2],
    ])
    expect(drawn('###', '...', '###')).toHaveLength(2)
  })

  it('are one where two stems meet only at the foot', () => {
    expect(drawn('#...#', '#...#', '#####')).toEqual([{ box: [0, 0, 5, 3], ink: 9 }])
  })

  it('do not go on around the edge of the picture', () => {
    expect(drawn('..#', '#..')).toHaveLength(2)
  })

  it('hold all ink exactly once, each in its box, and none touches another', () => {
    const side = fc.integer({ min: 1, max: 14 })
    const pictures = fc
      .tuple(side, side)
      .chain(([width, height]) =>
        fc.tuple(
          fc.constant(width),
          fc.array(fc.boolean(), { minLength: width * height, maxLength: width * height }),
        ),
      )
    fc.assert(
      fc.property(pictures, ([width, cells]) => {
        const height = cells.length / width
        const ink = Uint8Array.from(cells, Number)
        const found = patchesOf(ink, width, height)
        expect(sorted(found)).toEqual(sorted(filled(ink, width, height)))
      }),
    )
  })
})

type Patch = ReturnType<typeof patchesOf>[number]
const sorted = (patches: readonly Patch[]) =>
  patches.map(({ box, ink }) => [...box, ink].join()).sort()

/** The same by spreading from pixel to pixel: slow and plain. */
function filled(ink: Uint8Array, width: number, height: number): Patch[] {
  const left = new Set([...ink.keys()].filter((at) => ink[at] === 1))
  const patches: Patch[] = []
  for (const first of left) {
    const all = [first]
    left.delete(first)
    for (const at of all)
      for (const down of [-1, 0, 1])
        for (const right of [-1, 0, 1]) {
          const [x, y] = [(at % width) + right, Math.floor(at / width) + down]
          const isInside = x >= 0 && x < width && y >= 0 && y < height
          if (isInside && left.delete(y * width + x)) all.push(y * width + x)
        }
    patches.push({ box: boxAroundPixels(all, width), ink: all.length })
  }
  return patches
}

describe('ink', () => {
  it('is what is darker than its surroundings, in the light and in the shade', () => {
    const [width, height] = [120, 30]
    // The paper fades from 240 to 60; letters have six tenths of its brightness.
    const paper = (x: number) => 240 - 1.5 * x
    const pixels = Uint8Array.from({ length: width * height }, (_, at) => {
      const [x, y] = [at % width, Math.floor(at / width)]
      const isLetter = x % 12 < 2 && y > 10 && y < 20
      return isLetter ? 0.6 * paper(x) : paper(x)
    })
    const ink = inkOf({ pixels, width, height }, 8)
    const wrong = ink.filter((value, at) => {
      const [x, y] = [at % width, Math.floor(at / width)]
      return (value === 1) !== (x % 12 < 2 && y > 10 && y < 20)
    })
    expect(wrong).toHaveLength(0)
  })

  it('is none on even paper of any brightness', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), (shade) => {
        const pixels = new Uint8Array(20 * 15).fill(shade)
        expect(inkOf({ pixels, width: 20, height: 15 }, 4).includes(1)).toBe(false)
      }),
    )
  })

  it('is what is darker than four fifths of the mean of the square around it, cut at the edges', () => {
    const side = fc.integer({ min: 1, max: 12 })
    const pictures = fc.tuple(side, side).chain(([width, height]) =>
      fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        pixels: fc.uint8Array({ minLength: width * height, maxLength: width * height }),
      }),
    )
    fc.assert(
      fc.property(pictures, fc.integer({ min: 0, max: 15 }), (picture, radius) => {
        const { pixels, width } = picture
        const expected = pixels.map((light, at) => {
          const isNear = (_: number, other: number) =>
            Math.abs((other % width) - (at % width)) <= radius &&
            Math.abs(Math.floor(other / width) - Math.floor(at / width)) <= radius
          const near = pixels.filter(isNear)
          const mean = near.reduce((sum, value) => sum + value, 0) / near.length
          return light < 0.8 * mean ? 1 : 0
        })
        expect(inkOf(picture, radius)).toEqual(expected)
      }),
    )
  })
})
