/** [left, top, right, bottom] in page points. */
export type Box = readonly [number, number, number, number]
export type Point = readonly [number, number]

/** The box that two of its corners span, whichever they are, as far as it lies on the page. */
export function boxBetween(a: Point, b: Point, [width, height]: Point): Box {
  const within = (value: number, most: number) => Math.min(Math.max(value, 0), most)
  return [
    within(Math.min(a[0], b[0]), width),
    within(Math.min(a[1], b[1]), height),
    within(Math.max(a[0], b[0]), width),
    within(Math.max(a[1], b[1]), height),
  ]
}
