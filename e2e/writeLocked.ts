import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import PDFDocument from 'pdfkit'

/** Writes a bill of one page that opens with a password alone. */
export async function writeLocked(file: string, userPassword: string): Promise<void> {
  const pdf = new PDFDocument({ userPassword, ownerPassword: 'owner' })
  const stream = pdf.pipe(createWriteStream(file))
  pdf.fontSize(14).text('Invoice number 4711, long enough to be trusted as a text layer.')
  pdf.end()
  await finished(stream)
}
