import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it, vi } from 'vitest'
import type { Page } from '../model.ts'
import type { Raster } from '../source/raster.ts'
import { type CiiStated, ciiXml } from '../testing/ciiXml.ts'
import { type DrawnCode, drawnCode, epcText, pageWithCode } from '../testing/drawnCode.ts'
import { drawnPdf } from '../testing/drawnPdf.ts'
import { codesOfRaster } from './exactSources.ts'
import { readPage } from './readPage.ts'

const ocrDirs = [join(import.meta.dirname, '../../resources/ocr')]

async function read(path: string, page = 1): Promise<Page> {
  const settings = { mode: 'auto', languages: ['en'] } as const
  const source = { path, passwords: [], type: 'pdf', page } as const
  const task = { ...source, settings, engineFiles: { ocrDirs }, previewFile: null }
  return (await readPage(task)).page
}

const print = (pdf: PDFKit.PDFDocument) =>
  pdf.fontSize(11).text('Invoice 4711 of Northwind Traders Limited, payable within thirty days')

async function withFile(content: string, name = 'attachment.bin'): Promise<string> {
  return drawnPdf({}, (pdf) => {
    print(pdf)
    pdf.file(Buffer.from(content), { name })
  })
}

const stated: CiiStated = { number: '4711', gross: '119.00' }
const wordsOf = ({ words }: Page) => words.map(({ text }) => text).join(' ')

describe('a file that a PDF carries', () => {
  it('is read when it is an e-invoice, whatever it is called', async () => {
    for (const name of ['factur-x.xml', 'data.txt']) {
      const { exact, words } = await read(await withFile(ciiXml(stated), name))
      expect(exact).toMatchObject([{ reader: 'xml', format: 'cii', box: null }])
      expect(exact?.[0]?.facts).toContainEqual({ term: 'BT-112', value: '119.00' })
      expect(words.length).toBeGreaterThan(5)
    }
  })

  it('goes with the first page only', async () => {
    const path = await drawnPdf({}, (pdf) => {
      print(pdf)
      pdf.addPage().text('Page two')
      pdf.file(Buffer.from(ciiXml(stated)), { name: 'a.xml' })
    })
    expect((await read(path)).exact).toHaveLength(1)
    expect(await read(path, 2)).not.toHaveProperty('exact')
  })

  it('costs nothing when it is broken, a bomb or no XML: the page reads on without facts', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    for (const content of [ciiXml(stated).slice(0, -9), bomb, 'no XML at all', '']) {
      const page = await read(await withFile(content))
      expect(page).not.toHaveProperty('exact')
      expect(wordsOf(page)).toContain('Northwind Traders')
    }
  })

  it('that is not there states nothing', async () => {
    expect(await read(await drawnPdf({}, print))).not.toHaveProperty('exact')
  })
})

/** A code painted square by square into one path, its squares 2.5 points wide. */
function paint(pdf: PDFKit.PDFDocument, { side, isDark }: DrawnCode, left: number, top: number) {
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      if (isDark(row, column)) pdf.rect(left + column * 2.5, top + row * 2.5, 2.5, 2.5)
  pdf.fill('#000000')
}

async function pictureOf(raster: Raster): Promise<Buffer> {
  const { pixels, width, height, channels } = raster
  const cut = { left: 280, top: 280, width: 300, height: 300 }
  return sharp(pixels, { raw: { width, height, channels } }).extract(cut).png().toBuffer()
}

describe('a payment code on a page with a text layer', () => {
  it('is read where it is painted as a path, with its place', async () => {
    const code = await drawnCode(epcText())
    const path = await drawnPdf({}, (pdf) => {
      print(pdf)
      paint(pdf, code, 300, 400)
    })
    const [source] = (await read(path)).exact ?? []
    expect(source).toMatchObject({ reader: 'qr', format: 'epc' })
    expect(source?.facts).toContainEqual({ term: 'BT-115', value: '119.00' })
    for (const [at, edge] of [300, 400, 300 + code.side * 2.5, 400 + code.side * 2.5].entries())
      expect(Math.abs((source?.box?.[at] ?? 0) - edge)).toBeLessThan(3)
  })

  it('is read where it is a picture', async () => {
    const picture = await pictureOf(pageWithCode(await drawnCode(epcText()), [108, 108]))
    const path = await drawnPdf({}, (pdf) => {
      print(pdf)
      pdf.image(picture, 300, 400, { width: 110 })
    })
    expect((await read(path)).exact).toMatchObject([{ reader: 'qr', format: 'epc' }])
  })

  it('of an advert states nothing', async () => {
    const code = await drawnCode('https://example.org/win-a-prize')
    const path = await drawnPdf({}, (pdf) => {
      print(pdf)
      paint(pdf, code, 300, 400)
    })
    expect(await read(path)).not.toHaveProperty('exact')
  })
})

describe('a payment code on a scan', () => {
  it('has its place on the page as it was turned to stand upright', async () => {
    const raster = pageWithCode(await drawnCode(epcText()), [100, 200])
    const side = ((await drawnCode(epcText())).side * 6 * 72) / 200
    const [straight] = await codesOfRaster(raster, 0)
    const [turned] = await codesOfRaster(raster, 90)
    const near = (box: readonly number[] | null | undefined, edges: readonly number[]) =>
      edges.every((edge, at) => Math.abs((box?.[at] ?? 0) - edge) < 3)
    expect(near(straight?.box, [100, 200, 100 + side, 200 + side])).toBe(true)
    const height = (2339 * 72) / 200
    expect(near(turned?.box, [height - 200 - side, 100, height - 200, 100 + side])).toBe(true)
  })

  it('is read without the net', async () => {
    const raster = pageWithCode(await drawnCode(epcText()), [100, 200])
    const refuse = vi.fn(() => Promise.reject(new Error('the network was used')))
    vi.stubGlobal('fetch', refuse)
    vi.resetModules()
    const fresh = await import('./exactSources.ts')
    expect(await fresh.codesOfRaster(raster, 0)).toHaveLength(1)
    expect(refuse).not.toHaveBeenCalled()
    vi.unstubAllGlobals()
  })
})
