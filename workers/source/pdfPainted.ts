import type { Box } from '../model.ts'
import type { Matrix } from './pdfGeometry.ts'

/** Points of the upright page, x to the right and y down. */
export type Vector = readonly [x: number, y: number]

/** One letter as it is painted. Points of the upright page, origin top left. */
export interface PaintedGlyph {
  readonly text: string
  /** Where it stands on its baseline. */
  readonly at: Vector
  /** From its start to its end along the baseline. */
  readonly advance: Vector
  /** One em upwards. */
  readonly up: Vector
  readonly font: string
  /** How much further than its width the next letter is set, in points. */
  readonly spacing: number
  /** `#rrggbb`; null when it is outlined, or painted with a pattern or in colours of its own. */
  readonly colour: string | null
  /** Whether it leaves a mark: not when it is painted invisibly, nor cut off by a clip or with its layer. */
  readonly visibility: 'seen' | 'invisible' | 'cut'
  /** Place among everything painted on the page. */
  readonly order: number
  /** The annotation that it is part of. */
  readonly annotation: string | null
}

/** A picture, a filled rectangle or another filled shape, as the box around it in points of the upright page. */
export interface PaintedArea {
  readonly kind: 'picture' | 'fill' | 'shape'
  readonly box: Box
  /** It hides what lies under the whole of its box. */
  readonly isOpaque: boolean
  readonly colour: string | null
  readonly order: number
  /** Edges of its path when all of them are level or upright; 0 for any other and for pictures. */
  readonly edges: number
  readonly picture: PaintedPicture | null
}

export interface PaintedPicture {
  /** Name in the page's objects, or the decoded picture itself when it stands in the content. */
  readonly source: string | object
  /** From the unit square, origin bottom left, to the page. */
  readonly matrix: Matrix
  /** A stencil that the fill colour is painted through. */
  readonly isMask: boolean
  /** Nothing lets what is under it shine through: no mask, blend, transparency or clip. */
  readonly isPlain: boolean
}

/** Everything that a page paints. */
export interface Painted {
  readonly glyphs: readonly PaintedGlyph[]
  readonly areas: readonly PaintedArea[]
  /** Place of the last line, shape or shading among everything painted; -1 when there is none. */
  readonly lastShape: number
}
