import sharp, { type Sharp } from 'sharp'
import type { Turn } from '../model.ts'
import type { Raster } from '../source/raster.ts'

/** Grey pixels, 0 black, 255 white, rows top down. */
export interface Grey {
  readonly pixels: Uint8Array
  /** px */
  readonly width: number
  /** px */
  readonly height: number
}

/** Left, top, right, bottom in px of a picture; right and bottom are the first px outside. */
export type PixelBox = readonly [x0: number, y0: number, x1: number, y1: number]

/** A box of a picture as it lies on the same picture so much larger. */
export function scaled([x0, y0, x1, y1]: PixelBox, factor: number): PixelBox {
  return [x0 * factor, y0 * factor, x1 * factor, y1 * factor]
}

/** The commonest shade; of a large page one pixel in seven tells. */
export function paperShade({ pixels }: Grey): number {
  const counts = new Uint32Array(256)
  for (let at = 0; at < pixels.length; at += 7) {
    const shade = pixels[at] ?? 0
    counts[shade] = (counts[shade] ?? 0) + 1
  }
  return counts.indexOf(Math.max(...counts))
}

/** A raster without its colours, transparency on white. */
export async function greyOf({ pixels, width, height, channels }: Raster): Promise<Grey> {
  if (channels === 1) return { pixels, width, height }
  return asGrey(
    sharp(pixels, { raw: { width, height, channels }, limitInputPixels: false }).flatten({
      background: 'white',
    }),
  )
}

/** Made larger with soft edges, smaller with every pixel counted. `width` and `height` in px. */
export async function resized(grey: Grey, width: number, height: number): Promise<Grey> {
  if (width === grey.width && height === grey.height) return grey
  const kernel = width > grey.width ? 'cubic' : 'lanczos3'
  return asGrey(sharpOf(grey).resize({ width, height, kernel, fit: 'fill' }))
}

/**
 * Turned about its middle by any angle in degrees clockwise, each pixel mixed of the four it comes from; the
 * picture grows so that no corner is lost, on white.
 */
export function rotated({ pixels, width, height }: Grey, degrees: number): Grey {
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const wide = Math.ceil(width * Math.abs(cos) + height * Math.abs(sin))
  const high = Math.ceil(width * Math.abs(sin) + height * Math.abs(cos))
  const out = new Uint8Array(wide * high).fill(255)
  for (let y = 0; y < high; y++) {
    const dy = y + 0.5 - high / 2
    // Where the row's first pixel comes from, and the step from one pixel to the next.
    let fromX = -(wide / 2 - 0.5) * cos + dy * sin + width / 2 - 0.5
    let fromY = (wide / 2 - 0.5) * sin + dy * cos + height / 2 - 0.5
    for (let x = 0; x < wide; x++, fromX += cos, fromY -= sin) {
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)]
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const at = top * width + left
      const [right, down] = [fromX - left, fromY - top]
      const above = (pixels[at] ?? 0) * (1 - right) + (pixels[at + 1] ?? 0) * right
      const below = (pixels[at + width] ?? 0) * (1 - right) + (pixels[at + width + 1] ?? 0) * right
      out[y * wide + x] = above * (1 - down) + below * down + 0.5
    }
  }
  return { pixels: out, width: wide, height: high }
}

/** Turned clockwise by a right angle. */
export async function turned(grey: Grey, turn: Turn): Promise<Grey> {
  return turn === 0 ? grey : asGrey(sharpOf(grey).rotate(turn))
}

/** With every edge softened, `sigma` px of standard deviation. */
export async function blurred(grey: Grey, sigma: number): Promise<Grey> {
  return asGrey(sharpOf(grey).blur(sigma))
}

/** A part of a picture, of which there is less where it hangs over, with a white margin of `margin` px around it. */
export function cropped(grey: Grey, [x0, y0, x1, y1]: PixelBox, margin = 0): Grey {
  const left = Math.min(grey.width, Math.max(0, x0))
  const top = Math.min(grey.height, Math.max(0, y0))
  const right = Math.max(left, Math.min(grey.width, x1))
  const bottom = Math.max(top, Math.min(grey.height, y1))
  const width = right - left + 2 * margin
  const height = bottom - top + 2 * margin
  const pixels = new Uint8Array(width * height).fill(255)
  for (let y = top; y < bottom; y++) {
    const row = grey.pixels.subarray(y * grey.width + left, y * grey.width + right)
    pixels.set(row, (y - top + margin) * width + margin)
  }
  return { pixels, width, height }
}

function sharpOf({ pixels, width, height }: Grey): Sharp {
  const bytes = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.length)
  return sharp(bytes, { raw: { width, height, channels: 1 }, limitInputPixels: false })
}

async function asGrey(image: Sharp): Promise<Grey> {
  const { data, info } = await image.greyscale().raw().toBuffer({ resolveWithObject: true })
  return { pixels: data, width: info.width, height: info.height }
}
