import fs from 'node:fs'
import path from 'node:path'
import type { Box, Page } from '../model.ts'
import { readPage } from '../page/readPage.ts'

/** One of our sample PDFs with a text layer: its pages as the product reads them, and where its values stand. */
export interface TextSample {
  readonly type: string
  readonly pages: readonly Page[]
  /** Every place where the value of a field is printed. */
  readonly placesOf: (field: string) => readonly Place[]
}

export interface Place {
  readonly page: number
  readonly bbox: Box
}

/** A line of the samples’ truth, as far as it is about places. */
interface Truth {
  readonly file: string
  readonly kind: string
  readonly doc_type: string
  readonly pages: number
  readonly boxes?: Readonly<Record<string, Place | readonly Place[]>>
  readonly elsewhere?: Readonly<Record<string, readonly Place[]>>
}

const samples = path.join(import.meta.dirname, '../../resources/samples')

/** All samples with a text layer, read without what else they carry (e-invoices, codes). */
export async function textSamples(): Promise<TextSample[]> {
  const truth = fs.readFileSync(path.join(samples, 'truth.jsonl'), 'utf8').trim().split('\n')
  const found: TextSample[] = []
  for (const line of truth) {
    const { file, kind, doc_type, pages, boxes, elsewhere }: Truth = JSON.parse(line)
    if (kind !== 'text_pdf') continue
    const placesOf = (field: string) =>
      boxes?.[field] ? [boxes[field], elsewhere?.[field] ?? []].flat() : []
    found.push({ type: doc_type, pages: await pagesOf(file, pages), placesOf })
  }
  return found
}

async function pagesOf(file: string, count: number): Promise<Page[]> {
  const pages: Page[] = []
  for (let page = 1; page <= count; page++) {
    const read = await readPage({
      ...{ path: path.join(samples, file), passwords: [], type: 'pdf', page },
      ...{ settings: { mode: 'auto', languages: [] }, engineFiles: { ocrDirs: [] } },
      previewFile: null,
    })
    const { exact: _, ...words } = read.page
    pages.push(words)
  }
  return pages
}
