import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawnPdf } from '../testing/drawnPdf.ts'
import { rawPage } from '../testing/rawPdf.ts'
import { type PdfPageText, readPdfText } from './pdf.ts'

const [columns, rows] = [400, 300]
/** Every row of it has a weight of its own in the file, and none is of one shade. */
const grain = Buffer.from(
  Uint8Array.from({ length: columns * rows }, (_, at) => 60 + ((at * 7919) % 140)),
)
const bits = grain.subarray(0, (columns / 8) * rows)
const picture = sharp(grain, { raw: { width: columns, height: rows, channels: 1 } })

const text = 'BT /F1 12 Tf 50 780 Td (Words of the page that are there) Tj ET\n'
const painted = 'q 400 0 0 300 100 300 cm /Im1 Do Q'
const grey = '/ColorSpace /DeviceGray /BitsPerComponent 8'
const jpeg = '/Filter /DCTDecode'
const flate = '/Filter /FlateDecode'

interface Painting {
  readonly dict: string
  readonly stream: Buffer
  readonly content?: string
}

function read({ dict, stream, content = text + painted }: Painting): Promise<PdfPageText> {
  const size = /\/Width/.test(dict) ? '' : `/Width ${columns} /Height ${rows}`
  const path = rawPage({
    content,
    resources: '/XObject << /Im1 6 0 R >>',
    objects: [{ dict: `/Type /XObject /Subtype /Image ${size} ${dict}`, stream }],
  })
  return readPdfText({ path, passwords: [] }, 1)
}

const lossOf = async (painting: Painting) => (await read(painting)).loss
const cut = (stream: Buffer, share = 0.6) => stream.subarray(0, stream.length * share)

describe('a picture in a PDF whose data end early is a loss', () => {
  it('as a JPEG', async () => {
    const stream = await picture.clone().jpeg().toBuffer()
    expect(await lossOf({ dict: `${grey} ${jpeg}`, stream })).toBeNull()
    expect(await lossOf({ dict: `${grey} ${jpeg}`, stream: cut(stream) })).toBe('damaged')
    const afterwards = Buffer.concat([stream, Buffer.from('\n\0\n')])
    expect(await lossOf({ dict: `${grey} ${jpeg}`, stream: afterwards })).toBeNull()
  })

  it('as a progressive JPEG, of which every row is there, but coarse', async () => {
    const stream = await picture.clone().jpeg({ progressive: true }).toBuffer()
    expect(await lossOf({ dict: `${grey} ${jpeg}`, stream: cut(stream) })).toBe('damaged')
  })

  it.each([
    ['in grey', grey, grain],
    ['in black and white', '/ColorSpace /DeviceGray /BitsPerComponent 1', bits],
    ['as a stencil', '/ImageMask true /BitsPerComponent 1', bits],
  ])('packed by Flate, %s', async (_, dict, samples) => {
    const stream = deflateSync(samples)
    expect(await lossOf({ dict: `${dict} ${flate}`, stream })).toBeNull()
    expect(await lossOf({ dict: `${dict} ${flate}`, stream: cut(stream) })).toBe('damaged')
  })

  it('also where it is the whole page', async () => {
    const content = 'q 595 0 0 842 0 0 cm /Im1 Do Q'
    const stream = cut(await picture.clone().jpeg().toBuffer())
    const page = await read({ dict: `${grey} ${jpeg}`, stream, content })
    expect([page.isPicture, page.loss]).toEqual([true, 'damaged'])
  })
})

it('a picture in a PDF that cannot be decoded at all is a loss', async () => {
  const stream = Buffer.from('no picture')
  expect(await lossOf({ dict: '/Filter /JPXDecode', stream })).toBe('damaged')
})

describe('no loss is', () => {
  it('a JPEG that only lacks the mark of its end', async () => {
    const stream = await picture.clone().jpeg().toBuffer()
    expect(await lossOf({ dict: `${grey} ${jpeg}`, stream: stream.subarray(0, -2) })).toBeNull()
  })

  it('a picture with a black foot', async () => {
    const samples = Buffer.from(grain).fill(0, grain.length * 0.9)
    expect(await lossOf({ dict: `${grey} ${flate}`, stream: deflateSync(samples) })).toBeNull()
  })

  it('a damaged icon', async () => {
    const stream = cut(await picture.clone().jpeg().toBuffer())
    const content = `${text}q 40 0 0 30 100 300 cm /Im1 Do Q`
    expect(await lossOf({ dict: `${grey} ${jpeg}`, stream, content })).toBeNull()
  })

  it('a picture in a file whose streams are encrypted', async () => {
    const file = await picture.clone().jpeg().toBuffer()
    const path = await drawnPdf({ ownerPassword: 'owner', permissions: {} }, (pdf) =>
      pdf.text('Words').image(file, 100, 300, { width: 400 }),
    )
    expect((await readPdfText({ path, passwords: [] }, 1)).loss).toBeNull()
  })
})

describe('a picture of more pixels than are safe', () => {
  const huge = `/Width 40000 /Height 40000 ${grey.replace('8', '1')} ${flate}`
  const stream = deflateSync(Buffer.alloc(5_000 * 40))

  it('is a loss of the page that has text beside it', async () => {
    const page = await read({ dict: huge, stream })
    expect(page.words.map((word) => word.text).join(' ')).toBe('Words of the page that are there')
    expect(page.loss).toBe('too_large')
  })

  it('is none where it is not painted', async () => {
    expect(await lossOf({ dict: huge, stream, content: text })).toBeNull()
  })
})
