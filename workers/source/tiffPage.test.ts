import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync, zstdCompressSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { fourColours, quartersOf } from '../testing/fourColours.ts'
import { countImagePages, renderImagePage } from './image.ts'
import { type TiffPicture, type TiffValues, writeTiff } from './writeTiff.ts'

const folder = mkdtempSync(join(tmpdir(), 'sheaf-tiff-'))
const [width, height] = [64, 48]
const colour = () => sharp(fourColours(), { raw: { width, height, channels: 3 } })
const grey = () =>
  sharp(fourColours(width, height, 1), { raw: { width, height, channels: 1 } }).toColourspace('b-w')
const inColour = 'black red blue white'
const inGrey = 'black dark light white'

function written(bytes: Uint8Array): string {
  const path = join(folder, 'picture.dat')
  writeFileSync(path, bytes)
  return path
}

async function shown(bytes: Uint8Array, page = 1) {
  const path = written(bytes)
  const pages = await countImagePages(path, 'tiff')
  const raster = await renderImagePage(path, 'tiff', page)
  return { pages, raster, quarters: quartersOf(raster) }
}

const short = (...values: number[]): TiffValues => ({ type: 'short', values })
const long = (...values: number[]): TiffValues => ({ type: 'long', values })

type Tags = Record<number, TiffValues>

/** One picture of uncompressed RGB in a strip; `tags` are added or take the place of its own. */
function rgbPicture(tags: Tags = {}, chunks: readonly Uint8Array[] = [fourColours()]): TiffPicture {
  const own: Tags = {
    ...{ 256: long(width), 257: long(height), 258: short(8, 8, 8), 259: short(1), 262: short(2) },
    ...{ 277: short(3), 278: long(height) },
  }
  const all = Object.entries({ ...own, ...tags }).map(([id, tag]) => [Number(id), tag] as const)
  return { tags: new Map(all), chunks }
}

function greyPicture(bits: number, rows: Uint8Array, tags: Tags = {}): TiffPicture {
  return rgbPicture({ 258: short(bits), 262: short(1), 277: short(1), ...tags }, [rows])
}

/** Samples of the grey test picture in so many bits, rows beginning on a byte, big end first. */
function greyRows(bits: number, { most = 2 ** bits - 1, isInverted = false } = {}): Buffer {
  const levels = fourColours(width, height, 1)
  const rowBytes = Math.ceil((width * bits) / 8)
  const rows = Buffer.alloc(rowBytes * height)
  for (let y = 0; y < height; y++) {
    let row = 0n
    for (let x = 0; x < width; x++) {
      const level = levels[y * width + x] ?? 0
      const sample = Math.round(((isInverted ? 255 - level : level) / 255) * most)
      row = (row << BigInt(bits)) | BigInt(sample)
    }
    rows.write(row.toString(16).padStart(rowBytes * 2, '0'), y * rowBytes, 'hex')
  }
  return rows
}

describe('a frame', () => {
  it.each(['none', 'packbits', 'lzw', 'deflate', 'jpeg', 'webp'] as const)(
    'packed by %s',
    async (compression) => {
      const bytes = await colour().tiff({ compression, quality: 95 }).toBuffer()
      expect((await shown(bytes)).quarters).toBe(inColour)
    },
  )

  it.each([
    [
      'tiled',
      () => colour().tiff({ compression: 'lzw', tile: true, tileWidth: 32, tileHeight: 32 }),
    ],
    ['tiled JPEG', () => colour().tiff({ compression: 'jpeg', quality: 95, tile: true })],
    ['BigTIFF', () => colour().tiff({ bigtiff: true })],
    ['predicted', () => colour().tiff({ compression: 'lzw', predictor: 'horizontal' })],
    ['of 16 bits', () => colour().toColourspace('rgb16').tiff()],
    ['of inks', () => colour().toColourspace('cmyk').tiff()],
  ])('%s', async (_, picture) => {
    expect((await shown(await picture().toBuffer())).quarters).toBe(inColour)
  })

  it('of two colours, as a fax packs it', async () => {
    const tiff = { compression: 'ccittfax4', bitdepth: 1 } as const
    const bytes = await grey().threshold(128).tiff(tiff).toBuffer()
    expect((await shown(bytes)).quarters).toBe('black black white white')
    const inverted = await grey()
      .threshold(128)
      .tiff({ ...tiff, miniswhite: true })
      .toBuffer()
    expect((await shown(inverted)).quarters).toBe('black black white white')
  })

  it('in planes of one colour each', async () => {
    const pixels = fourColours()
    const planes = [0, 1, 2].map((plane) => pixels.filter((_, i) => i % 3 === plane))
    const bytes = writeTiff([rgbPicture({ 284: short(2) }, planes)])
    expect((await shown(bytes)).quarters).toBe(inColour)
  })

  it('with a palette of 16 bits a colour', async () => {
    const colours = [
      [0, 0, 0],
      [220, 30, 30],
      [30, 30, 220],
      [255, 255, 255],
    ]
    const map = [0, 1, 2].flatMap((k) =>
      Array.from({ length: 16 }, (_, i) => (colours[i]?.[k] ?? 0) * 257),
    )
    const rows = greyRows(4, { most: 3 })
    const bytes = writeTiff([greyPicture(4, rows, { 262: short(3), 320: short(...map) })])
    expect((await shown(bytes)).quarters).toBe(inColour)
  })

  it.each([1, 2, 4, 6, 8, 10, 12, 14])('of %i bits of grey', async (bits) => {
    const expected = bits === 1 ? 'black black white white' : inGrey
    const bytes = writeTiff([greyPicture(bits, greyRows(bits))])
    expect((await shown(bytes)).quarters).toBe(expected)
    const inverted = greyRows(bits, { isInverted: true })
    const packed = deflateSync(inverted)
    const other = writeTiff([greyPicture(bits, packed, { 259: short(8), 262: short(0) })])
    expect((await shown(other)).quarters).toBe(expected)
  })

  it.each([16, 14, 12, 10])('of 16 bits of which %i are used', async (used) => {
    const rows = greyRows(16, { most: 2 ** used - 1 }).swap16()
    const { raster, quarters } = await shown(writeTiff([greyPicture(16, rows)]))
    expect([quarters, raster.channels]).toEqual([inGrey, 1])
  })

  it('of numbers with a point, from 0 to 1', async () => {
    const rows = Buffer.alloc(width * height * 4)
    fourColours(width, height, 1).forEach((level, i) => {
      rows.writeFloatLE(level / 255, i * 4)
    })
    const bytes = writeTiff([greyPicture(32, rows, { 339: short(3) })])
    expect((await shown(bytes)).quarters).toBe(inGrey)
  })

  it('of three colours of four bits each', async () => {
    const pixels = fourColours()
    const rows = Buffer.alloc(pixels.length / 2)
    pixels.forEach((value, i) => {
      rows[i >> 1] = (rows[i >> 1] ?? 0) | ((value >> 4) << (i % 2 ? 0 : 4))
    })
    const bytes = writeTiff([rgbPicture({ 258: short(4, 4, 4) }, [rows])])
    expect((await shown(bytes)).quarters).toBe(inColour)
  })

  it.each([
    [1, 1],
    [2, 1],
    [2, 2],
  ])('of light and colours, one colour for %i by %i pixels', async (across, down) => {
    const pixels = fourColours()
    const blocks: number[] = []
    for (let y = 0; y < height; y += down)
      for (let x = 0; x < width; x += across) {
        const at = (y * width + x) * 3
        const [r = 0, g = 0, b = 0] = pixels.subarray(at, at + 3)
        const light = 0.299 * r + 0.587 * g + 0.114 * b
        blocks.push(...Array<number>(across * down).fill(light))
        blocks.push(128 + (b - light) / 1.772, 128 + (r - light) / 1.402)
      }
    const strip = Buffer.from(blocks.map((value) => Math.min(255, Math.round(value))))
    const tags = { 262: short(6), 530: short(across, down) }
    expect((await shown(writeTiff([rgbPicture(tags, [strip])]))).quarters).toBe(inColour)
  })

  it('packed by Zstandard', async () => {
    const half = fourColours().length / 2
    const strips = [fourColours().subarray(0, half), fourColours().subarray(half)]
    const tags = { 259: short(50000), 278: long(height / 2) }
    const bytes = writeTiff([
      rgbPicture(
        tags,
        strips.map((strip) => zstdCompressSync(strip)),
      ),
    ])
    expect((await shown(bytes)).quarters).toBe(inColour)
  })

  it('that is a JPEG file within the TIFF, as in the first version of the format', async () => {
    const jpeg = await colour().jpeg({ quality: 95 }).toBuffer()
    // The strip is written first, behind the header of eight bytes.
    const tags = { 259: short(6), 262: short(6), 513: long(8), 514: long(jpeg.length) }
    expect((await shown(writeTiff([rgbPicture(tags, [jpeg])]))).quarters).toBe(inColour)
  })

  it('packed in a way that nothing here unpacks is said to be so, instead of black paper', async () => {
    const path = written(writeTiff([rgbPicture({ 259: short(34925) })]))
    await expect(renderImagePage(path, 'tiff', 1)).rejects.toMatchObject({
      code: 'unsupported_type',
    })
  })

  it.each([
    [1, 'black red blue white'],
    [2, 'red black white blue'],
    [3, 'white blue red black'],
    [4, 'blue white black red'],
    [5, 'black blue red white'],
    [6, 'blue black white red'],
    [7, 'white red blue black'],
    [8, 'red white black blue'],
    [0, 'black red blue white'],
    [77, 'black red blue white'],
  ])('lying as %i', async (orientation, quarters) => {
    const { raster, quarters: seen } = await shown(
      writeTiff([rgbPicture({ 274: short(orientation) })]),
    )
    expect(seen).toBe(quarters)
    const isAside = orientation > 4 && orientation < 9
    expect([raster.width, raster.height]).toEqual(isAside ? [height, width] : [width, height])
  })
})

describe('resolution', () => {
  /** Two numbers of 32 bits, as a tag for a fraction; read by its type 5. */
  async function sized(across: number, down: number, unit: number, size = [1728, 1145]) {
    const [w = 1, h = 1] = size
    const fax = await sharp({ create: { width: w, height: h, channels: 3, background: 'white' } })
      .toColourspace('b-w')
      .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 1, yres: 2, resolutionUnit: 'inch' })
      .toBuffer()
    const tag = (id: number) => fax.indexOf(Buffer.from([id & 255, id >> 8, 5, 0, 1, 0, 0, 0]))
    fax.writeUInt32LE(across * 100, fax.readUInt32LE(tag(282) + 8))
    fax.writeUInt32LE(100, fax.readUInt32LE(tag(282) + 8) + 4)
    fax.writeUInt32LE(down * 100, fax.readUInt32LE(tag(283) + 8))
    fax.writeUInt32LE(100, fax.readUInt32LE(tag(283) + 8) + 4)
    const unitTag = fax.indexOf(Buffer.from([296 & 255, 296 >> 8, 3, 0, 1, 0, 0, 0]))
    fax.writeUInt16LE(unit, unitTag + 8)
    const { raster } = await shown(fax)
    return raster
  }

  it('a fax with half as many rows as columns has the proportions of its paper', async () => {
    const { width: w, height: h, scale } = await sized(204, 98, 2)
    expect([w, h]).toEqual([1728, Math.round((1145 * 204) / 98)])
    expect(scale).toBeCloseTo(204 / 72, 3)
    expect([w / scale, h / scale].map(Math.round)).toEqual([610, 841])
  })

  it('is per centimetre where the file says so', async () => {
    expect((await sized(80, 80, 3)).scale).toBeCloseTo((80 * 2.54) / 72, 3)
  })

  it('of two axes without a unit is believed as far as the page’s size can be right', async () => {
    const { width: w, height: h } = await sized(2, 1, 1)
    expect([w, h]).toEqual([1728, 2290])
  })
})

describe('pages', () => {
  const page = (w: number, tags: Tags = {}) =>
    rgbPicture({ 256: long(w), 257: long(10), 278: long(10), ...tags }, [Buffer.alloc(w * 30, 99)])
  const widthsOf = async (bytes: Buffer) => {
    const { pages } = await shown(bytes)
    const path = written(bytes)
    const all = Array.from({ length: pages }, (_, i) => renderImagePage(path, 'tiff', i + 1))
    return (await Promise.all(all)).map((raster) => raster.width)
  }

  it('are all frames, each of its own size and turn', async () => {
    const bytes = writeTiff([page(20), page(30, { 274: short(6) }), page(40)])
    expect(await widthsOf(bytes)).toEqual([20, 10, 40])
  })

  it('of a long file are found as surely as those of a short one', async () => {
    const path = written(writeTiff(Array.from({ length: 120 }, (_, i) => page(20 + i))))
    expect(await countImagePages(path, 'tiff')).toBe(120)
    for (const number of [1, 77, 120])
      expect((await renderImagePage(path, 'tiff', number)).width).toBe(19 + number)
  })

  it('are neither the small pictures of pages nor masks', async () => {
    const bytes = writeTiff([
      page(200),
      page(20, { 254: long(1) }),
      page(200, { 254: long(4) }),
      page(200, { 254: long(2) }),
    ])
    expect(await widthsOf(bytes)).toEqual([200, 200])
  })

  it('are those that a program calls reduced, where they are not', async () => {
    const reduced = { 254: long(1) }
    expect(await widthsOf(writeTiff([page(20, reduced), page(20, reduced)]))).toEqual([20, 20])
  })

  /** Where the link to the next frame stands: the last four bytes of the last directory. */
  const lastLink = (bytes: Buffer) => bytes.length - 4

  it('end where the chain of frames runs back into itself', async () => {
    const bytes = writeTiff([page(20), page(30)])
    bytes.writeUInt32LE(bytes.readUInt32LE(4), lastLink(bytes))
    expect(await widthsOf(bytes)).toEqual([20, 30])
  })

  it('behind the place where a file is cut off are one page that is damaged', async () => {
    const bytes = writeTiff([page(20), page(30), page(40)])
    const path = written(bytes.subarray(0, bytes.length - 20))
    expect(await countImagePages(path, 'tiff')).toBe(3)
    const second = await renderImagePage(path, 'tiff', 2)
    expect([second.width, second.isIncomplete]).toEqual([30, undefined])
    await expect(renderImagePage(path, 'tiff', 3)).rejects.toMatchObject({ code: 'file_damaged' })
  })
})

describe('damage', () => {
  const strips = (count: number) => {
    const rows = fourColours()
    const length = rows.length / count
    return Array.from({ length: count }, (_, i) =>
      deflateSync(rows.subarray(i * length, (i + 1) * length)),
    )
  }
  const inStrips = (chunks: readonly Uint8Array[]) =>
    rgbPicture({ 259: short(8), 278: long(height / chunks.length) }, chunks)

  it('of one frame leaves the others alone', async () => {
    const bad = inStrips([Buffer.alloc(50, 7), Buffer.alloc(50, 7)])
    const bytes = writeTiff([
      inStrips(strips(2)),
      { ...bad, tags: new Map([...bad.tags, [258, short(8, 8)]]) },
      inStrips(strips(2)),
    ])
    const path = written(bytes)
    expect(await countImagePages(path, 'tiff')).toBe(3)
    expect(quartersOf(await renderImagePage(path, 'tiff', 1))).toBe(inColour)
    await expect(renderImagePage(path, 'tiff', 2)).rejects.toMatchObject({ code: 'file_damaged' })
    expect(quartersOf(await renderImagePage(path, 'tiff', 3))).toBe(inColour)
  })

  it('of a strip leaves the rest of the page, which is marked', async () => {
    const chunks = strips(4)
    chunks[1] = Buffer.alloc(chunks[1]?.length ?? 0, 7)
    const first = await shown(writeTiff([inStrips(chunks)]))
    expect(first.raster.isIncomplete).toBe(true)
    expect(first.quarters.split(' ').slice(2)).toEqual(['blue', 'white'])
    const again = await shown(writeTiff([inStrips(chunks)]))
    expect(again.raster.pixels.equals(first.raster.pixels)).toBe(true)
  })

  /** A grey picture with its directory first, as files stand that can be cut off and still be read. */
  function directoryFirst(): Buffer {
    const size = { 256: long(640), 257: long(480), 278: long(480) }
    const bytes = writeTiff([greyPicture(8, fourColours(640, 480, 1), size)])
    const at = bytes.readUInt32LE(4)
    const directory = Buffer.from(bytes.subarray(at))
    const offset = directory.indexOf(Buffer.from([273 & 255, 273 >> 8])) + 8
    directory.writeUInt32LE(8 + directory.length, offset)
    const head = Buffer.from(bytes.subarray(0, 8))
    head.writeUInt32LE(8, 4)
    return Buffer.concat([head, directory, bytes.subarray(8, at)])
  }

  it('by a cut leaves what comes before it, if that is at least half', async () => {
    const whole = directoryFirst()
    expect((await shown(whole)).quarters).toBe(inGrey)
    const { raster, quarters } = await shown(whole.subarray(0, whole.length * 0.6))
    expect(raster.isIncomplete).toBe(true)
    expect([raster.width, raster.height]).toEqual([640, 480])
    expect(quarters).toBe('black dark white white')
    const little = written(whole.subarray(0, whole.length * 0.4))
    await expect(renderImagePage(little, 'tiff', 1)).rejects.toMatchObject({ code: 'file_damaged' })
  })
})
