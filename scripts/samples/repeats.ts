import type { Bbox, Mark, Written } from './paper.ts'

type Measure = (text: string, font: string, size: number) => number

/** Where the text of a tagged value is printed once more: on a payment slip, in a heading, in a footer. */
export function findRepeats(
  marks: ReadonlyMap<string, Mark>,
  written: readonly Written[],
  measure: Measure,
): Map<string, Mark[]> {
  const found = new Map<string, Mark[]>()
  for (const [name, mark] of marks) {
    const parts = mark.text.split('\n').map(withoutSign)
    if (parts.join('').length < 4) continue
    const places = written.flatMap((piece) => {
      const span = spanOf(piece.text, parts)
      if (span === null) return []
      const before = measure(piece.text.slice(0, span[0]), piece.font, piece.size)
      const until = measure(piece.text.slice(0, span[1]), piece.font, piece.size)
      const [x, top, , bottom] = piece.bbox
      const bbox: Bbox = [x + before, top, x + until, bottom]
      if (piece.page === mark.page && inside(bbox, mark.bbox)) return []
      return [{ page: piece.page, bbox, text: piece.text }]
    })
    if (places.length > 0) found.set(name, places)
  }
  return found
}

/** An amount without its currency sign, since it may be printed with it here and without it there. */
function withoutSign(text: string): string {
  return /[€$£]|CHF|EUR/.test(text) ? text.replace(/[€$£\s]|CHF|EUR/g, '').replace(/^-/, '') : text
}

/** From where to where the parts stand in a text, in order and as whole words. */
function spanOf(text: string, parts: readonly string[]): readonly [number, number] | null {
  let start: number | null = null
  let end = 0
  for (const part of parts) {
    const at = text.indexOf(part, end)
    if (at < 0) return null
    start ??= at
    end = at + part.length
  }
  if (start === null) return null
  const joined = /[\p{L}\p{N}]/u
  const open = start > 0 && joined.test(text[start - 1] ?? '')
  return open || joined.test(text[end] ?? '') ? null : [start, end]
}

const inside = (a: Bbox, b: Bbox): boolean =>
  a[0] >= b[0] - 1 && a[1] >= b[1] - 1 && a[2] <= b[2] + 1 && a[3] <= b[3] + 1
