import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { fourColours, quartersOf } from '../testing/fourColours.ts'
import { pngBytes } from '../testing/pngBytes.ts'
import { renderImagePage } from './image.ts'
import { inspectFile } from './inspectFile.ts'
import { writeTiff } from './writeTiff.ts'

const folder = mkdtempSync(join(tmpdir(), 'sheaf-image-'))
const [width, height] = [64, 48]
const colour = () => sharp(fourColours(), { raw: { width, height, channels: 3 } })
const grey = () =>
  sharp(fourColours(width, height, 1), { raw: { width, height, channels: 1 } }).toColourspace('b-w')

let files = 0
/** Written under a name that says nothing: only the content counts. */
async function shown(bytes: Uint8Array, page = 1) {
  const path = join(folder, `${files++}.dat`)
  writeFileSync(path, bytes)
  const { type, pageCount } = await inspectFile({ path, passwords: [] })
  const raster = await renderImagePage(path, type, page)
  return { type, pageCount, raster, quarters: quartersOf(raster) }
}

const inColour = 'black red blue white'
const inGrey = 'black dark light white'

describe('a JPEG', () => {
  it.each([
    ['baseline', () => colour().jpeg({ quality: 95 }), inColour],
    ['progressive', () => colour().jpeg({ quality: 95, progressive: true }), inColour],
    ['grey', () => grey().jpeg({ quality: 95 }), inGrey],
    ['CMYK', () => colour().toColourspace('cmyk').jpeg({ quality: 95 }), inColour],
  ])('%s', async (_, picture, quarters) => {
    expect(await shown(await picture().toBuffer())).toMatchObject({ type: 'jpeg', quarters })
  })

  it('of Adobe’s YCCK, whose inks are inverted and then split into light and colour', async () => {
    const bytes = await ycck()
    expect(await shown(bytes)).toMatchObject({ type: 'jpeg', quarters: inColour })
  })

  it('with junk between its segments', async () => {
    const bytes = await colour().jpeg({ quality: 95 }).toBuffer()
    const end = 4 + bytes.readUInt16BE(4)
    const junk = Buffer.alloc(40, 0x11)
    const spoilt = Buffer.concat([bytes.subarray(0, end), junk, bytes.subarray(end)])
    expect((await shown(spoilt)).quarters).toBe(inColour)
  })
})

/** Inks as light and colour differences, which sharp does not write: its CMYK with Adobe's mark changed. */
async function ycck(): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 4)
  const colours = fourColours()
  for (let i = 0; i < width * height; i++) {
    const [c = 0, m = 0, y = 0] = [0, 1, 2].map((k) => 255 - (colours[i * 3 + k] ?? 0))
    const light = 0.299 * c + 0.587 * m + 0.114 * y
    const inks = [light, 128 + (y - light) / 1.772, 128 + (c - light) / 1.402, 255]
    pixels.set(
      inks.map((ink) => 255 - Math.round(Math.min(255, Math.max(0, ink)))),
      i * 4,
    )
  }
  const short = (...values: number[]) => ({ type: 'short' as const, values })
  const tags = new Map([
    ...([
      [256, short(width)],
      [257, short(height)],
      [258, short(8, 8, 8, 8)],
    ] as const),
    ...([
      [259, short(1)],
      [262, short(5)],
      [277, short(4)],
      [278, short(height)],
    ] as const),
  ])
  const bytes = await sharp(writeTiff([{ tags, chunks: [pixels] }]))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg({ quality: 98 })
    .toBuffer()
  bytes[bytes.indexOf('Adobe') + 11] = 2
  return bytes
}

describe('a PNG', () => {
  const levels = [0, 85, 170, 255]
  /** Rows of a grey PNG of four quarters, with this many bits a sample. */
  function greyRows(bits: number): Buffer {
    const rowBytes = (width * bits) / 8
    const rows = Buffer.alloc((rowBytes + 1) * height)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const level = levels[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)] ?? 0
        const at = y * (rowBytes + 1) + 1
        const sample = Math.round((level / 255) * (2 ** bits - 1))
        if (bits === 16) rows.writeUInt16BE(sample, at + x * 2)
        else {
          const byte = at + Math.floor((x * bits) / 8)
          rows[byte] = (rows[byte] ?? 0) | (sample << (8 - bits - ((x * bits) % 8)))
        }
      }
    return rows
  }

  it.each([
    [1, 'black black white white'],
    [2, inGrey],
    [4, inGrey],
    [8, inGrey],
    [16, inGrey],
  ])('grey of %i bits', async (bits, quarters) => {
    const bytes = pngBytes({ width, height, bits, colourType: 0, rows: greyRows(bits) })
    expect(await shown(bytes)).toMatchObject({ type: 'png', quarters, raster: { channels: 1 } })
  })

  it('grey of 16 bits that uses but twelve', async () => {
    const rows = greyRows(16)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const at = y * (width * 2 + 1) + 1 + x * 2
        rows.writeUInt16BE(rows.readUInt16BE(at) >> 4, at)
      }
    const bytes = pngBytes({ width, height, bits: 16, colourType: 0, rows })
    expect((await shown(bytes)).quarters).toBe(inGrey)
  })

  it.each([
    ['palette', () => colour().png({ palette: true, colours: 4 }), inColour],
    ['interlaced', () => colour().png({ progressive: true }), inColour],
    ['16 bits RGB', () => colour().toColourspace('rgb16').png(), inColour],
  ])('%s', async (_, picture, quarters) => {
    expect(await shown(await picture().toBuffer())).toMatchObject({ type: 'png', quarters })
  })

  it.each(['png', 'webp'] as const)('%s: what is transparent is white paper', async (format) => {
    const hole = { create: { width: 64, height: 24, channels: 4, background: '#000f' } } as const
    const bytes = await colour()
      .ensureAlpha()
      .composite([{ input: hole, blend: 'dest-out', top: 0, left: 0 }])
      .toFormat(format, { lossless: true })
      .toBuffer()
    expect((await shown(bytes)).quarters).toBe('white white blue white')
  })
})

describe('other pictures', () => {
  it.each([
    ['webp', 'lossy', () => colour().webp({ quality: 95 })],
    ['webp', 'lossless', () => colour().webp({ lossless: true })],
    ['avif', 'lossy', () => colour().avif({ quality: 90, effort: 0 })],
    ['gif', 'of one frame', () => colour().gif()],
  ] as const)('%s %s', async (type, _, picture) => {
    expect(await shown(await picture().toBuffer())).toMatchObject({ type, quarters: inColour })
  })

  it.each(['gif', 'webp'] as const)(
    'of an animated %s the first frame is the page',
    async (format) => {
      const second = Buffer.alloc(width * height * 3, 128)
      const frames = Buffer.concat([fourColours(), second])
      const bytes = await sharp(frames, {
        raw: { width, height: height * 2, channels: 3, pageHeight: height },
      })
        .toFormat(format, { loop: 0, lossless: true })
        .toBuffer()
      expect((await sharp(bytes).metadata()).pages).toBe(2)
      expect(await shown(bytes)).toMatchObject({ type: format, pageCount: 1, quarters: inColour })
    },
  )
})

describe('orientation', () => {
  // Where the quarters of the upright picture lie in a file of each orientation.
  const turned: Record<number, string> = {
    1: 'black red blue white',
    2: 'red black white blue',
    3: 'white blue red black',
    4: 'blue white black red',
    5: 'black blue red white',
    6: 'blue black white red',
    7: 'white red blue black',
    8: 'red white black blue',
  }
  const kinds = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((orientation) =>
    (['jpeg', 'png', 'webp'] as const).map((format) => [format, orientation] as const),
  )
  it.each(kinds)('%s: %i is obeyed exactly', async (format, orientation) => {
    const bytes = await colour()
      .withMetadata({ orientation })
      .toFormat(format, { quality: 95, lossless: true })
      .toBuffer()
    const { quarters, raster } = await shown(bytes)
    expect(quarters).toBe(turned[orientation])
    expect([raster.width, raster.height]).toEqual(
      orientation < 5 ? [width, height] : [height, width],
    )
  })

  it.each([0, 9, 4000])('%i is a slip and means upright', async (orientation) => {
    const bytes = await colour().withMetadata({ orientation: 8 }).jpeg({ quality: 95 }).toBuffer()
    const tag = bytes.indexOf(Buffer.from([0x12, 0x01, 0x03, 0x00, 0x01, 0x00, 0x00, 0x00]))
    expect(tag).toBeGreaterThan(0)
    bytes.writeUInt16LE(orientation, tag + 8)
    expect((await shown(bytes)).quarters).toBe(inColour)
  })
})

it('a file that is gone is said to be gone, not damaged', async () => {
  for (const type of ['jpeg', 'tiff', 'heic', 'bmp', 'avif'] as const)
    await expect(renderImagePage(join(folder, 'gone'), type, 1)).rejects.toMatchObject({
      code: 'file_not_found',
    })
})
