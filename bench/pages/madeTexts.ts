import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspectFile } from '../../workers/source/inspectFile.ts'
import { type Input, pagesIn, type Workload } from '../workload.ts'
import { makeLetters } from './makeLetters.ts'
import { samplePdfs } from './samplePdfs.ts'

/**
 * PDFs with a text layer, at least `pages` pages of them: the samples and letters of 15 pages, copied
 * into `folder` again and again, so that no reader meets a file twice.
 */
export async function madeTexts(folder: string, pages: number): Promise<Workload> {
  const sources = await sourcesIn(folder)
  const inputs: Input[] = []
  const truths = new Map<string, string>()
  for (let i = 0; pagesIn(inputs) < pages; i++) {
    const source = sources[i % sources.length] as Source
    const path = join(folder, `file-${String(i + 1).padStart(4, '0')}.pdf`)
    copyFileSync(source.path, path)
    inputs.push({ path, pages: source.pages, document: path })
    if (source.text !== null) truths.set(path, source.text)
  }
  const description = `${pagesIn(inputs)} pages in ${inputs.length} PDFs: the samples, and letters of which the text is known`
  return { description, inputs, truths }
}

interface Source {
  readonly path: string
  readonly pages: number
  readonly text: string | null
}

async function sourcesIn(folder: string): Promise<readonly Source[]> {
  const sources: Source[] = []
  for (const path of samplePdfs()) {
    const { pageCount } = await inspectFile({ path, passwords: [] })
    sources.push({ path, pages: pageCount, text: null })
  }
  for (const font of ['Helvetica', 'Times-Roman', 'Sans'] as const) {
    const look = { pages: 15, size: [595, 842], font, textSize: 9.5, fill: 0.95 } as const
    const { pdf, texts } = await makeLetters(`letters in ${font}`, look)
    const path = join(folder, `letters-${font}.pdf`)
    writeFileSync(path, pdf)
    sources.push({ path, pages: look.pages, text: texts.join('\n') })
  }
  return sources
}
