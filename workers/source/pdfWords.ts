import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.js'
import type { Box, Word } from '../model.ts'

/**
 * Words of a page's text layer with boxes in page points. pdf.js gives runs, not words: each run is
 * split at white space, word borders inside it are placed by the letters' usual widths, and runs that
 * touch are joined again (kerning cuts “Rech” from “nung”).
 * `viewport` is the transform of a viewport of scale 1: user space to upright page.
 */
export function pdfWords(content: TextContent, viewport: readonly number[]): Word[] {
  const pieces: Piece[] = []
  for (const item of content.items) {
    if (!('str' in item)) continue
    if (item.str.trim() === '') {
      const last = pieces.at(-1)
      if (last) last.endsWord = true
    } else pieces.push(...piecesOf(item, content.styles[item.fontName], viewport))
  }
  return joinPieces(pieces).map(({ text, box }) => ({
    text,
    box,
    confidence: 1,
    reader: 'text_layer',
  }))
}

interface Piece {
  text: string
  box: Box
  /** Baseline start and direction, for deciding whether the next piece touches this one. */
  baseline: number
  height: number
  angle: number
  endsWord: boolean
}

function piecesOf(
  item: TextItem,
  style: { ascent?: number; descent?: number } | undefined,
  viewport: readonly number[],
): Piece[] {
  const [a, b, c, d, e, f] = compose(viewport, item.transform)
  const height = Math.hypot(c, d) || Math.hypot(a, b)
  const angle = Math.atan2(b, a)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const ascent = plausible(style?.ascent, 0.5, 1.1, 0.8) * height
  const descent =
    plausible(style?.descent === undefined ? undefined : -style.descent, 0.05, 0.4, 0.2) * height
  const total = widthOf(item.str) || 1
  return [...item.str.matchAll(/\S+/g)].map((match) => {
    const from = (widthOf(item.str.slice(0, match.index)) / total) * item.width
    const to = (widthOf(item.str.slice(0, match.index + match[0].length)) / total) * item.width
    const corner = (along: number, up: number) =>
      [e + along * cos + up * sin, f + along * sin - up * cos] as const
    const corners = [
      corner(from, ascent),
      corner(to, ascent),
      corner(from, -descent),
      corner(to, -descent),
    ]
    const xs = corners.map(([x]) => x)
    const ys = corners.map(([, y]) => y)
    return {
      text: match[0].normalize('NFC'),
      box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
      baseline: f,
      height,
      angle,
      endsWord: match.index + match[0].length < item.str.length || item.hasEOL,
    }
  })
}

function joinPieces(pieces: readonly Piece[]): Piece[] {
  const words: Piece[] = []
  for (const piece of pieces) {
    const last = words.at(-1)
    if (last && touches(last, piece)) {
      last.text += piece.text
      last.box = union(last.box, piece.box)
      last.endsWord = piece.endsWord
    } else words.push({ ...piece })
  }
  return words
}

function touches(last: Piece, next: Piece): boolean {
  if (last.endsWord || Math.abs(last.angle) > 0.02 || Math.abs(next.angle) > 0.02) return false
  const gap = next.box[0] - last.box[2]
  return (
    Math.abs(last.baseline - next.baseline) < 0.1 * last.height &&
    gap > -0.3 * last.height &&
    gap < 0.12 * last.height
  )
}

function union(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

function compose(
  m: readonly number[],
  n: readonly number[],
): [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = n
  return [
    a * p + c * q,
    b * p + d * q,
    a * r + c * s,
    b * r + d * s,
    a * t + c * u + e,
    b * t + d * u + f,
  ]
}

function plausible(
  value: number | undefined,
  low: number,
  high: number,
  otherwise: number,
): number {
  return value !== undefined && value >= low && value <= high ? value : otherwise
}

/** Width of a text in thousandths of the type size, as Helvetica sets it; close enough to split a run. */
function widthOf(text: string): number {
  let width = 0
  for (const letter of text) width += letterWidth(letter)
  return width
}

function letterWidth(letter: string): number {
  if (/[ijl'|]/.test(letter)) return 222
  if (/[ .,:;!/\\IftJ[\]()\-·]/.test(letter)) return 290
  if (/[rst]/.test(letter)) return 400
  if (/[mMW@%]/.test(letter)) return 860
  if (/[wCDGHNOQRUÖÜ]/.test(letter)) return 730
  if (/[A-Z&ÄÉÈ]/.test(letter)) return 660
  return 556
}
