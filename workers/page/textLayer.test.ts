import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readPdfText } from '../source/pdf.ts'
import { type RawObject, type RawPage, rawPage } from '../testing/rawPdf.ts'
import { judgeTextLayer, type TextLayerVerdict } from './textLayer.ts'

async function judge(page: RawPage): Promise<TextLayerVerdict> {
  return judgeTextLayer(await readPdfText({ path: rawPage(page), passwords: [] }, 1))
}

/** Lines of text from the top of the page down. */
function set(lines: readonly string[], font = 'F1', top = 780): string {
  return lines
    .map((line, row) => `BT /${font} 10 Tf 50 ${top - 14 * row} Td (${line}) Tj ET`)
    .join('\n')
}

const prose = [
  'We thank you for your order and deliver as agreed by the end of the month.',
  'Please transfer the amount due within thirty days without any deduction.',
  'The goods remain our property until the invoice has been paid in full.',
  'Questions about this invoice are answered by our accounting department.',
]

/** Helvetica whose map to letters says of each code what `letterOf` makes of it. */
function mappedFont(letterOf: (code: number) => number): RawObject[] {
  const pairs = Array.from({ length: 94 }, (_, at) => at + 33).map(
    (code) => `<${hex(code, 2)}> <${hex(letterOf(code), 4)}>`,
  )
  const map = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange ${pairs.length} beginbfchar ${pairs.join('\n')} endbfchar endcmap end`
  return [
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 7 0 R >>',
    { dict: '', stream: map },
  ]
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
const privateUse = mappedFont((code) => 0xe000 + code)

/** Small letters moved on by seven places, as a wrong map moves them. */
const exchanged = mappedFont((code) =>
  code >= 97 && code <= 122 ? 97 + ((code - 97 + 7) % 26) : code,
)

describe('a map from codes to letters', () => {
  it('that names glyphs makes the page untrusted', async () => {
    const page = { fonts: '/F2 6 0 R', objects: privateUse, content: set(prose, 'F2') }
    expect(await judge(page)).toEqual({
      kind: 'untrusted',
      reason: 'The text layer names glyphs instead of letters.',
    })
  })

  it('that names glyphs for a few words leaves the others trusted', async () => {
    const content = `${set(prose)}\n${set(['4711.08'], 'F2', 500)}`
    const verdict = await judge({ fonts: '/F2 6 0 R', objects: privateUse, content })
    expect(verdict.kind).toBe('partial')
    if (verdict.kind !== 'partial') return
    expect(verdict.distrusted.size).toBe(1)
    const [[x0, y0, x1, y1]] = verdict.regions as [readonly [number, number, number, number]]
    expect([x0, x1].map(Math.round)).toEqual([50, 86])
    expect([y0, y1].map(Math.round)).toEqual([333, 344])
  })

  it('that exchanges letters is found by what they make', async () => {
    const page = { fonts: '/F2 6 0 R', objects: exchanged, content: set(prose, 'F2') }
    expect((await judge(page)).kind).toBe('untrusted')
  })

  it('that is missing and leaves signs numbered from “!” on is found by them', async () => {
    const numbered = mappedFont((code) => 33 + ((code * 7) % 15))
    const page = { fonts: '/F2 6 0 R', objects: numbered, content: set(prose, 'F2') }
    expect((await judge(page)).kind).toBe('untrusted')
  })
})

describe('text is never distrusted', () => {
  const rows = (make: (row: number) => string) => Array.from({ length: 40 }, (_, row) => make(row))
  it.each([
    [
      'of numbers alone',
      rows((row) => `${row * 37}.50 ${row * 911} 1,${row + 100}.00 19 % -${row}`),
    ],
    ['of account numbers', rows((row) => `DE${10 + row} 5001 0517 5407 ${3249 + row} ${31 + row}`)],
    [
      'of product codes',
      rows((row) => `XK-${row}Q/${row * 7}ZB WRTZ${row} HX${row}-PLK BCDFG-${row}`),
    ],
    [
      'of capital headings',
      rows(() => 'RECHNUNGSEMPFÄNGER LIEFERANSCHRIFT ZAHLUNGSBEDINGUNGEN GESAMTBETRAG BRUTTO'),
    ],
    [
      'of German compound words',
      rows(
        () => 'Grundstücksverkehrsgenehmigung Schlusszahlungsbestätigung Rechtsschutzversicherung',
      ),
    ],
    [
      'of leaders and rules',
      rows((row) => `Chapter ${row} ............................ *** ------ ${row}`),
    ],
    [
      'of addresses in the net',
      rows((row) => `https://shop.example/a?b=${row}&c=%20#d user_${row}@x.example`),
    ],
  ])('for being a page %s', async (_, lines) => {
    expect(await judge({ content: set(lines) })).toMatchObject({ kind: 'trusted' })
  })
})

/** A drawing as a picture of grey pixels, named /Im1, with the object number 6. */
async function picture(svg: string, width: number, height: number): Promise<RawObject> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="white"/>${svg}</svg>`
  const stream = await sharp(Buffer.from(drawing)).greyscale().raw().toBuffer()
  const dict = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8`
  return { dict, stream }
}

const lines = (count: number, size: number, lead: number, text: string) =>
  Array.from(
    { length: count },
    (_, row) =>
      `<text x="30" y="${60 + row * lead}" font-family="sans-serif" font-size="${size}">${text}</text>`,
  ).join('')

const resources = '/XObject << /Im1 6 0 R >>'
const wholePage = 'q 595 0 0 842 0 0 cm /Im1 Do Q\n'
const scan = () =>
  picture(lines(30, 28, 50, 'A scanned line of forty letters and more'), 1240, 1754)

describe('a scan', () => {
  it('with the invisible layer of an earlier OCR is read anew', async () => {
    const layer = set(prose).replaceAll('BT ', 'BT 3 Tr ')
    const page = { resources, objects: [await scan()], content: wholePage + layer }
    expect(await judge(page)).toEqual({
      kind: 'untrusted',
      reason: 'The text layer is the invisible result of an earlier OCR.',
    })
    expect((await judge({ ...page, content: layer + wholePage })).kind).toBe('untrusted')
  })

  it('with a stamp, a page number or a running head over it is read anew', async () => {
    const page = { resources, objects: [await scan()] }
    const reason = 'The page is a picture with a few words over it.'
    for (const over of ['Page 7', 'Confidential, subject to protective order, 000123'])
      expect(await judge({ ...page, content: `${wholePage}${set([over])}` })).toEqual({
        kind: 'untrusted',
        reason,
      })
  })

  it('that is the paper of a page with text over it is left alone', async () => {
    const paper = await picture('<rect y="1700" width="1240" height="20" fill="teal"/>', 1240, 1754)
    const page = { resources, objects: [paper], content: wholePage + set(prose) }
    expect((await judge(page)).kind).toBe('trusted')
  })
})

describe('a picture beside text', () => {
  const beside = async (object: RawObject) =>
    judge({
      resources,
      objects: [object],
      content: `q 300 0 0 150 100 300 cm /Im1 Do Q\n${set(prose)}`,
    })

  it('is read when it shows lines of type', async () => {
    const verdict = await beside(
      await picture(lines(6, 34, 44, 'Bank transfer to 4711 0815'), 900, 450),
    )
    expect(verdict).toMatchObject({
      kind: 'partial',
      reason: 'The page has a text layer; its pictures were read by OCR.',
    })
    if (verdict.kind === 'partial') expect(verdict.regions).toEqual([[100, 392, 400, 542]])
  })

  it('is not read when it is a logo, a photograph or a rule', async () => {
    const logo = lines(1, 200, 0, 'ACME').replace('y="60"', 'y="260"')
    expect((await beside(await picture(logo, 900, 450))).kind).toBe('trusted')
    const noise = await sharp({
      create: {
        width: 900,
        height: 450,
        channels: 3,
        background: 'grey',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .greyscale()
      .raw()
      .toBuffer()
    const dict =
      '/Type /XObject /Subtype /Image /Width 900 /Height 450 /ColorSpace /DeviceGray /BitsPerComponent 8'
    expect((await beside({ dict, stream: noise })).kind).toBe('trusted')
    const rules = '<rect y="200" width="900" height="6"/><rect y="300" width="900" height="6"/>'
    expect((await beside(await picture(rules, 900, 450))).kind).toBe('trusted')
  })

  it('is not read where words of the page stand for its lines, or something hides them', async () => {
    const typed = await picture(lines(4, 34, 42, 'Covered by words of the page'), 900, 450)
    const page = { resources, objects: [typed] }
    const drawn = 'q 300 0 0 150 100 300 cm /Im1 Do Q\n'
    const over = 'Words that stand for what the picture shows, over its lines, letter by letter'
    const words = set([over, over, over, over], 'F1', 430)
    expect((await judge({ ...page, content: `${drawn}${words}\n${set(prose)}` })).kind).toBe(
      'trusted',
    )
    const bar = '1 g 95 290 320 170 re f 0 g\n'
    expect((await judge({ ...page, content: drawn + bar + set(prose) })).kind).toBe('trusted')
  })
})
