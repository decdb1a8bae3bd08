import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { rawPage, rawPdf } from '../testing/rawPdf.ts'
import { inspectPdf, readPdfText, renderPdfPage } from './pdf.ts'

const root = join(import.meta.dirname, '../..')

it('says of a page with a picture of 1.6 thousand million pixels that it is too large', async () => {
  const row = Buffer.alloc(5_000)
  const stream = deflateSync(Buffer.concat(Array.from({ length: 400 }, () => row)))
  const path = rawPage({
    content: 'q 595 0 0 842 0 0 cm /Im1 Do Q',
    resources: '/XObject << /Im1 6 0 R >>',
    objects: [
      {
        dict: '/Type /XObject /Subtype /Image /Width 40000 /Height 40000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode',
        stream,
      },
    ],
  })
  const read = readPdfText({ path, passwords: [] }, 1)
  await expect(read).rejects.toMatchObject({ code: 'page_too_large', details: { page: 1 } })
})

it('draws a page of five metres within the pixels it is given', async () => {
  const path = rawPage({
    content: 'BT /F1 400 Tf 500 7000 Td (Poster) Tj ET',
    entries: '/MediaBox [0 0 14400 14400]',
  })
  const source = { path, passwords: [] }
  const { width, height } = await renderPdfPage(source, 1, { dpi: 300, longest: 1800 })
  expect([width, height]).toEqual([1800, 1800])
  const { words } = await readPdfText(source, 1)
  expect(words.map(({ text }) => text)).toEqual(['Poster'])
})

it('opens a file of ten thousand pages and reads its last', async () => {
  const count = 10_000
  const kids = Array.from({ length: count }, (_, at) => `${at + 5} 0 R`).join(' ')
  const path = rawPdf(
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${count} /Kids [${kids}] /MediaBox [0 0 300 300] /Resources << /Font << /F1 3 0 R >> >> >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    { dict: '', stream: 'BT /F1 12 Tf 20 100 Td (Same) Tj ET' },
    ...Array.from({ length: count }, () => '<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>'),
  )
  const source = { path, passwords: [] }
  expect((await inspectPdf(source)).pageCount).toBe(count)
  expect((await readPdfText(source, count)).words.map(({ text }) => text)).toEqual(['Same'])
})

it('runs, starts and fetches nothing that a file asks for', () => {
  const marker = join(root, 'test-results', `launched-${process.pid}`)
  const link = (action: string) =>
    `<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << ${action} >> >>`
  const path = rawPage({
    content: 'BT /F1 12 Tf 50 700 Td (Harmless words of this page) Tj ET /Ext Do',
    resources: '/XObject << /Ext 6 0 R >>',
    entries:
      '/MediaBox [0 0 595 842] /Annots [7 0 R 8 0 R 9 0 R] /AA << /O << /S /JavaScript /JS (app.launchURL\\("http://127.0.0.1:9/"\\)) >> >>',
    catalog: `/OpenAction << /S /JavaScript /JS (this.submitForm\\("http://127.0.0.1:9/"\\)) /Next << /S /Launch /F (touch) /Win << /F (cmd) /P (${marker}) >> >> >>`,
    objects: [
      {
        dict: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /FFilter /FlateDecode /F << /FS /URL /F (http://127.0.0.1:9/picture) >>',
        stream: '',
      },
      link('/S /URI /URI (http://127.0.0.1:9/)'),
      link('/S /GoToR /F (http://127.0.0.1:9/other.pdf) /D [0 /Fit]'),
      link(`/S /Launch /F (touch ${marker})`),
    ],
  })
  const answer = execFileSync(
    process.execPath,
    [
      ...['--import', join(root, 'workers/testing/noNetwork.ts')],
      ...[join(root, 'workers/testing/readOnePage.ts'), path, join(root, 'resources/ocr')],
    ],
    { encoding: 'utf8' },
  )
  const { ok, value } = JSON.parse(answer)
  expect(ok).toBe(true)
  expect(value.page.words.map(({ text }: { text: string }) => text).join(' ')).toBe(
    'Harmless words of this page',
  )
  expect(existsSync(marker)).toBe(false)
})
