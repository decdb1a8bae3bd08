import sharp from 'sharp'
import type { Raster } from '../source/raster.ts'
import { flatten } from './flatten.ts'

/** A page as the OCR wants it: grey, encoded, and how many of its pixels make a page point. */
export interface OcrImage {
  readonly png: Buffer
  /** Pixels per page point. */
  readonly scale: number
  readonly width: number
  readonly height: number
}

/** Below this long side the letters of a receipt or a faxed page are too small for the OCR. */
const smallLongSide = 1500
/** Beyond this the reading takes longer without reading better. */
const largeLongSide = 3510

/** Grey, and scaled up or down where the letters would be too small or needlessly large. */
export async function prepareForOcr(raster: Raster): Promise<OcrImage> {
  const { pixels, width, height, channels } = raster
  const long = Math.max(width, height)
  const factor =
    long < smallLongSide ? Math.min(3, smallLongSide / long) : Math.min(1, largeLongSide / long)
  const target = { width: Math.round(width * factor), height: Math.round(height * factor) }
  let image = sharp(pixels, { raw: { width, height, channels } })
    .flatten({ background: 'white' })
    .greyscale()
  if (factor !== 1) image = image.resize({ ...target, kernel: 'cubic', fit: 'fill' })
  const png = await image.png({ compressionLevel: 1 }).toBuffer()
  return { png, scale: raster.scale * factor, ...target }
}

/** The same image with even light on white paper. */
export async function evenOut(image: OcrImage): Promise<OcrImage> {
  const { width, height } = image
  const pixels = await sharp(image.png).greyscale().raw().toBuffer()
  const flat = flatten({ pixels, width, height }, Math.round(Math.max(width, height) / 60))
  const png = await sharp(flat.pixels, { raw: { width, height, channels: 1 } })
    .png({ compressionLevel: 1 })
    .toBuffer()
  return { ...image, png }
}
