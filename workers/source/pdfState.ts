import type { Box } from '../model.ts'
import type { Matrix } from './pdfGeometry.ts'
import type { Vector } from './pdfPainted.ts'

/** The parts of a pdf.js font that place its letters. */
export interface PdfFont {
  readonly fontMatrix?: readonly number[]
  readonly bbox?: readonly number[]
  readonly vertical?: boolean
  readonly isType3Font?: boolean
}

/** What a PDF’s operators set and paint with; lengths are in the space that they are given in. */
export interface PaintState {
  readonly matrix: Matrix
  /** Points of the upright page. */
  readonly clip: Box
  /** By more than rectangles. */
  readonly isClipped: boolean
  readonly fill: string | null
  readonly alpha: number
  readonly isBlended: boolean
  readonly isMasked: boolean
  /** The next picture brings a mask of its own. */
  readonly hasMaskedPicture: boolean
  readonly isLayerOff: boolean
  readonly text: Matrix
  readonly line: Vector
  readonly pen: Vector
  readonly font: PdfFont | null
  readonly fontName: string
  readonly size: number
  readonly mode: number
  readonly leading: number
  readonly rise: number
  readonly letterSpacing: number
  readonly wordSpacing: number
  /** Horizontal scaling, 1 for none. */
  readonly stretch: number
}

/** The transform that changes nothing. */
export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The state that a page starts with. `viewport` is user space to the upright page at scale 1. */
export function startState(viewport: Matrix, pageBox: Box): PaintState {
  return {
    ...{ matrix: viewport, clip: pageBox, isClipped: false, fill: '#000000', alpha: 1 },
    ...{
      isBlended: false,
      isMasked: false,
      hasMaskedPicture: false,
      isLayerOff: false,
      text: identity,
    },
    ...{ line: [0, 0], pen: [0, 0], font: null, fontName: '', size: 0, mode: 0, leading: 0 },
    ...{ rise: 0, letterSpacing: 0, wordSpacing: 0, stretch: 1 },
  }
}

/** What an extended graphics state changes. */
export function graphicsState(
  entries: readonly (readonly [string, unknown])[],
  fontOf: (name: string) => PdfFont | null,
): Partial<PaintState> {
  let change: Partial<PaintState> = {}
  for (const [key, value] of entries) {
    if (key === 'ca') change = { ...change, alpha: value as number }
    else if (key === 'BM') change = { ...change, isBlended: value !== 'source-over' }
    else if (key === 'SMask')
      // pdf.js sets nothing but the mask off right before a picture that brings its own.
      change = {
        ...change,
        isMasked: value === true,
        hasMaskedPicture: entries.length === 1 && !value,
      }
    else if (key === 'Font') {
      const [fontName, size] = value as [string, number]
      change = { ...change, fontName, size, font: fontOf(fontName) }
    }
  }
  return change
}
