import { createCanvas, loadImage } from '@napi-rs/canvas'
import { type PageName, refuseHugePicture } from './pictureLimits.ts'
import type { Pixels } from './standUpright.ts'

/** Canvas and its copies, for each pixel; the file itself comes on top. */
const canvasBytes = 12

/**
 * A picture by the canvas library's decoders: they read BMP, and of a file that is cut off what there is.
 * RGBA; rows that are missing are transparent. Throws page_too_large, and what it throws at a damaged file.
 */
export async function decodeWithCanvas(
  name: PageName,
  bytes: Buffer,
  size: { readonly width: number; readonly height: number },
): Promise<Pixels> {
  refuseHugePicture(name, size.width * size.height, canvasBytes)
  const image = await loadImage(bytes)
  const { width, height } = image
  const context = createCanvas(width, height).getContext('2d')
  context.drawImage(image, 0, 0)
  const pixels = Buffer.from(context.getImageData(0, 0, width, height).data.buffer)
  return { pixels, width, height, channels: 4 }
}

export interface BitmapHeader {
  /** px */
  readonly width: number
  /** px */
  readonly height: number
  readonly dpi: number | null
  /** Bytes of the whole file; null where that depends on the picture (run lengths). */
  readonly length: number | null
}

/** What a BMP says of itself; null where its header is none. */
export function bitmapHeader(head: Buffer): BitmapHeader | null {
  if (head.length < 54) return null
  const isOld = head.readUInt32LE(14) === 12
  const width = isOld ? head.readUInt16LE(18) : head.readInt32LE(18)
  const height = isOld ? head.readUInt16LE(20) : Math.abs(head.readInt32LE(22))
  if (width <= 0 || height <= 0) return null
  const bits = head.readUInt16LE(isOld ? 24 : 28)
  const isPacked = !isOld && [1, 2].includes(head.readUInt32LE(30))
  const rowBytes = Math.ceil((width * bits) / 32) * 4
  // Pixels per metre; 0 is unsaid.
  const perMetre = isOld ? 0 : head.readInt32LE(38)
  return {
    ...{ width, height, dpi: perMetre > 0 ? perMetre * 0.0254 : null },
    length: isPacked ? null : head.readUInt32LE(10) + rowBytes * height,
  }
}
