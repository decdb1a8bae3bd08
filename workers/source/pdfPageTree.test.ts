import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { failureOf } from '../errors.ts'
import { rawPdf } from '../testing/rawPdf.ts'
import { inspectPdf, readPdfText } from './pdf.ts'
import { withMendedPageTree } from './pdfPageTree.ts'

const page = (content: number) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents ${content} 0 R /Resources << /Font << /F1 9 0 R >> >> >>`
const words = (text: string) => ({ dict: '', stream: `BT /F1 12 Tf 20 100 Td (${text}) Tj ET` })

/** Three pages, objects 3 to 5, under this tree; `second` stands in for the second of them. */
const pages = (tree: string, second = page(7)) =>
  rawPdf(
    ...['<< /Type /Catalog /Pages 2 0 R >>', tree, page(6), second, page(8)],
    ...[words('First'), words('Second'), words('Third')],
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  )

/** What each page says, or the code of why it does not. */
async function readAll(path: string): Promise<string[]> {
  const source = { path, passwords: [] }
  const { pageCount } = await inspectPdf(source)
  const read: string[] = []
  for (let at = 1; at <= pageCount; at++)
    read.push(
      await readPdfText(source, at).then(
        ({ words: found }) => found.map(({ text }) => text).join(' '),
        (thrown) => failureOf(thrown).code,
      ),
    )
  return read
}

const all = ['First', 'Second', 'Third']

describe('a broken page tree gives every page that can be read', () => {
  it.each([
    ['that names a page that is not there', '[3 0 R 99 0 R 5 0 R] /Count 3', all],
    ['whose first page is not there', '[99 0 R 4 0 R 5 0 R] /Count 3', all],
    ['with a gap', '[3 0 R null 5 0 R] /Count 3', all],
    ['that counts too many', '[3 0 R 4 0 R 5 0 R] /Count 30', all],
    ['that counts none', '[3 0 R 4 0 R 5 0 R]', all],
  ])('%s', async (_, kids, expected) => {
    expect(await readAll(pages(`<< /Type /Pages /Kids ${kids} >>`))).toEqual(expected)
  })

  it('and an error for each that cannot', async () => {
    const tree = '<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>'
    expect(await readAll(pages(tree, '42'))).toEqual(['First', 'file_damaged', 'Third'])
    const loop = '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>'
    expect(await readAll(pages(tree, loop))).toEqual(['First', 'file_damaged', 'Third'])
  })

  it('without types', async () => {
    const tree = '<< /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>'
    expect(await readAll(pages(tree, page(7).replace('/Type /Page', '')))).toEqual(all)
  })
})

it('mends no file without pages, and none that is locked', () => {
  const empty = rawPdf(
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [9 0 R] /Count 1 >>',
  )
  expect(withMendedPageTree(readFileSync(empty))).toBeNull()
  const locked = readFileSync(pages('<< /Type /Pages /Kids [99 0 R] /Count 1 >>'), 'latin1')
  const text = locked.replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 9 0 R')
  expect(withMendedPageTree(Buffer.from(text, 'latin1'))).toBeNull()
})
