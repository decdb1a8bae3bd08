import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import { findRepeats } from './repeats.ts'

export type Bbox = readonly [number, number, number, number]
/** Where a tagged value stands and how it is printed. */
export type Mark = { page: number; bbox: Bbox; text: string }
/** A line of text as it was put on the page. */
export type Written = Mark & { font: string; size: number }
export type Pen = {
  font?: string
  size?: number
  colour?: string
  align?: 'left' | 'right' | 'center'
  tag?: string | undefined
  spacing?: number
}
export type Paper = ReturnType<typeof createPaper>

const own = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** Fonts that travel with the project, beside the standard ones that a PDF need not carry. */
const fontFiles: Record<string, string> = {
  Thermal: own('fonts/share-tech-mono.woff'),
  'Thermal-Slashed': own('fonts/share-tech-mono.woff'),
  'Thermal-Zero': own('fonts/share-tech.woff'),
  Mono: own('fonts/cousine.woff'),
  'Mono-Bold': own('fonts/cousine-bold.woff'),
  Sans: own('../../node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'),
  'Sans-Bold': own('../../node_modules/pdfjs-dist/standard_fonts/LiberationSans-Bold.ttf'),
}

const union = (a: Bbox, b: Bbox): Bbox => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]

/** A PDF under the pen; remembers where every tagged value was written. `y` is always the baseline. */
export function createPaper(o: {
  size: readonly [number, number]
  title: string
  font?: string
  textSize?: number
  created?: string
  password?: string
}) {
  const [width, height] = o.size
  const doc = new PDFDocument({
    size: [width, height],
    margin: 0,
    autoFirstPage: true,
    pdfVersion: '1.4',
    info: {
      Title: o.title,
      Creator: 'Sheaf samples',
      Producer: 'Sheaf samples',
      CreationDate: new Date(o.created ?? '2026-01-01T00:00:00Z'),
    },
    ...(o.password === undefined ? {} : { userPassword: o.password, ownerPassword: 'owner' }),
  })
  for (const [name, file] of Object.entries(fontFiles)) doc.registerFont(name, file)
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<Buffer>((resolve) =>
    doc.on('end', () => resolve(Buffer.concat(chunks))),
  )
  const marks = new Map<string, Mark>()
  const written: Written[] = []
  let page = 1

  const measure = (text: string, pen: Pen = {}): number =>
    doc
      .font(pen.font ?? o.font ?? 'Helvetica')
      .fontSize(pen.size ?? o.textSize ?? 9)
      .widthOfString(text, pen.spacing === undefined ? {} : { characterSpacing: pen.spacing })

  /** Writes one line with `x` as its left end, right end or centre, and gives back its right end. */
  const text = (value: string, x: number, y: number, pen: Pen = {}): number => {
    const size = pen.size ?? o.textSize ?? 9
    const length = measure(value, pen)
    const left = pen.align === 'right' ? x - length : pen.align === 'center' ? x - length / 2 : x
    const put = (piece: string, at: number) =>
      doc.fillColor(pen.colour ?? '#111111').text(piece, at, y, {
        lineBreak: false,
        baseline: 'alphabetic',
        ...(pen.spacing === undefined ? {} : { characterSpacing: pen.spacing }),
      })
    if ((pen.font ?? o.font) === 'Thermal') {
      // Most printers leave the zero open; this face strikes it through, so its sister's is put there.
      put(value.replaceAll('0', ' '), left)
      doc.font('Thermal-Zero').fontSize(size)
      for (const [index, char] of [...value].entries())
        if (char === '0') put(char, left + (index * 0.54 + 0.035) * size)
    } else put(value, left)
    const bbox: Bbox = [left, y - 0.74 * size, left + length, y + 0.21 * size]
    written.push({ page, bbox, text: value, font: pen.font ?? o.font ?? 'Helvetica', size })
    if (pen.tag !== undefined) {
      const known = marks.get(pen.tag)
      marks.set(
        pen.tag,
        known === undefined
          ? { page, bbox, text: value }
          : { page: known.page, bbox: union(known.bbox, bbox), text: `${known.text}\n${value}` },
      )
    }
    return left + length
  }

  /** Breaks words into lines no wider than `limit`. */
  const wrap = (value: string, limit: number, pen: Pen = {}): string[] => {
    const lines: string[] = []
    for (const word of value.split(' ')) {
      const last = lines.at(-1)
      if (last !== undefined && measure(`${last} ${word}`, pen) <= limit)
        lines[lines.length - 1] = `${last} ${word}`
      else lines.push(word)
    }
    return lines
  }

  return {
    width,
    height,
    marks,
    repeats: () => findRepeats(marks, written, (text, font, size) => measure(text, { font, size })),
    /** The columns that a table on this paper shows. */
    columns: new Set<string>(),
    measure,
    text,
    wrap,
    doc,
    page: () => page,
    line: (x0: number, y0: number, x1: number, y1: number, weight = 0.6, colour = '#222222') => {
      doc.moveTo(x0, y0).lineTo(x1, y1).lineWidth(weight).strokeColor(colour).stroke()
    },
    box: (
      x: number,
      y: number,
      w: number,
      h: number,
      look: { fill?: string; stroke?: string; weight?: number; radius?: number } = {},
    ) => {
      const shape = () =>
        look.radius === undefined ? doc.rect(x, y, w, h) : doc.roundedRect(x, y, w, h, look.radius)
      if (look.fill !== undefined) shape().fill(look.fill)
      if (look.stroke !== undefined)
        shape()
          .lineWidth(look.weight ?? 0.6)
          .stroke(look.stroke)
    },
    newPage: () => {
      doc.addPage({ size: [width, height], margin: 0 })
      page += 1
    },
    /** Writes a paragraph line by line and gives back the next free baseline. */
    paragraph: (
      value: string,
      x: number,
      y: number,
      limit: number,
      lead: number,
      pen: Pen = {},
    ) => {
      let at = y
      for (const line of wrap(value, limit, pen)) {
        text(line, x, at, pen)
        at += lead
      }
      return at
    },
    /** Puts a file into the PDF. */
    attach: (name: string, content: string) => {
      const written = new Date(o.created ?? '2026-01-01T00:00:00Z')
      doc.file(Buffer.from(content), {
        ...{ name, type: 'text/xml', relationship: 'Alternative' },
        ...{ creationDate: written, modifiedDate: written },
      })
    },
    close: async (): Promise<Buffer> => {
      doc.end()
      return ended
    },
  }
}
