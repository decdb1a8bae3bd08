/** Rows in sight, each in a slot: what the browser keeps of a row that went is used for one that came. */
export interface RowSlots {
  /** How many there are; never fewer than before, or a row more in sight would move all of them. */
  readonly count: number
  /** The slots as they stand one after the other in the page. */
  readonly order: readonly number[]
}

export const noSlots: RowSlots = { count: 0, order: [] }

/**
 * Puts neighbouring positions into slots. While the list moves, slots stay where they are in the page, which
 * costs the browser least; once it rests, they stand in the order of the rows, as a screen reader goes through them.
 */
export function slotsFor(
  positions: readonly number[],
  before: RowSlots,
  isMoving: boolean,
): RowSlots & { readonly positions: readonly number[] } {
  const count = Math.max(before.count, positions.length)
  const rank = new Map(before.order.map((slot, i) => [slot, i]))
  const rankOf = (position: number) => rank.get(position % count) ?? before.order.length
  const placed = isMoving ? positions.toSorted((a, b) => rankOf(a) - rankOf(b)) : positions
  return { count, order: placed.map((position) => position % count), positions: placed }
}
