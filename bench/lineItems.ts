/** One item of an invoice as text: what is printed, or what was found. Null: not asked, or not found. */
export interface Item {
  readonly description: string | null
  readonly quantity: string | null
  readonly unit_price: string | null
  readonly line_total: string | null
}

export type Part = keyof Item
export const parts = ['description', 'quantity', 'unit_price', 'line_total'] as const

/** How many items came out as they are printed. Tallies of several documents add up. */
export interface ItemTally {
  readonly rows: number
  /** Rows with every asked part right; a description may say more than the name. */
  readonly right: number
  /** Those of them whose description says the name and nothing else. */
  readonly exact: number
  /** Rows found that are none of the printed ones. */
  readonly surplus: number
  readonly asked: Readonly<Record<Part, number>>
  readonly hits: Readonly<Record<Part, number>>
}

/** Each printed item beside the found one that shares most with it; the best pairs are taken first. */
export function tallyItems(truth: readonly Item[], found: readonly Item[]): ItemTally {
  const pairs = truth
    .flatMap((wanted, row) =>
      found.map((item, at) => ({ row, at, likeness: likeness(wanted, item, row - at) })),
    )
    .filter(({ likeness }) => likeness >= 1)
    .sort((a, b) => b.likeness - a.likeness)
  const taken = new Map<number, number>()
  for (const { row, at } of pairs)
    if (!taken.has(row) && ![...taken.values()].includes(at)) taken.set(row, at)
  const scored = truth.map((wanted, row) => rightParts(wanted, found[taken.get(row) ?? -1]))
  const count = (of: (row: Readonly<Record<Part, boolean | null>>) => boolean) =>
    scored.filter(of).length
  const perPart = (of: (right: boolean | null) => boolean) =>
    Object.fromEntries(parts.map((part) => [part, count((row) => of(row[part]))])) as Record<
      Part,
      number
    >
  return {
    rows: truth.length,
    right: count((row) => parts.every((part) => row[part] !== false)),
    exact: scored.filter(
      (row, i) =>
        parts.every((part) => row[part] !== false) &&
        saysOnly(truth[i]?.description ?? null, found[taken.get(i) ?? -1]?.description ?? null),
    ).length,
    surplus: found.length - taken.size,
    asked: perPart((right) => right !== null),
    hits: perPart((right) => right === true),
  }
}

/** The tallies of several documents as one. */
export function addTallies(tallies: readonly ItemTally[]): ItemTally {
  const sum = (of: (tally: ItemTally) => number) => tallies.reduce((all, one) => all + of(one), 0)
  const perPart = (of: 'asked' | 'hits') =>
    Object.fromEntries(parts.map((part) => [part, sum((tally) => tally[of][part])])) as Record<
      Part,
      number
    >
  return {
    rows: sum(({ rows }) => rows),
    right: sum(({ right }) => right),
    exact: sum(({ exact }) => exact),
    surplus: sum(({ surplus }) => surplus),
    asked: perPart('asked'),
    hits: perPart('hits'),
  }
}

/** Null for a part that the truth does not name. */
function rightParts(wanted: Item, item: Item | undefined): Record<Part, boolean | null> {
  const right = (part: Part) =>
    wanted[part] === null ? null : item !== undefined && isSame(part, wanted[part], item[part])
  return {
    description: right('description'),
    quantity: right('quantity'),
    unit_price: right('unit_price'),
    line_total: right('line_total'),
  }
}

/** Points for every part that agrees; of two alike the one that stands nearer to the same place. */
function likeness(wanted: Item, item: Item, distance: number): number {
  const right = rightParts(wanted, item)
  const points = { description: 3, quantity: 1, unit_price: 1, line_total: 2 }
  const agreed = parts.reduce((sum, part) => sum + (right[part] ? points[part] : 0), 0)
  return agreed - Math.min(0.5, 0.01 * Math.abs(distance))
}

function isSame(part: Part, wanted: string, got: string | null): boolean {
  if (got === null) return false
  if (part !== 'description') return Math.abs(Number(wanted) - Number(got)) < 0.000_05
  const [name, cell] = [lettersOf(wanted), lettersOf(got)]
  // A cell often says more than the name: the article’s number, its size, a note.
  return name === cell || (name.length >= 3 && cell.includes(name))
}

function saysOnly(wanted: string | null, got: string | null): boolean {
  return wanted === null || lettersOf(wanted) === lettersOf(got ?? '')
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
