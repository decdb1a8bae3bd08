import sharp, { type Metadata, type Sharp } from 'sharp'
import { AppError } from '../errors.ts'
import { decodedSize, type PageName, refuseHugePicture } from './pictureLimits.ts'
import type { Raster } from './raster.ts'
import { type Dpi, pageScale, squaring } from './resolution.ts'
import { type Orientation, type Pixels, standUpright } from './standUpright.ts'

// What libvips keeps goes by the name of a file: one that has changed would be shown as it was.
// One thread a picture: the pool has the cores.
sharp.cache(false)
sharp.concurrency(1)

/** A minute for the decoder alone; libvips stops by itself then, which a thread of ours cannot make it do. */
const decodingSeconds = 60

export interface PictureSource {
  readonly name: PageName
  /** A file's path or content, or pixels. */
  readonly input: string | Buffer | Pixels
  /** In the file, counted from 0. */
  readonly place: number
  readonly orientation: Orientation
  readonly dpi: Dpi | null
  /** Whether damage fails the decoding, or is passed over. */
  readonly damage: 'refused' | 'passed'
}

/**
 * A picture's pixels, upright, square, on white; huge ones smaller than they are. Throws page_too_large,
 * page_timeout, and whatever the decoder throws at a damaged file.
 */
export async function decodePicture(source: PictureSource): Promise<Raster> {
  const { name, place, orientation, dpi, damage } = source
  const failOn = damage === 'refused' ? 'error' : 'none'
  const options = { page: place, limitInputPixels: false, sequentialRead: true, failOn } as const
  const open = () =>
    isPixels(source.input)
      ? sharp(source.input.pixels, { raw: source.input, limitInputPixels: false })
      : sharp(source.input, options)
  const metadata = await open().metadata()
  const { width } = metadata
  const height = metadata.pageHeight ?? metadata.height
  refuseHugePicture(name, width * height, bytesPerPixel(metadata))

  const [squareX, squareY] = squaring(dpi)
  const size = decodedSize(width * squareX, height * squareY)
  const isSized = size[0] !== width || size[1] !== height
  let image = open().flatten({ background: 'white' })
  if (isSized)
    image = image.resize({ width: size[0], height: size[1], fit: 'fill', kernel: 'cubic' })
  const raw = await inTime(name, async () =>
    (await visible(image, metadata, open))
      .toColourspace(isGrey(metadata) ? 'b-w' : 'srgb')
      .raw({ depth: 'uchar' })
      .timeout({ seconds: decodingSeconds })
      .toBuffer({ resolveWithObject: true }),
  )
  const channels = raw.info.channels as 1 | 3
  const lying = { pixels: raw.data, width: size[0], height: size[1], channels }
  const upright = await standUpright(lying, orientation)
  const squareDpi = dpi && Math.max(...dpi) * (size[0] / (width * squareX))
  return { ...upright, scale: pageScale(size[0], size[1], squareDpi) }
}

function isPixels(input: PictureSource['input']): input is Pixels {
  return typeof input === 'object' && 'pixels' in input
}

/** Memory that decoding takes for each pixel, measured, where the whole picture is held; else 0. */
function bytesPerPixel({ format, isProgressive, channels }: Metadata): number {
  if (format === 'heif') return 17
  if (format === 'gif') return 5
  if (format === 'webp') return 4
  if (format === 'jpeg' && isProgressive) return 2 * channels
  if (format === 'png' && isProgressive) return 2 * channels
  return 0
}

function isGrey({ space }: Metadata): boolean {
  return space === 'b-w' || space === 'grey16'
}

/** Below this the values of 16 bits are those of a camera or scanner of 8 to 14. */
const narrow16 = 2 ** 14

/** Enough pixels to know how bright a picture is; all of them would have to be held in memory. */
const sampledSide = 1000

/** Values that use a small part of their range are spread: twelve bits in sixteen would be black. */
async function visible(image: Sharp, metadata: Metadata, open: () => Sharp): Promise<Sharp> {
  const { depth, space } = metadata
  if (depth === 'uchar' || space === 'cmyk') return image
  const inside = { fit: 'inside', withoutEnlargement: true, kernel: 'nearest' } as const
  const { buffer, byteOffset, length } = await open()
    .resize({ width: sampledSide, height: sampledSide, ...inside })
    .removeAlpha()
    .toColourspace(space === 'grey16' || space === 'rgb16' ? space : 'b-w')
    .raw({ depth: 'float' })
    .timeout({ seconds: decodingSeconds })
    .toBuffer()
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of new Float32Array(buffer, byteOffset, length / 4)) {
    if (value < least) least = value
    if (value > most) most = value
  }
  const isRight = depth === 'ushort' ? most >= narrow16 : least >= 0 && most > 1 && most <= 255
  if (isRight || most <= least) return image
  const factor = (depth === 'ushort' ? 65535 : 255) / (most - least)
  return image.linear(factor, -least * factor)
}

async function inTime<T>(name: PageName, decode: () => Promise<T>): Promise<T> {
  try {
    return await decode()
  } catch (thrown) {
    if (/^timeout:/.test((thrown as Error).message))
      throw new AppError('page_timeout', { ...name, seconds: decodingSeconds }, thrown)
    throw thrown
  }
}
