import type { PixelBox } from '../page/grey.ts'

/** The box around pixels of a picture of this width in px, each given by its place in the rows of the picture. */
export function boxAroundPixels(places: readonly number[], width: number): PixelBox {
  const xs = places.map((at) => at % width)
  const ys = places.map((at) => Math.floor(at / width))
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs) + 1, Math.max(...ys) + 1]
}
