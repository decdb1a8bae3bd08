import sharp from 'sharp'
import { build } from './build.ts'
import { documents } from './catalogue.ts'
import { createPaper } from './paper.ts'

/** Files that a real folder holds too: locked, cut short, empty, of another kind, misnamed. */
export async function oddFiles(): Promise<Readonly<Record<string, Buffer>>> {
  const invoice = await bytesOf('invoice-de-elektro-funkenfeder-two-pages.pdf')
  const receipt = await bytesOf('receipt-de-baeckerei-morgenhall.jpg')
  const smaller = await sharp(receipt).resize({ width: 560 }).jpeg({ quality: 70 }).toBuffer()
  return {
    'locked.pdf': await onePage({ password: 'brieftaube' }, 'Invoice 4711, locked with a password'),
    'truncated.pdf': invoice.subarray(0, Math.floor(invoice.length * 0.3)),
    'truncated.jpg': smaller.subarray(0, 900),
    'empty.pdf': Buffer.alloc(0),
    'blank-page.pdf': await onePage({}, ''),
    'notes.txt': Buffer.from('Call the brewery about the crates.\nPay the carpenter by Friday.\n'),
    'receipt-that-is-a-jpeg.pdf': smaller,
  }
}

async function bytesOf(file: string): Promise<Buffer> {
  const document = documents.find((candidate) => candidate.file === file)
  const { bytes } = document === undefined ? { bytes: null } : await build(document)
  if (bytes === null) throw new Error(`There is no sample ${file}.`)
  return bytes
}

async function onePage(lock: { password?: string }, text: string): Promise<Buffer> {
  const paper = createPaper({ size: [595.28, 841.89], title: text || 'Blank', ...lock })
  if (text !== '') paper.text(text, 72, 100, { size: 14 })
  return paper.close()
}
