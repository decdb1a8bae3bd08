import type { LayoutSources } from '../electron/views.ts'
import type { LayoutSource } from './layoutDraft.ts'
import { sourceKey } from './layoutWords.ts'

interface Option {
  readonly value: string
  readonly label: string
}
interface Group {
  readonly group: string
  readonly items: Option[]
}

/** What a column can show, in groups for a list; what documents of the batch do not have comes after the rest. */
export function sourceOptions(
  { fields, items, properties }: LayoutSources,
  { hasItems, chosen }: { readonly hasItems: boolean; readonly chosen: LayoutSource | null },
): Group[] {
  const optionsOf = (kind: 'field' | 'item' | 'property', list: readonly Named[]): Option[] =>
    list.map(({ name, label }) => ({ value: `${kind}:${name}`, label }))
  const here = fields.filter(({ isHere }) => isHere)
  const away = fields.filter(({ isHere }) => !isHere)
  const groups: readonly Group[] = [
    { group: 'Fields of the document', items: optionsOf('field', here) },
    { group: 'Line items', items: hasItems ? optionsOf('item', items) : [] },
    { group: 'About the document', items: optionsOf('property', properties) },
    { group: 'Other', items: [{ value: 'constant:', label: 'The same text in every row' }] },
    { group: 'Fields of other documents', items: optionsOf('field', away) },
  ]
  const key = chosen && sourceKey(chosen)
  const isListed = groups.some((group) => group.items.some(({ value }) => value === key))
  // A list that lacks what is chosen would show something else as chosen.
  const stray =
    chosen && chosen.kind !== 'constant' && key !== null && !isListed
      ? [{ group: 'Not known here', items: [{ value: key, label: chosen.name }] }]
      : []
  return [...stray, ...groups.filter((group) => group.items.length > 0)]
}

type Named = Pick<LayoutSources['properties'][number], 'name' | 'label'>
