import { describe, expect, it } from 'vitest'
import type { Box } from '../model.ts'
import { type RawObject, rawPage } from '../testing/rawPdf.ts'
import { readPdfText, renderPdfPage } from './pdf.ts'

/** A page with these annotations, the first of which is object 6, behind them other objects. */
function form(
  annotations: readonly string[],
  { entries = '/MediaBox [0 0 595 842]', appearances = false, objects = [] as RawObject[] } = {},
): string {
  const names = annotations.map((_, at) => `${6 + at} 0 R`).join(' ')
  const wants = appearances ? '/NeedAppearances true' : ''
  return rawPage({
    content: 'BT /F1 12 Tf 50 800 Td (Form) Tj ET',
    entries: `${entries} /Annots [${names}]`,
    catalog: `/AcroForm << /Fields [${names}] ${wants} /DA (/Helv 10 Tf 0 g) /DR << /Font << /Helv 5 0 R >> >> >>`,
    objects: [...annotations.map((entry) => `<< /Type /Annot /P 3 0 R ${entry} >>`), ...objects],
  })
}

const text = (rect: string, value: string, more = '') =>
  `/Subtype /Widget /FT /Tx /T (field) /F 4 /Rect [${rect}] /V (${value}) /DA (/Helv 10 Tf 0 g) ${more}`

/** Form words as text and box in whole points. */
async function fieldsOf(path: string): Promise<[string, ...number[]][]> {
  const { words } = await readPdfText({ path, passwords: [] }, 1)
  return words
    .filter(({ reader }) => reader === 'form')
    .map(({ text: word, box }) => [word, ...box.map(Math.round)])
}

const wordsOf = async (path: string) => (await fieldsOf(path)).map(([word]) => word)

function inside(box: readonly number[], [x0, y0, x1, y1]: Box): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = box
  return a >= x0 - 1 && b >= y0 - 1 && c <= x1 + 1 && d <= y1 + 1
}

describe('a text field', () => {
  it('is read where its value is set, from the left, the middle or the right', async () => {
    const path = form([
      text('100 700 300 720', 'Nordwind GmbH'),
      text('100 600 300 620', '12.50', '/Q 2'),
      text('100 500 300 520', 'mid', '/Q 1'),
    ])
    const [north, gmbh, amount, middle] = await fieldsOf(path)
    expect(north?.[0]).toBe('Nordwind')
    expect(north?.[1]).toBe(102)
    expect(gmbh?.[0]).toBe('GmbH')
    expect(amount?.[0]).toBe('12.50')
    expect(amount?.[3]).toBe(298)
    expect(Math.abs((Number(middle?.[1]) + Number(middle?.[3])) / 2 - 200)).toBeLessThan(2)
    expect(inside(north?.slice(1) as number[], [100, 122, 300, 142])).toBe(true)
  })

  it('is read once where the file paints it, as it is painted', async () => {
    const appearance = {
      dict: '/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /Helv 5 0 R >> >>',
      stream: '/Tx BMC BT /Helv 10 Tf 0 g 4 6 Td (1,234.00 EUR) Tj ET EMC',
    }
    const field = text('100 700 300 720', '1234', '/AP << /N 7 0 R >>')
    const fields = await fieldsOf(form([field], { objects: [appearance] }))
    expect(fields.map(([word]) => word)).toEqual(['1,234.00', 'EUR'])
    expect(fields[0]?.[1]).toBe(104)
  })

  it('of several lines keeps them', async () => {
    const path = form([text('100 600 300 700', 'Hafenweg 3\\n20457 Hamburg', '/Ff 4096')])
    const fields = await fieldsOf(path)
    expect(fields.map(([word]) => word)).toEqual(['Hafenweg', '3', '20457', 'Hamburg'])
    expect(Number(fields[2]?.[2])).toBeGreaterThan(Number(fields[0]?.[2]) + 8)
  })

  it('with a cell for each letter is one word', async () => {
    const path = form([text('100 700 300 720', '4711AB', '/Ff 16777216 /MaxLen 10')])
    expect(await fieldsOf(path)).toEqual([['4711AB', 100, 127, 220, 138]])
  })

  it('is not read when it is hidden, shown nowhere, or a secret', async () => {
    const path = form([
      text('100 700 300 720', 'hidden').replace('/F 4', '/F 2'),
      text('100 600 300 620', 'unviewed').replace('/F 4', '/F 32'),
      text('100 500 300 520', 'secret', '/Ff 8192'),
    ])
    expect(await wordsOf(path)).toEqual([])
  })

  it.each([90, 180, 270])('lies in its rectangle on a page turned by %i', async (turn) => {
    const entries = `/MediaBox [0 0 700 900] /CropBox [30 20 600 820] /Rotate ${turn}`
    const path = form([text('100 700 300 720', 'Turned')], { entries })
    const [[word, ...box] = ['']] = await fieldsOf(path)
    const rect = { 90: [680, 70, 700, 270], 180: [300, 680, 500, 700], 270: [100, 300, 120, 500] }[
      turn
    ]
    expect(word).toBe('Turned')
    expect(inside(box, rect as unknown as Box)).toBe(true)
  })

  it.each([
    ['that nothing in the file paints', false],
    ['whose file leaves the painting to its reader', true],
  ])('%s is painted for the OCR and for the eye', async (_, appearances) => {
    const path = form([text('100 700 300 720', 'Painted')], { appearances })
    const region: Box = [100, 122, 300, 142]
    const drawing = { dpi: 72, longest: 3000, region }
    const { pixels } = await renderPdfPage({ path, passwords: [] }, 1, drawing)
    expect(pixels.some((shade) => shade < 100)).toBe(true)
    expect(await wordsOf(path)).toEqual(['Painted'])
  })
})

describe('a choice', () => {
  it('is read by its face and not by its code', async () => {
    const options = '/Opt [[(DE) (Germany)] [(FR) (France)]]'
    const combo = `/Subtype /Widget /FT /Ch /T (c) /F 4 /Ff 131072 /Rect [100 700 300 720] /V (FR) ${options}`
    const list = `/Subtype /Widget /FT /Ch /T (l) /F 4 /Rect [100 600 300 660] /V (DE) ${options}`
    expect(await wordsOf(form([combo, list]))).toEqual(['France', 'Germany'])
  })
})

describe('a box to tick', () => {
  const states = '/AP << /N << /Yes 8 0 R /Off 9 0 R >> >>'
  const face = (stream: string) => ({
    dict: '/Type /XObject /Subtype /Form /BBox [0 0 12 12]',
    stream,
  })
  const objects = [face('0 0 m 12 12 l S'), face('0 0 12 12 re S')]
  const box = (state: string, y: number, flags: string) =>
    `/Subtype /Widget /FT /Btn /T (b${y}) /F 4 ${flags} /Rect [100 ${y} 112 ${y + 12}] /V /${state} /AS /${state} ${states}`

  it('is “☒” when it is ticked and “☐” when not, with its rectangle', async () => {
    const path = form([box('Yes', 700, ''), box('Off', 600, '')], { objects })
    expect(await fieldsOf(path)).toEqual([
      ['☒', 100, 130, 112, 142],
      ['☐', 100, 230, 112, 242],
    ])
  })

  it('is the same as one of several', async () => {
    const parent = '<< /FT /Btn /T (r) /Ff 32768 /V /Yes /Kids [6 0 R 7 0 R] >>'
    const one = (state: string, y: number, name: string) =>
      `/Subtype /Widget /Parent 10 0 R /F 4 /Rect [100 ${y} 112 ${y + 12}] /AS /${state} /AP << /N << /${name} 8 0 R /Off 9 0 R >> >>`
    const path = form([one('Yes', 700, 'Yes'), one('Off', 600, 'No')], {
      objects: [...objects, parent],
    })
    expect(await wordsOf(path)).toEqual(['☒', '☐'])
  })
})

it('reads free text that is shown as text of the page', async () => {
  const note = (flags: number, y: number, words: string) =>
    `/Subtype /FreeText /F ${flags} /Rect [100 ${y} 300 ${y + 30}] /Contents (${words}) /DA (/Helv 10 Tf 0 g)`
  const path = form([note(4, 700, 'Paid in full'), note(2, 600, 'Hidden note')])
  const { words } = await readPdfText({ path, passwords: [] }, 1)
  expect(words.map(({ text: word, reader }) => `${word} ${reader}`)).toEqual([
    'Form text_layer',
    'Paid text_layer',
    'in text_layer',
    'full text_layer',
  ])
})
