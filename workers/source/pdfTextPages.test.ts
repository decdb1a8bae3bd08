import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inspectFile } from './inspectFile.ts'
import { samplePages } from './pdfTextPages.ts'

const sample = (name: string) => join(import.meta.dirname, '../../resources/samples', name)
const textPagesOf = async (name: string) =>
  (await inspectFile({ path: sample(name), passwords: [] })).textPages

it('tells pages with a text layer from scans and pictures', async () => {
  expect(await textPagesOf('invoice-de-elektro-funkenfeder-two-pages.pdf')).toBe(2)
  expect(await textPagesOf('invoice-fr-traiteur-tournesol-scan-two-pages.pdf')).toBe(0)
  expect(await textPagesOf('receipt-de-baeckerei-morgenhall.jpg')).toBe(0)
})

it('looks at no more than three pages, the first and the last among them', () => {
  expect(samplePages(1)).toEqual([1])
  expect(samplePages(2)).toEqual([1, 2])
  expect(samplePages(9)).toEqual([1, 5, 9])
  expect(samplePages(900)).toEqual([1, 451, 900])
})
