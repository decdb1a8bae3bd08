import { dirname, join } from 'node:path'
import { loadTemplates } from '../electron/core/templates.ts'
import { keptPages } from '../scripts/learning/keptPages.ts'
import { documents } from '../scripts/samples/catalogue.ts'
import { readDocuments } from '../workers/extraction/readDocuments.ts'
import type { Page } from '../workers/model.ts'
import { readPage } from '../workers/page/readPage.ts'
import { inspectFile } from '../workers/source/inspectFile.ts'
import { samplePdfs } from './pages/samplePdfs.ts'
import type { Surroundings } from './surroundings.ts'
import { tableLines } from './table.ts'

/** Documents of one kind, their pages read beforehand. */
interface Kind {
  readonly name: string
  readonly documents: readonly (readonly Page[])[]
}

const resources = join(dirname(import.meta.dirname), 'resources')

/** Each kind of document is extracted for about so long, in milliseconds. */
const measuredFor = 4000

/**
 * Extraction alone, on one core: pages of the samples, or those that a data folder keeps, are read first and
 * then extracted again and again. Gives what was extracted.
 */
export async function benchExtract(
  dataDir: string | null,
  { ocrDir, answer, say }: Surroundings,
): Promise<string> {
  say('Reading the pages …')
  const kinds = dataDir ? [keptIn(dataDir)] : await sampleKinds(ocrDir)
  const rows = kinds.map((kind) => {
    say(`${kind.name} …`)
    return figuresOf(kind)
  })
  const head = ['', 'documents', 'pages', 'documents/s', 'pages/s', 'ms, median', 'ms, slowest']
  for (const line of tableLines(head, rows)) answer(line)
  const count = kinds.reduce((sum, kind) => sum + kind.documents.length, 0)
  return `${count} documents on one core, each kind for ${measuredFor / 1000} s after a first round`
}

function keptIn(dataDir: string): Kind {
  const documents = [...keptPages(dataDir).values()].filter((pages) => pages.length > 0)
  return { name: 'kept documents', documents }
}

async function sampleKinds(ocrDir: string): Promise<readonly Kind[]> {
  const files = new Set(samplePdfs())
  const samples = documents.map(({ file, kind }) => ({
    ...{ kind, path: join(resources, 'samples', file) },
  }))
  const bills = samples.filter(({ kind, path }) => kind === 'invoice' && files.has(path))
  const tills = samples.filter(({ kind }) => kind === 'receipt')
  const read = await pagesOf(bills, ocrDir)
  return [
    { name: 'invoices of one page', documents: read.filter(({ length }) => length === 1) },
    { name: 'invoices of more pages', documents: read.filter(({ length }) => length > 1) },
    { name: 'receipts', documents: await pagesOf(tills, ocrDir) },
  ]
}

async function pagesOf(files: readonly { path: string }[], ocrDir: string): Promise<Page[][]> {
  const settings = { mode: 'auto', languages: [] } as const
  const found: Page[][] = []
  for (const { path } of files) {
    const { type, pageCount } = await inspectFile({ path, passwords: [] })
    const pages: Page[] = []
    for (let page = 1; page <= pageCount; page++) {
      const source = { path, passwords: [], type, page, previewFile: null }
      pages.push((await readPage({ ...source, settings, engineFiles: { ocrDirs: [ocrDir] } })).page)
    }
    found.push(pages)
  }
  return found
}

/** Documents are copied for each run, as they come to a thread: nothing is known of them beforehand. */
function figuresOf({ name, documents }: Kind): readonly string[] {
  const choice = { choice: 'auto', today: new Date().toISOString().slice(0, 10) }
  const known = loadTemplates({ builtIn: join(resources, 'templates'), own: '' }, () => {})
  const templates = known.map(({ template }) => template)
  const spent: number[] = []
  const round = () =>
    documents.map((document) => {
      const copy = structuredClone({ pages: document, templates })
      const started = performance.now()
      readDocuments({ ...copy, ...choice, missingPages: [] })
      return performance.now() - started
    })
  round()
  while (sumOf(spent) < measuredFor && documents.length > 0) spent.push(...round())
  const rounds = spent.length / Math.max(1, documents.length)
  const pages = documents.reduce((sum, document) => sum + document.length, 0)
  const sorted = spent.toSorted((a, b) => a - b)
  const perSecond = (count: number) => ((1000 * count * rounds) / sumOf(spent)).toFixed(1)
  return [
    ...[name, `${documents.length}`, `${pages}`],
    ...[perSecond(documents.length), perSecond(pages)],
    (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(1),
    (sorted.at(-1) ?? 0).toFixed(1),
  ]
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
