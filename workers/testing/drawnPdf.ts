import { createWriteStream, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import PDFDocument from 'pdfkit'

/** Path of a new PDF that `draw` drew with pdfkit, for tests. */
export async function drawnPdf(
  options: PDFKit.PDFDocumentOptions,
  draw: (pdf: PDFKit.PDFDocument) => void,
): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'sheaf-pdf-')), 'drawn.pdf')
  const pdf = new PDFDocument(options)
  const stream = pdf.pipe(createWriteStream(path))
  draw(pdf)
  pdf.end()
  await finished(stream)
  return path
}
