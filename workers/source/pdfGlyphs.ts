import type { Box } from '../model.ts'
import { multiply } from './pdfGeometry.ts'
import type { PaintedGlyph, Vector } from './pdfPainted.ts'
import type { PaintState, PdfFont } from './pdfState.ts'

/** A letter of a run as pdf.js gives it; widths in thousandths of an em. */
export interface Glyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric?: readonly number[] | null
}

/** Puts a run of letters on the page and gives where the pen stands after it, in text space. */
export function showText(
  state: PaintState,
  run: readonly (Glyph | number)[],
  { order, annotation }: { order: number; annotation: string | null },
  glyphs: PaintedGlyph[],
): Vector {
  const { font, alpha, mode, clip, isLayerOff } = state
  const size = Math.abs(state.size)
  const direction = state.size < 0 ? -1 : 1
  const isVertical = font?.vertical ?? false
  const unit = size * Math.abs(font?.fontMatrix?.[0] ?? 0.001)
  const stretch = state.stretch * direction
  const [a, b, c, d, e, f] = multiply(state.matrix, state.text)
  const em = size * direction * type3Height(font)
  const up: Vector = [c * em, d * em]
  const isFilled = (mode === 0 || mode === 4) && !font?.isType3Font
  const isInvisible = mode === 3 || mode === 7 || (isFilled && alpha < 0.02)
  const isCut = ([left, foot]: Vector, advance: Vector) =>
    isLayerOff || !isIn(clip, left + advance[0] / 2 + up[0] / 4, foot + advance[1] / 2 + up[1] / 4)
  let [x, y] = state.pen
  for (const glyph of run) {
    if (typeof glyph === 'number') {
      const kern = (glyph / 1000) * size
      if (isVertical) y += -kern * direction
      else x -= kern * stretch
      continue
    }
    const extra = (glyph.isSpace ? state.wordSpacing : 0) + state.letterSpacing
    const width = isVertical ? (glyph.vmetric?.[0] ?? -1000) * unit : glyph.width * unit
    const [dx, dy] = isVertical ? [0, width] : [width * stretch, 0]
    const [px, py] = isVertical ? [x - size / 2, y] : [x, y + state.rise]
    const at: Vector = [a * px + c * py + e, b * px + d * py + f]
    const advance: Vector = [a * dx + c * dy, b * dx + d * dy]
    glyphs.push({
      ...{ text: glyph.unicode, at, advance, up, order, annotation },
      font: state.fontName,
      spacing: state.letterSpacing * state.stretch * Math.hypot(a, b),
      colour: isFilled ? state.fill : null,
      visibility: isCut(at, advance) ? 'cut' : isInvisible ? 'invisible' : 'seen',
    })
    if (isVertical) y += width + extra
    else x += (width + extra * direction) * stretch
  }
  return [x, y]
}

/** Height of a Type 3 font's letters as a share of its size: its glyph space may be anything. */
function type3Height(font: PdfFont | null): number {
  if (!font?.isType3Font) return 1
  const height = ((font.bbox?.[3] ?? 0) - (font.bbox?.[1] ?? 0)) * (font.fontMatrix?.[3] ?? 0)
  return Math.abs(height) > 0 ? Math.abs(height) : 1
}

function isIn([x0, y0, x1, y1]: Box, x: number, y: number): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1
}
