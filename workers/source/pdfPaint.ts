import type { Box } from '../model.ts'
import { boxAround, intersection, type Matrix, multiply, unitBox } from './pdfGeometry.ts'

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
  /** `#rrggbb`; null when it is painted with a pattern. */
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

export interface Painted {
  readonly glyphs: readonly PaintedGlyph[]
  readonly areas: readonly PaintedArea[]
  /** Place of the last line, shape or shading among everything painted; -1 when there is none. */
  readonly lastShape: number
}

export type Vector = readonly [x: number, y: number]

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

/** The parts of a pdf.js font that place its letters. */
export interface PdfFont {
  readonly fontMatrix?: readonly number[]
  readonly bbox?: readonly number[]
  readonly vertical?: boolean
  readonly isType3Font?: boolean
}

interface Glyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric?: readonly number[] | null
}

interface State {
  readonly matrix: Matrix
  readonly clip: Box
  readonly isClipped: boolean
  readonly fill: string | null
  readonly alpha: number
  readonly isBlended: boolean
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
  readonly stretch: number
}

const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** Everything that a page paints, in its order: letters, pictures, filled areas. */
export function paintedOn(source: PaintSource): Painted {
  const { list, viewport, pageBox } = source
  const op = source.operators
  const start: State = {
    ...{ matrix: viewport, clip: pageBox, isClipped: false, fill: '#000000', alpha: 1 },
    ...{ isBlended: false, hasMaskedPicture: false, isLayerOff: false, text: identity },
    ...{ line: [0, 0], pen: [0, 0], font: null, fontName: '', size: 0, mode: 0, leading: 0 },
    ...{ rise: 0, letterSpacing: 0, wordSpacing: 0, stretch: 1 },
  }
  let state = start
  let isClipPending = false
  let annotation: string | null = null
  let lastShape = -1
  const stack: State[] = []
  const layers: boolean[] = []
  const glyphs: PaintedGlyph[] = []
  const areas: PaintedArea[] = []
  const set = (change: Partial<State>) => {
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
        if (box && isFilled) areas.push(filled(state, box, order, isRectangle(args)))
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
        set({ isBlended: state.isBlended || state.alpha < 1 || hasSoftMask(args), alpha: 1 })
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

function graphicsState(
  entries: readonly (readonly [string, unknown])[],
  fontOf: PaintSource['fontOf'],
): Partial<State> {
  let change: Partial<State> = {}
  for (const [key, value] of entries) {
    if (key === 'ca') change = { ...change, alpha: value as number }
    else if (key === 'BM') change = { ...change, isBlended: value !== 'source-over' }
    else if (key === 'SMask')
      // pdf.js sets the mask off right before a picture that brings its own.
      change = { ...change, isBlended: value === true, hasMaskedPicture: value === false }
    else if (key === 'Font') {
      const [fontName, size] = value as [string, number]
      change = { ...change, fontName, size, font: fontOf(fontName) }
    }
  }
  return change
}

function hasSoftMask(args: readonly unknown[]): boolean {
  const [group] = args as [{ hasSoftMask?: boolean; smask?: unknown } | undefined]
  return Boolean(group?.smask)
}

/** Puts a run of letters on the page and gives where the pen stands after it, in text space. */
function showText(
  state: State,
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
  const isInvisible = mode === 3 || mode === 7 || alpha < 0.02
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
      colour: state.fill,
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

function filled(state: State, box: Box, order: number, isRectangle: boolean): PaintedArea {
  return {
    ...{
      kind: isRectangle ? 'fill' : 'shape',
      box: intersection(state.clip, box),
      order,
      picture: null,
    },
    isOpaque: isRectangle && state.alpha > 0.98 && !state.isBlended && !state.isLayerOff,
    colour: isRectangle && state.alpha > 0.98 ? state.fill : null,
  }
}

function pictured(
  state: State,
  source: string | { readonly data?: unknown },
  order: number,
  isMask: boolean,
): PaintedArea {
  const { matrix } = state
  const isPlain = state.alpha > 0.98 && !state.isBlended && !state.hasMaskedPicture
  const whole = unitBox(matrix)
  return {
    ...{ kind: 'picture', box: intersection(state.clip, whole), order, colour: state.fill },
    isOpaque: isPlain && !isMask && isAxisAligned(matrix),
    picture: {
      source: isMask ? ((source as { data: string }).data ?? '') : source,
      ...{ matrix, isMask, isPlain: isPlain && !state.isClipped && holds(state.clip, whole) },
    },
  }
}

/** Whether a clip leaves a picture whole; scans are often a hair larger than their page. */
function holds(clip: Box, whole: Box): boolean {
  return (
    [0, 1].every((i) => Number(clip[i]) < Number(whole[i]) + 2) &&
    [2, 3].every((i) => Number(clip[i]) > Number(whole[i]) - 2)
  )
}

/** Turned by quarters at most. */
export function isAxisAligned([a, b, c, d]: Matrix): boolean {
  const most = 0.002 * Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d))
  return (
    (Math.abs(b) <= most && Math.abs(c) <= most) || (Math.abs(a) <= most && Math.abs(d) <= most)
  )
}

/** A path of one upright rectangle: a move, three or four lines, and closed. */
function isRectangle(args: readonly unknown[]): boolean {
  const [path] = (args[1] as (Float32Array | null)[] | undefined) ?? []
  if (!path || (path.length !== 13 && path.length !== 16)) return false
  for (let at = 3; at + 2 < path.length; at += 3)
    if (path[at + 1] !== path[at - 2] && path[at + 2] !== path[at - 1]) return false
  return true
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

function isIn([x0, y0, x1, y1]: Box, x: number, y: number): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1
}
