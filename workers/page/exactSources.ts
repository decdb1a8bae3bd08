import { findCodes } from '../exact/findCodes.ts'
import { readPaymentCode } from '../exact/paymentCode.ts'
import { readEInvoice } from '../exact/readEInvoice.ts'
import type { Box, ExactSource, Turn } from '../model.ts'
import { renderPdfPage } from '../source/pdf.ts'
import { attachedFiles } from '../source/pdfFile.ts'
import type { Raster } from '../source/raster.ts'
import type { ReadPageTask } from '../tasks.ts'
import { turnedBox } from './turn.ts'

/** What the e-invoices state that a PDF carries; they go with its first page. */
export async function attachedSources(task: ReadPageTask): Promise<ExactSource[]> {
  if (task.type !== 'pdf' || task.page !== 1) return []
  const files = await attachedFiles(task)
  return files.map(readEInvoice).filter((source) => source !== null)
}

/** What payment codes on a raster state, with boxes on the page as it was turned to stand upright. */
export async function codesOfRaster(raster: Raster, rotation: Turn): Promise<ExactSource[]> {
  const size = [raster.width / raster.scale, raster.height / raster.scale] as const
  return paymentCodes(raster, (box) => turnedBox(box, size, rotation))
}

/** White about a code, in points: it is found by the paper that it stands on. */
const margin = 12
/** The smallest squares of a code are about a point wide. */
const drawing = { dpi: 250, longest: 1400 }

/** What payment codes state at some places of a PDF page, drawn for it. */
export async function codesAt(task: ReadPageTask, places: readonly Box[]): Promise<ExactSource[]> {
  const found: ExactSource[] = []
  for (const [x0, y0, x1, y1] of places) {
    const [left, top, right, bottom]: Box = [x0 - margin, y0 - margin, x1 + margin, y1 + margin]
    const place = { ...drawing, region: [left, top, right, bottom] as const }
    const raster = await renderPdfPage(task, task.page, place)
    const onPage = ([a, b, c, d]: Box): Box => [a + left, b + top, c + left, d + top]
    found.push(...(await paymentCodes(raster, onPage)))
  }
  return found
}

async function paymentCodes(raster: Raster, placed: (box: Box) => Box): Promise<ExactSource[]> {
  // An engine that gives a picture up costs the code, not the page.
  const codes = await findCodes(raster).catch(() => [])
  return codes.flatMap(({ text, box }) => {
    const payment = readPaymentCode(text)
    return payment ? [{ ...payment, box: placed(box) }] : []
  })
}
