import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import sharp, { type Sharp } from 'sharp'
import { AppError } from '../errors.ts'
import type { FileType } from '../model.ts'
import { accessError } from './accessError.ts'
import { countHeicImages, decodeHeic } from './heic.ts'
import { maxPixels, type Raster } from './raster.ts'

/** Long side that an image without a believable resolution is taken to have: A4, in points. */
const assumedLongSide = 842
/** Cameras and screens write 72 whatever the paper was; from here on a resolution is a scanner's. */
const lowestBelievedDpi = 96

/** Pages of an image file: frames of a TIFF, images of a HEIC, else one. Reads headers alone where it can. */
export async function countImagePages(path: string, type: FileType): Promise<number> {
  if (type === 'heic') {
    const count = countHeicImages(await contentOf(path))
    if (count === 0) throw new AppError('file_damaged', { file: basename(path) })
    return count
  }
  if (type === 'bmp') {
    await decodeBitmap(path)
    return 1
  }
  const metadata = await decoding(path, () => sharp(path, { limitInputPixels: false }).metadata())
  return type === 'tiff' ? (metadata.pages ?? 1) : 1
}

/**
 * One page of an image file as upright pixels (EXIF and HEIC turns applied), transparency on white.
 * `page` counts from 1. Throws file_damaged, page_too_large, file_not_found, access_denied.
 */
export async function renderImagePage(path: string, type: FileType, page: number): Promise<Raster> {
  if (type === 'heic') return renderHeic(path, page)
  if (type === 'bmp') return rasterOf(await decodeBitmap(path), await bitmapDpi(path))
  const options = { page: page - 1, limitInputPixels: false, failOn: 'truncated' } as const
  const metadata = await decoding(path, () => sharp(path, options).metadata())
  refuseHugePage(path, page, metadata.width, metadata.pageHeight ?? metadata.height)
  return decoding(path, () => rasterOf(sharp(path, options).autoOrient(), metadata.density ?? null))
}

async function renderHeic(path: string, page: number): Promise<Raster> {
  const image = await decodeHeic(await contentOf(path), page - 1)
  if (!image) throw new AppError('file_damaged', { file: basename(path) })
  refuseHugePage(path, page, image.width, image.height)
  const { pixels, width, height } = image
  return rasterOf(sharp(pixels, { raw: { width, height, channels: 4 } }), null)
}

/** sharp reads no BMP; the canvas library does. */
async function decodeBitmap(path: string): Promise<Sharp> {
  const bytes = await contentOf(path)
  return decoding(path, async () => {
    const image = await loadImage(bytes)
    const { width, height } = image
    refuseHugePage(path, 1, width, height)
    const context = createCanvas(width, height).getContext('2d')
    context.drawImage(image, 0, 0)
    const pixels = Buffer.from(context.getImageData(0, 0, width, height).data.buffer)
    return sharp(pixels, { raw: { width, height, channels: 4 } })
  })
}

/** A BMP says its resolution in pixels per metre, four bytes from the 39th on; 0 is unsaid. */
async function bitmapDpi(path: string): Promise<number | null> {
  const head = await contentOf(path)
  const perMetre = head.length >= 42 ? head.readInt32LE(38) : 0
  return perMetre > 0 ? perMetre * 0.0254 : null
}

async function rasterOf(image: Sharp, dpi: number | null): Promise<Raster> {
  const { data, info } = await image
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const believed = dpi !== null && dpi >= lowestBelievedDpi && dpi <= 2400
  const scale = believed ? dpi / 72 : Math.max(width, height) / assumedLongSide
  return { pixels: data, width, height, channels: info.channels as 1 | 3, scale }
}

function refuseHugePage(path: string, page: number, width = 0, height = 0): void {
  if (width * height > maxPixels)
    throw new AppError('page_too_large', { file: basename(path), page })
}

async function contentOf(path: string): Promise<Buffer> {
  return readFile(path).catch((thrown) => Promise.reject(accessError(thrown, path)))
}

/** Whatever a decoder throws means that the file is damaged. */
async function decoding<T>(path: string, decode: () => Promise<T>): Promise<T> {
  try {
    return await decode()
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    throw new AppError('file_damaged', { file: basename(path) }, thrown)
  }
}
