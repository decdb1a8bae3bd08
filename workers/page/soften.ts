import { blurred, type Grey } from './grey.ts'

/** Enough to close the gaps between the dots of a matrix printer or a worn thermal head. Px, standard deviation. */
const softness = 0.8
/** Shares of the pixels, from the darkest: what is darker than the first becomes black, what is lighter than the second white. */
const [ink, paper] = [0.02, 0.6]
/** Less light between them is noise, not print. 0 to 255. */
const leastContrast = 30

/**
 * A page whose letters are broken or pale, made readable: dots flow together and pale ink turns dark. Of letters in
 * specks the OCR reads nothing, and their height cannot be measured.
 */
export async function softened(page: Grey): Promise<Grey> {
  return stretched(await blurred(page, softness))
}

function stretched({ pixels, width, height }: Grey): Grey {
  const counts = new Uint32Array(256)
  for (const light of pixels) counts[light] = (counts[light] ?? 0) + 1
  const [dark, light] = [
    lightAt(counts, ink * pixels.length),
    lightAt(counts, paper * pixels.length),
  ]
  const gain = 255 / Math.max(leastContrast, light - dark)
  const table = Uint8ClampedArray.from({ length: 256 }, (_, value) => 255 - (light - value) * gain)
  return { pixels: pixels.map((value) => table[value] ?? value), width, height }
}

/** The light below which there are so many pixels. */
function lightAt(counts: Uint32Array, pixels: number): number {
  let sum = 0
  return Math.max(
    0,
    counts.findIndex((count) => {
      sum += count
      return sum >= pixels
    }),
  )
}
