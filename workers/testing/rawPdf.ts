import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One object of a hand-written PDF: a dictionary or other value, with a stream or without. */
export type RawObject = string | { readonly dict: string; readonly stream: string | Buffer }

/** Path of a new PDF of these objects, the first of which is number 1 and its catalog; for tests. */
export function rawPdf(...objects: readonly RawObject[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'sheaf-raw-')), 'raw.pdf')
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const put = (part: string | Buffer) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
    parts.push(bytes)
    length += bytes.length
  }
  objects.forEach((object, at) => {
    offsets.push(length)
    put(`${at + 1} 0 obj\n`)
    if (typeof object === 'string') put(object)
    else {
      const stream =
        typeof object.stream === 'string' ? Buffer.from(object.stream, 'latin1') : object.stream
      put(`<< ${object.dict} /Length ${stream.length} >>\nstream\n`)
      put(stream)
      put('\nendstream')
    }
    put('\nendobj\n')
  })
  const start = length
  put(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`)
  for (const offset of offsets) put(`${String(offset).padStart(10, '0')} 00000 n \n`)
  put(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`)
  writeFileSync(path, Buffer.concat(parts))
  return path
}

export interface RawPage {
  readonly content: string
  /** Fonts beside /F1, which is Helvetica: `/F2 6 0 R`. */
  readonly fonts?: string
  /** Other resources: `/XObject << /Im1 6 0 R >>`. */
  readonly resources?: string
  /** Further entries of the page: /Rotate, /CropBox, /Annots. */
  readonly entries?: string
  /** Further entries of the catalog: /AcroForm, /OCProperties. */
  readonly catalog?: string
  /** Objects that the others name, from number 6 on. */
  readonly objects?: readonly RawObject[]
}

/** Path of a new PDF of one A4 page with this content, for tests. Its page is object 3, Helvetica object 5. */
export function rawPage({
  content,
  fonts = '',
  resources = '',
  entries = '/MediaBox [0 0 595 842]',
  catalog = '',
  objects = [],
}: RawPage): string {
  return rawPdf(
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R ${entries} /Contents 4 0 R /Resources << /Font << /F1 5 0 R ${fonts} >> ${resources} >> >>`,
    { dict: '', stream: content },
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...objects,
  )
}
