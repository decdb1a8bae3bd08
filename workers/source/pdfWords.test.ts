import { describe, expect, it } from 'vitest'
import type { Box } from '../model.ts'
import { type RawPage, rawPage } from '../testing/rawPdf.ts'
import { readPdfText, renderPdfPage } from './pdf.ts'

/** What a person sees on a page, in the order of painting. */
async function seenOn(page: RawPage): Promise<string> {
  const { words } = await readPdfText({ path: rawPage(page), passwords: [] }, 1)
  return words
    .filter(({ isHidden }) => !isHidden)
    .map(({ text }) => text)
    .join(' ')
}

const plain = 'BT /F1 12 Tf 50 700 Td (Seen) Tj ET\n'
/** A picture of one black pixel. */
const black = {
  dict: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
  stream: '\x00',
}

describe('text that nobody sees is no word of the page', () => {
  it('in the colour of its ground', async () => {
    const white = '1 g BT /F1 12 Tf 50 600 Td (Ghost) Tj ET\n'
    expect(await seenOn({ content: plain + white })).toBe('Seen')
    const grey = '.8 g 40 590 200 40 re f BT /F1 12 Tf 50 600 Td (Ghost) Tj ET\n'
    expect(await seenOn({ content: plain + grey })).toBe('Seen')
  })

  it('but white on a dark bar is seen', async () => {
    const bar = '0 0 .4 rg 40 590 200 40 re f 1 g BT /F1 12 Tf 50 600 Td (Total) Tj ET\n'
    expect(await seenOn({ content: plain + bar })).toBe('Seen Total')
  })

  it('but white letters with an outline are seen', async () => {
    const outlined = '1 g 0 G BT 2 Tr /F1 12 Tf 50 600 Td (Total) Tj ET\n'
    expect(await seenOn({ content: plain + outlined })).toBe('Seen Total')
  })

  it('smaller than a point', async () => {
    const tiny = 'BT /F1 .5 Tf 50 600 Td (Ghost) Tj ET\n'
    expect(await seenOn({ content: plain + tiny })).toBe('Seen')
  })

  it('outside the crop box', async () => {
    const entries = '/MediaBox [0 0 595 842] /CropBox [0 400 595 842]'
    const below = 'BT /F1 12 Tf 50 300 Td (Ghost) Tj ET\n'
    expect(await seenOn({ content: plain + below, entries })).toBe('Seen')
  })

  it('cut away by a clip', async () => {
    const cut = 'q 0 0 10 10 re W n BT /F1 12 Tf 50 600 Td (Ghost) Tj ET Q\n'
    expect(await seenOn({ content: cut + plain })).toBe('Seen')
  })

  it('painted over later, by a picture or a bar', async () => {
    const ghost = 'BT /F1 12 Tf 50 600 Td (Ghost) Tj ET\n'
    const over = 'q 200 0 0 50 40 590 cm /Im1 Do Q\n'
    const page = { resources: '/XObject << /Im1 6 0 R >>', objects: [black] }
    expect(await seenOn({ ...page, content: plain + ghost + over })).toBe('Seen')
    expect(await seenOn({ content: `${plain + ghost}0 g 40 590 200 40 re f\n` })).toBe('Seen')
    expect(await seenOn({ ...page, content: `${over}1 g ${ghost}` })).toBe('Ghost')
  })

  it('but what is marked with a pen that lets it shine through is seen', async () => {
    const page = {
      resources: '/ExtGState << /G1 << /BM /Multiply >> >>',
      content: `${plain}/G1 gs 1 1 0 rg 40 690 200 30 re f\n`,
    }
    expect(await seenOn(page)).toBe('Seen')
  })

  it('in a layer that is switched off', async () => {
    const page = {
      resources: '/Properties << /Off 6 0 R /On 7 0 R >>',
      catalog: '/OCProperties << /OCGs [6 0 R 7 0 R] /D << /OFF [6 0 R] >> >>',
      objects: ['<< /Type /OCG /Name (Off) >>', '<< /Type /OCG /Name (On) >>'],
      content:
        '/OC /Off BDC BT /F1 12 Tf 50 600 Td (Ghost) Tj ET EMC\n/OC /On BDC BT /F1 12 Tf 50 500 Td (Layer) Tj ET EMC\n',
    }
    expect(await seenOn({ ...page, content: page.content + plain })).toBe('Layer Seen')
  })

  it('painted invisibly, except where its outlines are drawn', async () => {
    const ghost = 'BT 3 Tr /F1 12 Tf 50 600 Td (Ghost) Tj 0 Tr ET\n'
    expect(await seenOn({ content: plain + ghost })).toBe('Seen')
    const outline = '50 600 m 80 608 l 84 600 l 70 598 l h f\n'
    expect(await seenOn({ content: plain + outline + ghost })).toBe('Seen Ghost')
  })
})

describe('letters make words', () => {
  const text = (operators: string) => seenOn({ content: `BT /F1 12 Tf 50 700 Td ${operators} ET` })

  it('across runs that kerning cut', async () => {
    expect(await text('[(Rech) 20 (nung) -300 (Nr)] TJ')).toBe('Rechnung Nr')
  })

  it('when they are set apart, and their words part all the same', async () => {
    expect(await text('3 Tc (TOTAL DUE) Tj')).toBe('TOTAL DUE')
  })

  it('once where they are painted twice for boldness, whole words or each letter', async () => {
    expect(await text('(Total) Tj 1 0 0 1 50.4 700 Tm (Total) Tj')).toBe('Total')
    const places = [
      ['S', 50],
      ['u', 58],
      ['m', 64.7],
    ] as const
    const letters = places.map(([letter, x]) => {
      return `1 0 0 1 ${x} 700 Tm (${letter}) Tj 1 0 0 1 ${x + 0.5} 700 Tm (${letter}) Tj`
    })
    expect(await text(letters.join(' '))).toBe('Sum')
  })

  it('and letters that are doubled in spelling stay so', async () => {
    expect(await text('(Allee 1100) Tj')).toBe('Allee 1100')
  })
})

/** The box around everything dark on a page, in points. */
async function inkOf(path: string): Promise<Box> {
  const source = { path, passwords: [] }
  const { pixels, width, height, channels, scale } = await renderPdfPage(source, 1, {
    ...{ dpi: 288, longest: 4000 },
  })
  let [x0, y0, x1, y1] = [width, height, 0, 0]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (Number(pixels[(y * width + x) * channels]) < 128)
        [x0, y0, x1, y1] = [
          Math.min(x0, x),
          Math.min(y0, y),
          Math.max(x1, x + 1),
          Math.max(y1, y + 1),
        ]
  return [x0 / scale, y0 / scale, x1 / scale, y1 / scale]
}

describe('a word’s box', () => {
  it.each([0, 90, 180, 270])(
    'lies on its ink on a page turned by %i with its crop box moved',
    async (turn) => {
      const entries = `/MediaBox [0 0 700 900] /CropBox [30 20 600 820] /Rotate ${turn}`
      const path = rawPage({ content: 'BT /F1 9 Tf 100 712 Td (bdgpH) Tj ET', entries })
      const { words, size } = await readPdfText({ path, passwords: [] }, 1)
      expect(size).toEqual(turn % 180 === 0 ? [570, 800] : [800, 570])
      const ink = await inkOf(path)
      for (const side of [0, 1, 2, 3])
        expect(Math.abs(Number(words[0]?.box[side]) - Number(ink[side]))).toBeLessThan(2)
    },
  )

  it('counts in points of the paper where the page says its own unit', async () => {
    const entries = '/MediaBox [0 0 300 400] /UserUnit 2'
    const path = rawPage({ content: 'BT /F1 10 Tf 50 300 Td (Unit) Tj ET', entries })
    const { words, size } = await readPdfText({ path, passwords: [] }, 1)
    expect(size).toEqual([600, 800])
    expect(words[0]?.box[0]).toBeCloseTo(100)
  })
})
