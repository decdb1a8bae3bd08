/** Pixels per inch across and down; equal but for faxes. */
export type Dpi = readonly [x: number, y: number]

/** Long side that an image without a believable resolution is taken to have: A4, in points. */
const assumedLongSide = 842
/** Cameras and screens write 72 whatever the paper was; from here on a resolution is a scanner's. */
const believedDpi = { least: 96, most: 2400 }
/** Long side of what lies on a scanner, in points: a stamp to a plan of two metres. */
const believedLongSide = { least: 40, most: 6000 }
/** A fax has up to four times as many pixels across as down; more is a slip of the pen. */
const mostUneven = 4.2

/** Pixels per page point of an upright or lying picture of this size, whose `dpi` may be absurd. */
export function pageScale(width: number, height: number, dpi: number | null): number {
  const longSide = Math.max(width, height)
  if (dpi !== null && dpi >= believedDpi.least && dpi <= believedDpi.most) {
    const points = (longSide * 72) / dpi
    if (points >= believedLongSide.least && points <= believedLongSide.most) return dpi / 72
  }
  return longSide / assumedLongSide
}

/** How much to stretch a picture across and down so that its pixels become square; never below 1. */
export function squaring(dpi: Dpi | null): [x: number, y: number] {
  if (!dpi) return [1, 1]
  const [x, y] = dpi
  const most = Math.max(x, y)
  const isSlip = !(Math.min(x, y) > 0) || most / Math.min(x, y) > mostUneven
  return isSlip ? [1, 1] : [most / x, most / y]
}
