import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import type { Box, Turn } from '../model.ts'
import type { Raster } from '../source/raster.ts'

/** A word that was drawn, and the box around its ink, in points of the upright page. */
export interface DrawnWord {
  readonly text: string
  readonly box: Box
}

export interface DrawnPage {
  readonly raster: Raster
  readonly words: readonly DrawnWord[]
}

export interface Drawing {
  /** Words parted by spaces; an empty line leaves one out. */
  readonly lines: readonly string[]
  /** Points. */
  readonly size?: readonly [width: number, height: number]
  /** Of the type, in points. */
  readonly type?: number
  readonly dpi?: number
  /** How far lines fall to the right, in degrees. */
  readonly slant?: number
  /** How far the picture has to be turned clockwise to stand upright. */
  readonly lies?: Turn
  readonly paper?: string
  readonly ink?: string
  /** Dark specks of a pixel or four, always the same ones. */
  readonly specks?: number
}

const fonts = join(
  dirname(createRequire(import.meta.url).resolve('pdfjs-dist')),
  '../standard_fonts',
)
GlobalFonts.registerFromPath(join(fonts, 'LiberationSans-Regular.ttf'), 'Drawn')

/** A scanned page of typed lines, for tests: its type is the same on every machine, Latin, Greek and Cyrillic. */
export function drawnPage(drawing: Drawing): DrawnPage {
  const { lines, size = [595, 842], type = 11, dpi = 200, slant = 0, lies = 0 } = drawing
  const { paper = 'white', ink = 'black', specks = 0 } = drawing
  const scale = dpi / 72
  const [width, height] = [Math.round(size[0] * scale), Math.round(size[1] * scale)]
  const page = createCanvas(width, height).getContext('2d')
  page.fillStyle = paper
  page.fillRect(0, 0, width, height)
  page.translate(width / 2, height / 2)
  page.rotate((slant * Math.PI) / 180)
  page.translate(-width / 2, -height / 2)
  page.font = `${type * scale}px Drawn`
  page.fillStyle = ink
  const words: DrawnWord[] = []
  const space = page.measureText(' ').width
  for (const [row, line] of lines.entries()) {
    const y = (60 + type + row * 1.6 * type) * scale
    let x = 60 * scale
    for (const text of line.split(' ').filter(Boolean)) {
      page.fillText(text, x, y)
      words.push({ text, box: inkBox(page, text, [x, y], scale) })
      x += page.measureText(text).width + space
    }
  }
  speck(page, specks)
  return { raster: { ...greyOf(page, lies), channels: 1, scale }, words }
}

/** Around the pixels that a word alone turns dark, in points. `x` and `y`: where its baseline begins, px. */
function inkBox(
  context: SKRSContext2D,
  text: string,
  [x, y]: readonly [number, number],
  scale: number,
): Box {
  const { a, b, c, d, e, f } = context.getTransform().translate(x, y)
  const long = Math.ceil(context.measureText(text).width + 40)
  const [left, top] = [Math.floor(e) - long, Math.floor(f) - long]
  const side = 2 * long
  const alone = createCanvas(side, side).getContext('2d')
  alone.setTransform(a, b, c, d, e - left, f - top)
  alone.font = context.font
  alone.fillText(text, 0, 0)
  const { data } = alone.getImageData(0, 0, side, side)
  let [x0, y0, x1, y1] = [side, side, 0, 0]
  for (let at = 0; at < side * side; at++) {
    if ((data[at * 4 + 3] ?? 0) < 128) continue
    const [column, row] = [at % side, Math.floor(at / side)]
    x0 = Math.min(x0, column)
    x1 = Math.max(x1, column + 1)
    y0 = Math.min(y0, row)
    y1 = Math.max(y1, row + 1)
  }
  return [(left + x0) / scale, (top + y0) / scale, (left + x1) / scale, (top + y1) / scale]
}

function speck(context: SKRSContext2D, count: number): void {
  const random = randomFrom(7)
  const { width, height } = context.canvas
  context.resetTransform()
  context.fillStyle = '#333'
  for (let i = 0; i < count; i++) {
    const side = random() < 0.5 ? 1 : 2
    context.fillRect(Math.floor(random() * width), Math.floor(random() * height), side, side)
  }
}

/** Numbers from 0 to 1 that only look like chance (mulberry32), for tests. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The brightness of what was drawn, as it lies on the glass. */
function greyOf(
  { canvas }: SKRSContext2D,
  lies: Turn,
): Pick<Raster, 'pixels' | 'width' | 'height'> {
  const { width, height } = canvas
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
  const [columns, rows] = lies % 180 === 0 ? [width, height] : [height, width]
  const pixels = Buffer.alloc(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      const grey = 0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0)
      // Turned clockwise by `lies` it stands upright again.
      const [column, row] =
        lies === 90
          ? [y, rows - 1 - x]
          : lies === 270
            ? [columns - 1 - y, x]
            : lies === 180
              ? [width - 1 - x, height - 1 - y]
              : [x, y]
      pixels[row * columns + column] = Math.round(grey)
    }
  return { pixels, width: columns, height: rows }
}
