import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rasterise } from '../../scripts/samples/raster.ts'
import { readPdfText } from '../../workers/source/pdf.ts'
import type { Most } from '../args.ts'
import type { Input, Workload } from '../workload.ts'
import { makeLetters } from './makeLetters.ts'
import { samplePdfs } from './samplePdfs.ts'
import { goodScan, poorScan, scanPage } from './scanPage.ts'

/** Letters and invoices in English, each once as a good and once as a poor scan, written into `folder`. */
export async function madeScans(folder: string, most: Most): Promise<Workload> {
  const sheets = await englishSheets()
  const all = 2 * sheets.length
  const inputs: Input[] = []
  const truths = new Map<string, string>()
  for (let i = 0; i < Math.min(all, most.files, most.pages); i++) {
    const sheet = sheets[i % sheets.length] as Sheet
    // By twos, so that the first few pages are a mixture; the second time round each gets the other scan.
    const turn = Math.floor((i % sheets.length) / 2) + Math.floor(i / sheets.length)
    const how = turn % 2 === 0 ? goodScan : poorScan
    const document = `page-${String(i + 1).padStart(2, '0')}-${how.dpi}dpi.jpg`
    const [page] = await rasterise(sheet.pdf, how.dpi)
    if (!page) continue
    const path = join(folder, document)
    writeFileSync(path, await scanPage(page, how, document))
    inputs.push({ path, pages: 1, document })
    truths.set(document, sheet.text)
  }
  const description = `${inputs.length} of ${all} pages that the bench makes: English invoices and letters at ${goodScan.dpi} and ${poorScan.dpi} dpi`
  return { description, inputs, truths }
}

/** One page, and the text on it. */
interface Sheet {
  readonly pdf: Buffer
  readonly text: string
}

const fonts = ['Helvetica', 'Times-Roman', 'Sans'] as const

/** Seven letters and five invoices, in turns. */
async function englishSheets(): Promise<readonly Sheet[]> {
  const sheets: Sheet[] = []
  const invoices = [...samplePdfs('en')]
  for (let i = 0; i < 7; i++) {
    const font = fonts[i % fonts.length] ?? 'Helvetica'
    const look = {
      pages: 1,
      size: [595, 842],
      font,
      textSize: 9.5 + (i % 3) / 2,
      fill: 0.95,
    } as const
    const { pdf, texts } = await makeLetters(`letter ${i}`, look)
    sheets.push({ pdf, text: texts[0] ?? '' })
    const path = invoices[i]
    if (path !== undefined) sheets.push({ pdf: readFileSync(path), text: await textOf(path) })
  }
  return sheets
}

async function textOf(path: string): Promise<string> {
  const { words } = await readPdfText({ path, passwords: [] }, 1)
  const seen = words.filter(({ isHidden }) => !isHidden)
  return seen.map(({ text }) => text).join(' ')
}
