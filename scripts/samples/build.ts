import { pictures } from './catalogue.ts'
import { damage, type Picture } from './damage.ts'
import { eInvoiceXml } from './eInvoiceXml.ts'
import { encode } from './encode.ts'
import type { Invoice, Sample, Sheet } from './model.ts'
import { type Bbox, createPaper, type Mark, type Paper } from './paper.ts'
import { rasterise } from './raster.ts'
import { createRoll, printRoll } from './roll.ts'
import { toSheet } from './sheet.ts'
import { receiptValues, toSlip } from './slip.ts'
import { fieldTruth, invoiceValues, type Truth } from './truth.ts'

const A4 = [595.28, 841.89] as const
const rounded = (value: number): number => Math.round(value * 10) / 10
/** Kinds of file that declare no resolution. */
const silent: ReadonlySet<string> = new Set(['heic', 'webp'])
const alwaysShown = ['currency', 'tax_breakdown', 'line_items']

type Drawn = { paper: Paper; values: Record<string, unknown> }

function draw(document: Sample): Drawn {
  switch (document.kind) {
    case 'receipt': {
      const slip = toSlip(document)
      const roll = createRoll(document.look)
      document.draw(roll, slip)
      const paper = printRoll(roll, document.look, document.file)
      return { paper, values: receiptValues(slip) }
    }
    case 'invoice':
      return drawInvoice(document)
    case 'statement':
    case 'purchase_order':
    case 'form':
      return drawSheet(document)
  }
}

function drawInvoice(document: Invoice): Drawn {
  const sheet = toSheet(document)
  const paper = createPaper({
    size: document.size ?? A4,
    title: `${sheet.words.title} ${sheet.number}`,
    created: `${document.issued}T09:00:00Z`,
    ...(document.font === undefined ? {} : { font: document.font }),
  })
  document.draw(paper, sheet)
  if (document.eInvoice) paper.attach('factur-x.xml', eInvoiceXml(sheet))
  return { paper, values: invoiceValues(sheet, paper.columns) }
}

function drawSheet({ title, issued, draw }: Sheet): Drawn {
  const paper = createPaper({ size: A4, title, created: `${issued}T09:00:00Z` })
  const values = draw(paper)
  return { paper, values }
}

/** One sample: the file's bytes (null where an encoder is missing) and the line of truth about it. */
export async function build(
  document: Sample,
  how: (typeof pictures)[string] | undefined = pictures[document.file],
): Promise<{ bytes: Buffer | null; truth: Truth }> {
  const { paper, values } = draw(document)
  const repeats = paper.repeats()
  const pdf = await paper.close()
  const size: [number, number] = [rounded(paper.width), rounded(paper.height)]
  const about = {
    file: document.file,
    doc_type: document.kind,
    language: document.language,
    layout: document.layout,
    pages: paper.page(),
  } as const
  if (how === undefined) {
    const truth = fieldTruth(values, paper.marks, repeats, alwaysShown)
    const page_size = Array.from({ length: paper.page() }, () => size)
    return { bytes: pdf, truth: { ...about, kind: 'text_pdf', page_size, ...truth } }
  }

  const pages: Picture[] = []
  for (const [index, canvas] of (await rasterise(pdf, how.dpi)).entries())
    pages.push(await damage(canvas, how, `${document.file} ${index}`))
  const bytes = await encode(pages, how.encoding, {
    dpi: how.dpi,
    title: document.file,
    pageSize: size,
  })
  const dpi = silent.has(how.encoding.kind) ? assumedDpi(pages) : how.dpi
  const scale = 72 / dpi
  const moved = (mark: Mark): Mark => {
    const box = pages[mark.page - 1]?.place(mark.bbox) ?? mark.bbox
    return { ...mark, bbox: box.map((edge) => edge * scale) as unknown as Bbox }
  }
  const marks = new Map([...paper.marks].map(([name, mark]) => [name, moved(mark)]))
  const again = new Map([...repeats].map(([name, list]) => [name, list.map(moved)]))
  const page_size = pages.map(
    ({ width, height }) => [rounded(width * scale), rounded(height * scale)] as const,
  )
  const kind = how.encoding.kind
  return {
    bytes,
    truth: { ...about, kind, page_size, dpi, ...fieldTruth(values, marks, again, alwaysShown) },
  }
}

/** Where a file declares no resolution, a reader takes the long side for that of A4, 842 points. */
function assumedDpi(pages: readonly Picture[]): number {
  const long = Math.max(...pages.map(({ width, height }) => Math.max(width, height)))
  return (long * 72) / 842
}
