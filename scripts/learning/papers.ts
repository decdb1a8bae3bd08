import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '../../workers/model.ts'
import { readPage } from '../../workers/page/readPage.ts'
import { inspectFile } from '../../workers/source/inspectFile.ts'
import type { Template } from '../../workers/template.ts'
import { build } from '../samples/build.ts'
import { documents, pictures } from '../samples/catalogue.ts'
import type { Invoice, Receipt } from '../samples/model.ts'
import type { Truth } from '../samples/truth.ts'
import { isOfVariants, variantOf } from './variants.ts'

/** An invented paper as it was read, and what is true of it. */
export interface Paper {
  readonly pages: readonly Page[]
  readonly truth: Truth
}

const ocrDirs = [fileURLToPath(new URL('../../resources/ocr', import.meta.url))]

/**
 * Invents papers to learn from, and reads them as the program reads a file. Of each sample come `printed`
 * variants as PDFs with a text layer and `scanned` ones as pictures that go through OCR. What was read is kept
 * in `folder`, and a second run only loads it.
 */
export async function papers(
  templates: readonly Template[],
  { printed, scanned, folder }: { printed: number; scanned: number; folder: string },
): Promise<Paper[]> {
  fs.mkdirSync(folder, { recursive: true })
  const read: Paper[] = []
  const samples = documents.filter(isOfVariants)
  for (const sample of samples)
    for (let at = 0; at < printed + scanned; at++) {
      const isScan = at >= printed
      const name = `${path.parse(sample.file).name}-${isScan ? 'scan' : 'print'}-${isScan ? at - printed : at}`
      const kept = path.join(folder, `${name}.json`)
      if (!fs.existsSync(kept)) {
        const variant = variantOf(sample, name, { samples, templates })
        fs.writeFileSync(kept, JSON.stringify(await readAs(variant, isScan)))
      }
      read.push(JSON.parse(fs.readFileSync(kept, 'utf8')) as Paper)
    }
  return read
}

async function readAs(variant: Invoice | Receipt, isScan: boolean): Promise<Paper> {
  const how = isScan ? (pictures[variant.file] ?? flatbed) : undefined
  const named = { ...variant, file: isScan ? variant.file : 'paper.pdf' }
  const { bytes, truth } = await build(
    named,
    how && { ...how, encoding: { kind: 'scan_pdf', quality: 60 } },
  )
  if (!bytes) throw new Error(`no encoder for ${variant.file}`)
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'paper-')), 'paper')
  fs.writeFileSync(file, bytes)
  const { type, pageCount } = await inspectFile({ path: file, passwords: [] })
  const pages: Page[] = []
  for (let page = 1; page <= pageCount; page++) {
    const settings = { mode: 'auto', languages: [] } as const
    const source = { path: file, passwords: [], type, page, settings, previewFile: null }
    pages.push((await readPage({ ...source, engineFiles: { ocrDirs } })).page)
  }
  fs.rmSync(path.dirname(file), { recursive: true })
  return { pages, truth }
}

const flatbed = {
  dpi: 200,
  angle: 0.5,
  paper: '#f2f0ea',
  noise: 7,
  blur: 0.7,
  specks: 25,
} as const
