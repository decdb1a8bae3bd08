/** Grey pixels, 0 black, rows top down. */
export interface Grey {
  readonly pixels: Uint8Array
  /** px */
  readonly width: number
  /** px */
  readonly height: number
}

/** How much darker than its surroundings ink is drawn: faint thermal print becomes readable. */
const contrast = 2.4

/**
 * Evens out light and paper: every pixel as a share of the mean around it, so that shade, a dark border
 * and a grey scan all become white and ink stays dark. `radius` in px, about two lines of text.
 * Mean by integral image (Crow 1984); division as in Bradley and Roth, “Adaptive Thresholding Using the
 * Integral Image” (2007), kept grey instead of cut to black and white.
 */
export function flatten({ pixels, width, height }: Grey, radius: number): Grey {
  const sums = integral(pixels, width, height)
  const row = width + 1
  const flat = new Uint8Array(pixels.length)
  for (let y = 0; y < height; y++) {
    const [y0, y1] = [Math.max(0, y - radius), Math.min(height, y + radius + 1)]
    for (let x = 0; x < width; x++) {
      const [x0, x1] = [Math.max(0, x - radius), Math.min(width, x + radius + 1)]
      const sum =
        at(sums, y1 * row + x1) -
        at(sums, y0 * row + x1) -
        at(sums, y1 * row + x0) +
        at(sums, y0 * row + x0)
      const mean = sum / ((x1 - x0) * (y1 - y0))
      const darker = mean > 0 ? 1 - at(pixels, y * width + x) / mean : 0
      flat[y * width + x] = 255 * (1 - Math.min(1, Math.max(0, darker * contrast)))
    }
  }
  return { pixels: flat, width, height }
}

/** Sums of all pixels above and left of each corner; one row and column of zeros before. */
function integral(pixels: Uint8Array, width: number, height: number): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y++) {
    let line = 0
    for (let x = 0; x < width; x++) {
      line += at(pixels, y * width + x)
      sums[(y + 1) * (width + 1) + x + 1] = at(sums, y * (width + 1) + x + 1) + line
    }
  }
  return sums
}

function at(values: Uint8Array | Float64Array, index: number): number {
  return values[index] ?? 0
}
