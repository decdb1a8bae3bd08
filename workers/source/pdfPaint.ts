import type { Box } from '../model.ts'
import { filled, isRectangle, pictured, straightEdges } from './pdfAreas.ts'
import { boxAround, intersection, type Matrix, multiply, unitBox } from './pdfGeometry.ts'
import { showText } from './pdfGlyphs.ts'
import type { Painted, PaintedArea, PaintedGlyph, Vector } from './pdfPainted.ts'
import { graphicsState, identity, type PaintState, type PdfFont, startState } from './pdfState.ts'

/** What the interpreter needs of pdf.js: its operator names, a page's operators, fonts and layers. */
export interface PaintSource {
  readonly operators: Readonly<Record<string, number>>
  readonly list: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }
  readonly fontOf: (name: string) => PdfFont | null
  readonly isLayerOn: (layer: unknown) => boolean
  /** User space to the upright page at scale 1. */
  readonly viewport: Matrix
  readonly pageBox: Box
}

/** Everything that a page paints, in its order: letters, pictures, filled areas. */
export function paintedOn(source: PaintSource): Painted {
  const { list, viewport, pageBox } = source
  const op = source.operators
  const start = startState(viewport, pageBox)
  let state = start
  let isClipPending = false
  let annotation: string | null = null
  let lastShape = -1
  const stack: PaintState[] = []
  const layers: boolean[] = []
  const glyphs: PaintedGlyph[] = []
  const areas: PaintedArea[] = []
  const set = (change: Partial<PaintState>) => {
    state = { ...state, ...change }
  }
  const restore = () => {
    state = stack.pop() ?? state
  }
  const clipTo = (box: Box, isBox: boolean) =>
    set({ clip: intersection(state.clip, box), isClipped: state.isClipped || !isBox })
  const move = (x: number, y: number) => {
    const line: Vector = [state.line[0] + x, state.line[1] + y]
    set({ line, pen: line })
  }

  list.fnArray.forEach((operator, order) => {
    const args = (list.argsArray[order] ?? []) as readonly never[]
    switch (operator) {
      case op.save:
        stack.push(state)
        break
      case op.restore:
        restore()
        break
      case op.transform:
        set({ matrix: multiply(state.matrix, args as unknown as Matrix) })
        break
      case op.setGState:
        set(graphicsState(args[0] ?? [], source.fontOf))
        break
      case op.setFillRGBColor:
        set({ fill: args[0] ?? null })
        break
      case op.setFillTransparent:
      case op.setFillColorN:
        set({ fill: null })
        break
      case op.beginText:
        set({ text: identity, line: [0, 0], pen: [0, 0] })
        break
      case op.setFont:
        set({ font: source.fontOf(args[0] as never), fontName: args[0] ?? '', size: args[1] ?? 0 })
        break
      case op.setTextMatrix:
        set({ text: [...(args[0] as unknown as Matrix)], line: [0, 0], pen: [0, 0] })
        break
      case op.moveText:
        move(args[0] ?? 0, args[1] ?? 0)
        break
      case op.setLeadingMoveText:
        set({ leading: args[1] ?? 0 })
        move(args[0] ?? 0, args[1] ?? 0)
        break
      case op.setLeading:
        set({ leading: -(args[0] ?? 0) })
        break
      case op.nextLine:
        move(0, state.leading)
        break
      case op.setTextRenderingMode:
        set({ mode: args[0] ?? 0 })
        break
      case op.setTextRise:
        set({ rise: args[0] ?? 0 })
        break
      case op.setCharSpacing:
        set({ letterSpacing: args[0] ?? 0 })
        break
      case op.setWordSpacing:
        set({ wordSpacing: args[0] ?? 0 })
        break
      case op.setHScale:
        set({ stretch: (args[0] ?? 100) / 100 })
        break
      case op.showText:
        set({ pen: showText(state, args[0] ?? [], { order, annotation }, glyphs) })
        break
      case op.clip:
      case op.eoClip:
        isClipPending = true
        break
      case op.constructPath: {
        const [how, , bounds] = args as unknown as [number, unknown, Float32Array | null]
        const box = bounds ? boxAround(state.matrix, bounds as unknown as Box) : null
        const isFilled = fillsOf(op).has(how)
        if (how !== op.endPath && !state.isLayerOff) lastShape = order
        if (box && isFilled)
          areas.push(filled(state, box, order, isRectangle(args), straightEdges(args)))
        if (isClipPending && box) clipTo(box, isRectangle(args))
        isClipPending = false
        break
      }
      case op.shadingFill:
        lastShape = order
        areas.push({ ...filled(state, state.clip, order, false), colour: null })
        break
      case op.paintFormXObjectBegin: {
        stack.push(state)
        const [matrix, bounds] = args as unknown as [Matrix | null, Box | null]
        if (matrix) set({ matrix: multiply(state.matrix, matrix) })
        if (bounds) clipTo(boxAround(state.matrix, bounds), true)
        break
      }
      case op.beginGroup:
        stack.push(state)
        set({
          isBlended: state.isBlended || state.isMasked || state.alpha < 1 || hasSoftMask(args),
          alpha: 1,
        })
        break
      case op.paintFormXObjectEnd:
      case op.endGroup:
        restore()
        break
      case op.beginAnnotation: {
        const [id, bounds, transform, matrix] = args as unknown as [string, Box, Matrix, Matrix]
        annotation = id
        stack.length = 0
        state = start
        if (bounds) clipTo(boxAround(viewport, bounds), true)
        set({ matrix: multiply(multiply(viewport, transform), matrix) })
        break
      }
      case op.endAnnotation:
        annotation = null
        stack.length = 0
        state = start
        break
      case op.beginMarkedContent:
        layers.push(state.isLayerOff)
        break
      case op.beginMarkedContentProps:
        layers.push(state.isLayerOff)
        if (args[0] === 'OC' && !source.isLayerOn(args[1])) set({ isLayerOff: true })
        break
      case op.endMarkedContent:
        set({ isLayerOff: layers.pop() ?? false })
        break
      case op.paintImageXObject:
      case op.paintInlineImageXObject:
      case op.paintImageMaskXObject:
        if (!state.isLayerOff)
          areas.push(
            pictured(state, args[0] as never, order, operator === op.paintImageMaskXObject),
          )
        break
      case op.paintSolidColorImageMask:
        lastShape = order
        areas.push(filled(state, unitBox(state.matrix), order, true))
        break
    }
  })
  return { glyphs, areas, lastShape }
}

function hasSoftMask(args: readonly unknown[]): boolean {
  const [group] = args as [{ hasSoftMask?: boolean; smask?: unknown } | undefined]
  return Boolean(group?.smask)
}

const fillSets = new WeakMap<object, ReadonlySet<number>>()

function fillsOf(operators: Readonly<Record<string, number>>): ReadonlySet<number> {
  const known = fillSets.get(operators)
  if (known) return known
  const names = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke']
  const found = new Set([...names, 'closeEOFillStroke'].map((name) => operators[name] ?? -1))
  fillSets.set(operators, found)
  return found
}
