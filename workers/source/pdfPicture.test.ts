import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { type RawObject, rawPage } from '../testing/rawPdf.ts'
import { readPdfText, renderPdfPage } from './pdf.ts'
import type { Raster } from './raster.ts'

const drawing = { dpi: 200, longest: 4000 }
/** A6 at 200 dpi, so that a pixel of the scan is a pixel of the drawing. */
const [columns, rows] = [875, 1240]
const [width, height] = [315, 446.4]

/** A scan that looks different however it is turned or flipped. */
const scan = sharp(
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${columns}" height="${rows}"><rect width="100%" height="100%" fill="white"/><rect x="60" y="80" width="300" height="40"/><rect x="60" y="80" width="40" height="500"/><circle cx="700" cy="1000" r="60"/></svg>`,
  ),
)

const image = (colours: string, bits: number, stream: Buffer, more = ''): RawObject => ({
  dict: `/Type /XObject /Subtype /Image /Width ${columns} /Height ${rows} ${colours} /BitsPerComponent ${bits} ${more}`,
  stream,
})

async function grey(): Promise<RawObject> {
  return image('/ColorSpace /DeviceGray', 8, await scan.clone().greyscale().raw().toBuffer())
}

/** One bit a pixel, as a fax has. */
async function bits(mask: boolean): Promise<RawObject> {
  const pixels = await scan.clone().greyscale().raw().toBuffer()
  const bytes = Math.ceil(columns / 8)
  const packed = Buffer.alloc(bytes * rows)
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++)
      if (Number(pixels[y * columns + x]) > 127)
        packed[y * bytes + (x >> 3)] = Number(packed[y * bytes + (x >> 3)]) | (128 >> (x & 7))
  return image(mask ? '/ImageMask true' : '/ColorSpace /DeviceGray', 1, packed)
}

function page(object: RawObject, content: string, entries = ''): string {
  return rawPage({
    content,
    entries: entries || `/MediaBox [0 0 ${width} ${height}]`,
    resources: '/XObject << /Im1 6 0 R >>',
    objects: [object],
  })
}

const upright = `q ${width} 0 0 ${height} 0 0 cm /Im1 Do Q`

/** Share of pixels whose darkness differs, next to an edge or not. */
async function difference(a: Raster, b: Raster): Promise<number> {
  expect([a.width, a.height]).toEqual([b.width, b.height])
  const [one, other] = await Promise.all(
    [a, b].map(({ pixels, width: w, height: h, channels }) =>
      sharp(pixels, { raw: { width: w, height: h, channels } })
        .flatten()
        .greyscale()
        .raw()
        .toBuffer(),
    ),
  )
  let apart = 0
  one?.forEach((shade, at) => {
    if (Math.abs(shade - Number(other?.[at])) > 100) apart++
  })
  return apart / (a.width * a.height)
}

async function ownPixels(path: string): Promise<Raster> {
  const { scan: found } = await readPdfText({ path, passwords: [] }, 1)
  if (!found) throw new Error('the page is no scan')
  return found
}

/** The scan's own pixels and the page as it is drawn. */
async function both(path: string): Promise<[Raster, Raster]> {
  return [await ownPixels(path), await renderPdfPage({ path, passwords: [] }, 1, drawing)]
}

describe('a page that is one picture gives the picture’s own pixels', () => {
  it.each([
    ['upright', upright],
    ['upside down', `q -${width} 0 0 -${height} ${width} ${height} cm /Im1 Do Q`],
    ['mirrored', `q -${width} 0 0 ${height} ${width} 0 cm /Im1 Do Q`],
    ['head over heels', `q ${width} 0 0 -${height} 0 ${height} cm /Im1 Do Q`],
  ])('%s', async (_, content) => {
    const [own, drawn] = await both(page(await grey(), content))
    expect(own.channels).toBe(1)
    expect(await difference(own, drawn)).toBeLessThan(0.001)
  })

  it.each([90, 180, 270])('turned by %i with its page', async (turn) => {
    const entries = `/MediaBox [0 0 ${width} ${height}] /Rotate ${turn}`
    const [own, drawn] = await both(page(await grey(), upright, entries))
    expect(own.channels).toBe(1)
    expect(await difference(own, drawn)).toBeLessThan(0.001)
  })

  it.each([
    ['a quarter to the left', `q 0 ${width} -${height} 0 ${height} 0 cm /Im1 Do Q`],
    ['a quarter to the right', `q 0 -${width} ${height} 0 0 ${width} cm /Im1 Do Q`],
  ])('turned on its page %s', async (_, content) => {
    const entries = `/MediaBox [0 0 ${height} ${width}]`
    const [own, drawn] = await both(page(await grey(), content, entries))
    expect(own.channels).toBe(1)
    expect(await difference(own, drawn)).toBeLessThan(0.001)
  })

  it.each([false, true])('of one bit a pixel, as a stencil: %s', async (mask) => {
    const [own, drawn] = await both(page(await bits(mask), upright))
    expect(own.channels).toBe(1)
    expect(await difference(own, drawn)).toBeLessThan(0.001)
  })

  it('in strips', async () => {
    const strip = (from: number, to: number) =>
      `q ${width} 0 0 ${(height * (to - from)) / rows} 0 ${(height * (rows - to)) / rows} cm /Im1 Do Q`
    const pixels = await scan.clone().greyscale().raw().toBuffer()
    const part = (from: number, to: number): RawObject => ({
      dict: `/Type /XObject /Subtype /Image /Width ${columns} /Height ${to - from} /ColorSpace /DeviceGray /BitsPerComponent 8`,
      stream: pixels.subarray(from * columns, to * columns),
    })
    const path = rawPage({
      content: `${strip(0, 500)} ${strip(500, rows).replace('Im1', 'Im2')}`,
      entries: `/MediaBox [0 0 ${width} ${height}]`,
      resources: '/XObject << /Im1 6 0 R /Im2 7 0 R >>',
      objects: [part(0, 500), part(500, rows)],
    })
    const [own, drawn] = await both(path)
    expect(own.channels).toBe(1)
    expect(await difference(own, drawn)).toBeLessThan(0.001)
  })

  it('with as many pixels a point down as across where a fax has fewer', async () => {
    const half = scan
      .clone()
      .greyscale()
      .resize(columns, rows / 2, { fit: 'fill' })
    const dict = `/Type /XObject /Subtype /Image /Width ${columns} /Height ${rows / 2} /ColorSpace /DeviceGray /BitsPerComponent 8`
    const [across, down] = [width / 2, height / 2]
    const fax = { dict, stream: await half.raw().toBuffer() }
    const content = `q ${across} 0 0 ${down} 0 0 cm /Im1 Do Q`
    const path = page(fax, content, `/MediaBox [0 0 ${across} ${down}]`)
    const own = await ownPixels(path)
    expect([own.width, own.height, own.channels]).toEqual([columns, rows, 1])
    const drawn = await renderPdfPage({ path, passwords: [] }, 1, { ...drawing, dpi: 400 })
    expect(await difference(own, drawn)).toBeLessThan(0.002)
  })
})

describe('a page is drawn', () => {
  it.each([
    [
      'when something is written over its picture',
      `${upright} BT /F1 12 Tf 50 300 Td (Stamp) Tj ET`,
    ],
    ['when something is ruled over its picture', `${upright} 50 300 200 2 re f`],
    ['when its picture stands at an angle', `q ${width} 20 -20 ${height} 0 0 cm /Im1 Do Q`],
    ['when its picture is clipped', `100 100 50 50 re W n ${upright}`],
    ['when its picture covers a part of it', 'q 200 0 0 280 20 20 cm /Im1 Do Q'],
    ['when its picture is coarse', `q 842 0 0 1191 0 0 cm /Im1 Do Q`, '/MediaBox [0 0 842 1191]'],
  ])('%s', async (_, content, entries = '') => {
    const path = page(await grey(), content, entries)
    expect((await readPdfText({ path, passwords: [] }, 1)).scan).toBeNull()
  })
})

it('keeps the colours of a scan in colour', async () => {
  const colour = await scan.clone().tint('red').removeAlpha().raw().toBuffer()
  const [own, drawn] = await both(page(image('/ColorSpace /DeviceRGB', 8, colour), upright))
  expect(own.channels).toBe(3)
  expect(await difference(own, drawn)).toBeLessThan(0.001)
})
