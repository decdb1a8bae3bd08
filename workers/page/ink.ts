import type { Grey, PixelBox } from './grey.ts'

/** A pixel is ink when it is darker than this share of the mean around it. */
const inkShare = 0.8

/**
 * 1 where there is ink, 0 where there is paper, whatever the light. `radius` in px, about two lines of text.
 * Threshold by the mean around each pixel: Bradley and Roth, “Adaptive Thresholding Using the Integral Image”
 * (2007). The sums of a band move down the page: an integral image of all of it would take 8 bytes a pixel,
 * the largest piece of memory of a page.
 */
export function inkOf({ pixels, width, height }: Grey, radius: number): Uint8Array {
  const columns = new Int32Array(width)
  const addRow = (y: number, sign: 1 | -1) => {
    if (y < 0 || y >= height) return
    const row = pixels.subarray(y * width, (y + 1) * width)
    for (let x = 0; x < width; x++) columns[x] = (columns[x] ?? 0) + sign * (row[x] ?? 0)
  }
  for (let y = 0; y < radius; y++) addRow(y, 1)

  const sums = new Float64Array(width + 1)
  const ink = new Uint8Array(pixels.length)
  for (let y = 0; y < height; y++) {
    addRow(y + radius, 1)
    addRow(y - radius - 1, -1)
    for (let x = 0; x < width; x++) sums[x + 1] = (sums[x] ?? 0) + (columns[x] ?? 0)
    const rows = Math.min(height, y + radius + 1) - Math.max(0, y - radius)
    for (let x = 0; x < width; x++) {
      const [x0, x1] = [Math.max(0, x - radius), Math.min(width, x + radius + 1)]
      const mean = ((sums[x1] ?? 0) - (sums[x0] ?? 0)) / ((x1 - x0) * rows)
      ink[y * width + x] = (pixels[y * width + x] ?? 0) < inkShare * mean ? 1 : 0
    }
  }
  return ink
}

/** A patch of ink that hangs together: a letter, a speck, a line. */
export interface Patch {
  readonly box: PixelBox
  /** Pixels of ink. */
  readonly ink: number
}

/**
 * Patches of ink that touch, corners included. Runs of a row are joined with those above by union-find
 * (Rosenfeld and Pfaltz 1966, on runs instead of pixels).
 */
export function patchesOf(ink: Uint8Array, width: number, height: number): Patch[] {
  const { rows, lefts, rights, starts } = runsOf(ink, width, height)
  const parents = Int32Array.from(lefts, (_, run) => run)
  const rootOf = (run: number): number => {
    let root = run
    while (at(parents, root) !== root) {
      parents[root] = at(parents, at(parents, root))
      root = at(parents, root)
    }
    return root
  }
  for (let y = 1; y < height; y++) {
    let above = at(starts, y - 1)
    const end = at(starts, y)
    for (let run = end; run < at(starts, y + 1); run++) {
      while (above < end && at(rights, above) < at(lefts, run) - 1) above++
      for (let other = above; other < end && at(lefts, other) <= at(rights, run) + 1; other++) {
        const [a, b] = [rootOf(run), rootOf(other)]
        if (a !== b) parents[a] = b
      }
    }
  }
  const found = new Map<number, { box: [number, number, number, number]; ink: number }>()
  for (let run = 0; run < lefts.length; run++) {
    const [y, left, right] = [at(rows, run), at(lefts, run), at(rights, run)]
    const root = rootOf(run)
    const patch = found.get(root) ?? { box: [left, y, right + 1, y + 1], ink: 0 }
    patch.box[0] = Math.min(patch.box[0], left)
    patch.box[2] = Math.max(patch.box[2], right + 1)
    patch.box[3] = y + 1
    patch.ink += right - left + 1
    found.set(root, patch)
  }
  return [...found.values()]
}

/** Runs of ink, row by row: where each begins and ends, and which is the first of a row. */
function runsOf(ink: Uint8Array, width: number, height: number) {
  const [rows, lefts, rights, starts]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (let y = 0; y < height; y++) {
    starts.push(lefts.length)
    for (let x = 0; x < width; x++) {
      if (!ink[y * width + x]) continue
      const left = x
      while (x < width && ink[y * width + x]) x++
      rows.push(y)
      lefts.push(left)
      rights.push(x - 1)
    }
  }
  starts.push(lefts.length)
  return { rows, lefts, rights, starts }
}

function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? 0
}
