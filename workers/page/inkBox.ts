import type { Grey, PixelBox } from './grey.ts'
import type { Sheet } from './straighten.ts'

/**
 * The box on the page around the ink of a word of its sheet. Of a slanted page the corners of a word's box hold
 * no ink, and the box around them would be too high by a fifteenth of the word's length at four degrees.
 */
export function inkBox({ picture, factor, toPage }: Sheet, box: PixelBox): PixelBox {
  const around = toPage(box)
  const isLevel = (around[3] - around[1]) * factor < box[3] - box[1] + 1
  if (isLevel) return around
  const columns = inkByColumn(picture, box)
  // A speck that is darker than the letters would pass for all the ink there is.
  if (columns.length < (box[2] - box[0]) / 2) return around
  const found = columns.map(toPage)
  return [
    Math.min(...found.map(([x0]) => x0)),
    Math.min(...found.map(([, y0]) => y0)),
    Math.max(...found.map(([, , x1]) => x1)),
    Math.max(...found.map(([, , , y1]) => y1)),
  ]
}

/** For each column of a box that has ink, where it begins and ends. Ink is what there is less of: dark or light. */
function inkByColumn({ pixels, width, height }: Grey, [x0, y0, x1, y1]: PixelBox): PixelBox[] {
  const [left, right] = [Math.max(0, Math.floor(x0)), Math.min(width, Math.ceil(x1))]
  const [top, bottom] = [Math.max(0, Math.floor(y0)), Math.min(height, Math.ceil(y1))]
  const at = (x: number, y: number) => pixels[y * width + x] ?? 255
  let [darkest, lightest, dark] = [255, 0, 0]
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      darkest = Math.min(darkest, at(x, y))
      lightest = Math.max(lightest, at(x, y))
    }
  const middle = (darkest + lightest) / 2
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) if (at(x, y) < middle) dark++
  const isDark = 2 * dark <= (right - left) * (bottom - top)
  const found: PixelBox[] = []
  for (let x = left; x < right; x++) {
    const isInk = (y: number) => at(x, y) < middle === isDark
    let [first, last] = [top, bottom - 1]
    while (first <= last && !isInk(first)) first++
    while (last > first && !isInk(last)) last--
    if (first <= last) found.push([x, first, x + 1, last + 1])
  }
  return found
}
