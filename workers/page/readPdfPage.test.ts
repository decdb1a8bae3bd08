import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Page } from '../model.ts'
import type { ReaderSettings } from '../tasks.ts'
import { type RawObject, rawPage } from '../testing/rawPdf.ts'
import { readPage } from './readPage.ts'

const ocrDirs = [join(import.meta.dirname, '../../resources/ocr')]

async function read(path: string, mode: ReaderSettings['mode'] = 'auto'): Promise<Page> {
  const settings = { mode, languages: ['en'] }
  const source = { path, passwords: [], type: 'pdf', page: 1 } as const
  const task = { ...source, settings, engineFiles: { ocrDirs }, previewFile: null }
  return (await readPage(task)).page
}

const textOf = ({ words }: Page) => words.map(({ text }) => text).join(' ')

/** Lines of type as a picture of grey pixels. */
async function typed(lines: readonly string[], width: number, height: number): Promise<RawObject> {
  const rows = lines.map(
    (line, row) =>
      `<text x="40" y="${80 + row * 60}" font-family="sans-serif" font-size="40">${line}</text>`,
  )
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="white"/>${rows.join('')}</svg>`
  const stream = await sharp(Buffer.from(drawing)).greyscale().raw().toBuffer()
  const dict = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8`
  return { dict, stream }
}

const resources = '/XObject << /Im1 6 0 R >>'
const heading = 'BT /F1 14 Tf 50 780 Td (Invoice 2024-0815 of Northwind Traders Limited) Tj ET\n'

it('a page with a text layer lies as a person turned it, its words with it', async () => {
  const path = rawPage({ content: heading })
  const asItIs = await read(path)
  const settings = { mode: 'auto', languages: ['en'], turns: { 1: 90 } } as const
  const task = { path, passwords: [], type: 'pdf', page: 1, settings } as const
  const { page } = await readPage({ ...task, engineFiles: { ocrDirs }, previewFile: null })
  const [width, height] = asItIs.size
  expect(page).toMatchObject({ rotation: 90, size: [height, width], reader: 'text_layer' })
  expect(textOf(page)).toBe(textOf(asItIs))
  const [x0, y0, x1, y1] = asItIs.words[0]?.box ?? [0, 0, 0, 0]
  const turned = [height - y1, x0, height - y0, x1]
  for (const [i, edge] of turned.entries()) expect(page.words[0]?.box[i]).toBeCloseTo(edge)
})

describe('a page that is part text and part picture', () => {
  it('is read from both, the picture’s words where they stand', async () => {
    const bank = await typed(
      ['Bank transfer to Harbour Bank', 'Account 4711 0815', 'Reference 998877'],
      1200,
      300,
    )
    const content = `q 288 0 0 72 100 300 cm /Im1 Do Q\n${heading}`
    const page = await read(rawPage({ content, resources, objects: [bank] }))
    expect(page).toMatchObject({
      reader: 'text_layer',
      rotation: 0,
      readerReason: 'The page has a text layer; its pictures were read by OCR.',
    })
    expect(textOf(page)).toContain('Invoice 2024-0815 of Northwind Traders Limited')
    const account = page.words.find(({ text }) => text === '4711')
    expect(account).toMatchObject({ reader: 'ocr' })
    // Second line of the picture: its baseline 140 px of 300 down 72 points, the picture’s top at 470.
    expect(Math.abs(Number(account?.box[3]) - (470 + (140 / 300) * 72))).toBeLessThan(2)
  })

  it('is read anew only where a font names glyphs', async () => {
    const map =
      'begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <21> <7E> <E021> endbfrange endcmap'
    const objects: RawObject[] = [
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>',
      { dict: '', stream: map },
    ]
    const amount = 'BT /F1 12 Tf 50 700 Td (Total due) Tj /F2 12 Tf 100 0 Td (4,711.08) Tj ET\n'
    const path = rawPage({ content: heading + amount, fonts: '/F2 6 0 R', objects })
    const page = await read(path)
    const total = page.words.find(({ text }) => text === '4,711.08')
    expect(total).toMatchObject({ reader: 'ocr' })
    expect(Math.abs(Number(total?.box[0]) - 150)).toBeLessThan(2)
    expect(textOf(page)).toContain('Total due')
  })
})

describe('a page of which a picture is missing in part', () => {
  const about = 'q 400 0 0 300 100 300 cm /Im1 Do Q'

  it('is marked as incomplete and its words are kept', async () => {
    const photo = sharp({ create: { width: 400, height: 300, channels: 3, background: 'teal' } })
    const stream = await photo.jpeg().toBuffer()
    const dict =
      '/Type /XObject /Subtype /Image /Width 400 /Height 300 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode'
    const pageWith = (object: RawObject) =>
      read(rawPage({ content: heading + about, resources, objects: [object] }))
    const page = await pageWith({ dict, stream: stream.subarray(0, stream.length * 0.8) })
    expect(page).toMatchObject({ reader: 'text_layer', isIncomplete: true })
    expect(page.readerReason).toContain('a part of the page is missing or wrong')
    expect(textOf(page)).toBe('Invoice 2024-0815 of Northwind Traders Limited')
    expect((await pageWith({ dict, stream })).isIncomplete).toBeUndefined()
  })

  it('is marked when the picture is too large to be read', async () => {
    const dict =
      '/Type /XObject /Subtype /Image /Width 12000 /Height 12000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode'
    const object = { dict, stream: deflateSync(Buffer.alloc(1500 * 12000)) }
    const page = await read(rawPage({ content: heading + about, resources, objects: [object] }))
    expect(page).toMatchObject({ reader: 'text_layer', isIncomplete: true })
    expect(page.readerReason).toContain('A picture on it is too large to be read.')
    expect(textOf(page)).toBe('Invoice 2024-0815 of Northwind Traders Limited')
  })
})

describe('the reader that a person chose', () => {
  const field =
    '<< /Type /Annot /Subtype /Widget /FT /Tx /T (f) /F 4 /Rect [300 600 500 620] /V (Typed-in) /DA (/Helv 11 Tf 0 g) >>'
  const form = () =>
    rawPage({
      content: heading,
      entries: '/MediaBox [0 0 595 842] /Annots [6 0 R]',
      catalog: '/AcroForm << /Fields [6 0 R] /DR << /Font << /Helv 5 0 R >> >> >>',
      objects: [field],
    })

  it('is taken, and what the form holds is kept once with either', async () => {
    const path = form()
    for (const mode of ['ocr', 'text_layer'] as const) {
      const page = await read(path, mode)
      expect(page).toMatchObject({ reader: mode, readerReason: 'A person chose this reader.' })
      const kept = page.words.filter(({ reader }) => reader === 'form')
      expect(kept.map(({ text }) => text)).toEqual(['Typed-in'])
      expect(textOf(page).match(/Typed/g)).toHaveLength(1)
      const others = new Set(page.words.map(({ reader }) => reader))
      expect(others).toEqual(new Set(['form', mode]))
    }
  })

  it('reads a scan from the invisible words behind it only when asked to', async () => {
    const scan = await typed(['Words that the scan shows to everyone'], 1240, 1754)
    const layer = 'BT 3 Tr /F1 12 Tf 50 780 Td (An earlier reading of these words) Tj ET\n'
    const content = `q 446.4 0 0 631.4 0 0 cm /Im1 Do Q\n${layer}`
    const entries = '/MediaBox [0 0 446.4 631.4]'
    const path = rawPage({ content, resources, entries, objects: [scan] })
    expect(textOf(await read(path))).toContain('that the scan shows')
    expect(textOf(await read(path, 'text_layer'))).toBe('An earlier reading of these words')
  })
})

describe('a field of a form with print under it', () => {
  it('is read as what was typed, once', async () => {
    const field =
      '<< /Type /Annot /P 3 0 R /Subtype /Widget /FT /Tx /T (n) /F 4 /Rect [98 695 300 715] /V (Nordwind) /DA (/Helv 12 Tf 0 g) >>'
    const content = `${heading}BT /F1 12 Tf 100 700 Td (Xxxxxxxx) Tj ET BT /F1 12 Tf 50 700 Td (Name) Tj ET`
    const fonts = '/DA (/Helv 12 Tf 0 g) /DR << /Font << /Helv 5 0 R >> >>'
    const path = rawPage({
      ...{ content, entries: '/MediaBox [0 0 595 842] /Annots [6 0 R]', objects: [field] },
      catalog: `/AcroForm << /Fields [6 0 R] ${fonts} >>`,
    })
    const page = await read(path)
    expect(textOf(page)).toContain('Name')
    expect(textOf(page)).not.toContain('Xxxxxxxx')
    expect(page.words.find(({ text }) => text === 'Nordwind')?.reader).toBe('form')
  })
})
