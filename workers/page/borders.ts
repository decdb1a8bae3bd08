import { type Grey, paperShade } from './grey.ts'

/** Darker than this share of the paper is the black around a page; up to the other share its edge fades. */
const [blackShare, fadingShare] = [0.45, 0.75]
/** A line of a border is deeper than a rule; the border goes on for longer than letters are high. mm. */
const [leastDepth, leastLength] = [0.5, 15]
/** Most of a border is deeper; a hair of black disturbs no reading, and without it words differ by chance. mm. */
const leastUsual = 1.5
/** What is lighter in the black, and breaks in a border, are dust up to here: finer than light letters. mm. */
const [dust, longestBreak] = [0.25, 1]
/** How far the edge of a border fades at most. mm. */
const longestFading = 0.7
/** So far behind a border is paper: where half of it is black again, a dark ground has light letters on it. mm. */
const behind = 3
/** Of a border not more lines than these look like a dark ground. */
const mostOnGround = 0.05

/**
 * A page without the black that a scanner or copier leaves around it, in the shade of its paper: black that runs
 * in from the edge and goes on along it. A ground with light letters on it stays. A page without a border is
 * given back as it is. `scale` in px per point.
 */
export function withoutBorders(page: Grey, scale: number): Grey {
  const paper = paperShade(page)
  const look = { black: blackShare * paper, faded: fadingShare * paper, mm: (scale * 72) / 25.4 }
  const sides = sidesOf(page).map((side) => ({ side, depths: bordersAt(page.pixels, side, look) }))
  if (sides.every(({ depths }) => depths.every((depth) => depth === 0))) return page
  const pixels = Uint8Array.from(page.pixels)
  for (const { side, depths } of sides)
    for (const [line, depth] of depths.entries())
      for (let step = 0; step < depth; step++) pixels[indexOf(side, line, step)] = paper
  return { ...page, pixels }
}

interface Look {
  /** Shades below which a pixel is black, and below which it may be a border's edge. */
  readonly black: number
  readonly faded: number
  /** px to a millimetre. */
  readonly mm: number
}

/** An edge of the page: its lines lead inwards from it. Indices and counts of pixels. */
interface Side {
  readonly start: number
  /** From one line to the next, and from one pixel of a line to the next. */
  readonly along: number
  readonly inward: number
  readonly lines: number
  readonly reach: number
}

function sidesOf({ width, height }: Grey): Side[] {
  const last = width * height - 1
  const [upright, level] = [
    { lines: height, reach: width },
    { lines: width, reach: height },
  ]
  return [
    { ...upright, start: 0, along: width, inward: 1 },
    { ...upright, start: last, along: -width, inward: -1 },
    { ...level, start: 0, along: 1, inward: width },
    { ...level, start: last, along: -1, inward: -width },
  ]
}

function indexOf({ start, along, inward }: Side, line: number, step: number): number {
  return start + line * along + step * inward
}

/** How far the border reaches in from a side, line by line, in px; 0 where there is none. */
function bordersAt(pixels: Uint8Array, side: Side, look: Look): number[] {
  const lines = Array.from({ length: side.lines }, (_, line) => blackOf(pixels, side, line, look))
  const depths = new Array<number>(side.lines).fill(0)
  for (const [from, to] of stretchesOf(lines, look.mm)) {
    const stretch = lines.slice(from, to)
    const deep = stretch.filter(({ depth }) => depth >= leastUsual * look.mm).length
    if (deep < 0.5 * stretch.length) continue
    const onGround = stretch.filter(({ isOnGround }) => isOnGround).length
    if (onGround > mostOnGround * stretch.length) continue
    for (const [at, { depth, isOnGround }] of stretch.entries())
      depths[from + at] = isOnGround ? 0 : depth
  }
  return depths
}

interface BlackLine {
  /** px */
  readonly depth: number
  /** Behind what is lighter it is black again. */
  readonly isOnGround: boolean
}

/** The black at the beginning of one line. */
function blackOf(pixels: Uint8Array, side: Side, line: number, look: Look): BlackLine {
  const { black, faded, mm } = look
  const shadeAt = (step: number) => pixels[indexOf(side, line, step)] ?? 0
  let depth = 0
  for (let step = 0; step < side.reach && step - depth <= dust * mm; step++)
    if (shadeAt(step) < black) depth = step + 1
  if (depth < leastDepth * mm) return { depth: 0, isOnGround: false }
  const last = Math.min(side.reach, depth + longestFading * mm)
  while (depth < last && shadeAt(depth) < faded) depth++
  const end = Math.min(side.reach, depth + Math.round(behind * mm))
  let again = 0
  for (let step = depth; step < end; step++) if (shadeAt(step) < black) again++
  return { depth, isOnGround: again > 0.5 * (end - depth) }
}

/** Runs of lines that begin black, as the first and the one after the last, long enough for a border. */
function stretchesOf(lines: readonly BlackLine[], mm: number): [from: number, to: number][] {
  const stretches: [number, number][] = []
  for (const [at, { depth }] of lines.entries()) {
    if (depth === 0) continue
    const open = stretches.at(-1)
    if (open && at - open[1] <= longestBreak * mm) open[1] = at + 1
    else stretches.push([at, at + 1])
  }
  return stretches.filter(([from, to]) => to - from >= leastLength * mm)
}
