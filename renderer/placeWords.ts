import type { TemplateField } from '../workers/template.ts'

export type Where = NonNullable<TemplateField['where']>
/** [left, top, right, bottom] as shares of the page. */
export type Area = NonNullable<Where['box']>

export const pageChoices: readonly { value: Where['pages']; label: string }[] = [
  { value: 'any', label: 'On any page' },
  { value: 'first', label: 'On the first page' },
  { value: 'last', label: 'On the last page' },
]

/** Parts of a page that need no drawing. */
export const areas: readonly { name: string; words: string; box: Area | null }[] = [
  { name: 'all', words: 'Anywhere on it', box: null },
  { name: 'upper', words: 'In the upper third', box: [0, 0, 1, 0.34] },
  { name: 'middle', words: 'In the middle third', box: [0, 0.33, 1, 0.67] },
  { name: 'lower', words: 'In the lower third', box: [0, 0.66, 1, 1] },
  { name: 'left', words: 'In the left half', box: [0, 0, 0.5, 1] },
  { name: 'right', words: 'In the right half', box: [0.5, 0, 1, 1] },
]

/** The part of the page that a box is, or `drawn`. */
export function areaOf(box: Area | null): string {
  return areas.find((area) => area.box?.join() === box?.join())?.name ?? 'drawn'
}

/** “On the first page, in the upper third”; null where nothing is said. */
export function placeWords(where: Where | null): string | null {
  if (where === null) return null
  const page = pageChoices.find(({ value }) => value === where.pages)?.label ?? ''
  const name = areaOf(where.box)
  if (name === 'all') return page
  const area = areas.find((other) => other.name === name)?.words ?? 'In an area of your own'
  return `${page}, ${area.charAt(0).toLowerCase()}${area.slice(1)}`
}

/** Any page and anywhere on it says nothing. */
export function whereOf(pages: Where['pages'], box: Area | null): Where | null {
  return pages === 'any' && box === null ? null : { pages, box }
}

const step = 0.01
const least = 0.02

/** The area moved by a step, or (`isSize`) with its lower right corner moved; it stays on the page. */
export function nudged(
  [left, top, right, bottom]: Area,
  [x, y]: readonly [number, number],
  isSize: boolean,
): Area {
  const round = (share: number) => Math.round(share * 1000) / 1000
  const within = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to)
  if (isSize)
    return [
      ...([left, top] as const),
      round(within(right + x * step, left + least, 1)),
      round(within(bottom + y * step, top + least, 1)),
    ]
  const dx = within(x * step, -left, 1 - right)
  const dy = within(y * step, -top, 1 - bottom)
  return [round(left + dx), round(top + dy), round(right + dx), round(bottom + dy)]
}
