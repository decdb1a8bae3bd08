import sharp from 'sharp'
import { changed, tiffTags } from './takeFrame.ts'
import { type TiffPicture, type TiffValues, writeTiff } from './writeTiff.ts'

/** Of an unpacked frame, in px and samples a pixel. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly samples: number
  readonly bits: number
}

/** A TIFF of eight bits a sample from one of any number up to 16, whose rows begin on a byte. */
export async function eightBitTiff(picture: TiffPicture, layout: Layout): Promise<Buffer> {
  const { width, height, samples, bits } = layout
  const perRow = width * samples
  const rowBytes = Math.ceil((perRow * bits) / 8)
  const bytes = await bytesOfRows(picture, { width: rowBytes, height })
  const pixels = Buffer.alloc(perRow * height)
  const most = 2 ** bits - 1
  for (let y = 0; y < height; y++)
    for (let i = 0; i < perRow; i++) {
      const bit = i * bits
      const at = y * rowBytes + (bit >> 3)
      const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
      const sample = (three >> (24 - (bit & 7) - bits)) & most
      pixels[y * perRow + i] = Math.round((sample * 255) / most)
    }
  const tags = changed(picture.tags, { compression: 1, rowsPerStrip: height })
  return writeTiff([
    { tags: tags.set(tiffTags.bits, shorts(Array(samples).fill(8))), chunks: [pixels] },
  ])
}

/** A TIFF in RGB from one with a brightness for each pixel and a colour for each block of `across` by `down`. */
export async function rgbTiff(
  picture: TiffPicture,
  { width, height }: Layout,
  [across = 2, down = 2]: number[],
): Promise<Buffer> {
  const blockBytes = across * down + 2
  const blocks = Math.ceil(width / across)
  const size = { width: blocks * blockBytes, height: Math.ceil(height / down) }
  const bytes = await bytesOfRows(picture, size, down)
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const block = Math.floor(y / down) * size.width + Math.floor(x / across) * blockBytes
      const light = bytes[block + (y % down) * across + (x % across)] ?? 255
      const blue = (bytes[block + across * down] ?? 128) - 128
      const red = (bytes[block + across * down + 1] ?? 128) - 128
      const at = (y * width + x) * 3
      pixels[at] = clamped(light + 1.402 * red)
      pixels[at + 1] = clamped(light - 0.344136 * blue - 0.714136 * red)
      pixels[at + 2] = clamped(light + 1.772 * blue)
    }
  const tags = changed(picture.tags, { compression: 1, photometric: 2, rowsPerStrip: height })
  return writeTiff([{ tags, chunks: [pixels] }])
}

/** Unpacked bytes of a picture's rows: sharp is told that each byte is a grey pixel. */
async function bytesOfRows(
  { tags, chunks }: TiffPicture,
  { width, height }: { width: number; height: number },
  rowsPerRow = 1,
): Promise<Buffer> {
  const rowsPerStrip = tags.get(tiffTags.rowsPerStrip)?.values[0] ?? height * rowsPerRow
  const rows = Math.min(height, Math.ceil(rowsPerStrip / rowsPerRow))
  const grey = changed(tags, { width, height, samples: 1, photometric: 1, rowsPerStrip: rows })
  grey.set(tiffTags.bits, shorts([8]))
  grey.delete(338)
  return sharp(writeTiff([{ tags: grey, chunks }]), { limitInputPixels: false, failOn: 'none' })
    .toColourspace('b-w')
    .raw()
    .toBuffer()
}

const shorts = (values: number[]): TiffValues => ({ type: 'short', values })

const clamped = (value: number) => Math.min(255, Math.max(0, Math.round(value)))
