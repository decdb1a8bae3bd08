const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Orders paths as people count: `2.pdf` before `10.pdf`, a folder's files together. */
export function naturalOrder(a: string, b: string): number {
  const left = a.split(/[\\/]/)
  const right = b.split(/[\\/]/)
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = collator.compare(left[i] ?? '', right[i] ?? '')
    if (order !== 0) return order
  }
  // Names that differ only in case still need one order, the same on every computer.
  return left.length - right.length || (a < b ? -1 : Number(a > b))
}
