import type { Input } from '../electron/contract.ts'
import type { DocumentView } from '../electron/views.ts'
import { type Command, isPress } from './shortcuts.ts'

export type RowEdit = Input<'document.editRows'>['edit']
type Table = DocumentView['tables'][number]

/** A cell where a row is edited, and the caret in it. */
export interface RowPlace {
  readonly row: number
  readonly column: string
  /** What stands before the caret; null where nothing is typed into the cell. */
  readonly before: string | null
}

/** Every way to edit a row, by its command: the edit, and its words in a menu. */
export const rowEdits = {
  'row.add': { words: 'Add a row below', edit: ({ row }) => ({ kind: 'add', after: row }) },
  'row.split': { words: 'Split the row', edit: ({ row, ...at }) => split(row, at) },
  'row.merge': { words: 'Merge with next', edit: ({ row }) => ({ kind: 'merge', row }) },
  'row.delete': { words: 'Delete the row', edit: ({ row }) => ({ kind: 'delete', row }) },
} as const satisfies Partial<
  Record<Command, { readonly words: string; readonly edit: (place: RowPlace) => RowEdit }>
>

export type RowCommand = keyof typeof rowEdits
export const rowCommands = Object.keys(rowEdits) as readonly RowCommand[]

/** The edit of a row that a key press asks for. */
export function rowCommandOf(event: KeyboardEvent): RowCommand | undefined {
  return rowCommands.find((command) => isPress(event, command))
}

/** Before the word at the caret; at either end of a cell, or without one, where its lines part. */
function split(row: number, { column, before }: Omit<RowPlace, 'row'>): RowEdit {
  const word = before?.trim().split(/\s+/).filter(Boolean).length ?? 0
  return { kind: 'split', row, at: word === 0 ? null : { column, word } }
}

/** The cell that should have the keyboard when a row was edited: of the same column, where it now is. */
export function cellAfter(
  table: Table | undefined,
  command: RowCommand,
  { row, column }: RowPlace,
) {
  const at = command === 'row.add' ? row + 1 : Math.min(row, (table?.rows.length ?? 0) - 1)
  const cells = table?.rows[at]
  if (command !== 'row.add') return cells?.[column] ?? Object.values(cells ?? {})[0]
  const first = table?.columns.find(({ name }) => cells?.[name])
  return first && cells?.[first.name]
}
