import type { ColumnLayout, LayoutColumn, LayoutSources } from '../electron/views.ts'

/** A column with what keeps it apart from the others while it is edited. */
export interface LayoutColumnDraft extends LayoutColumn {
  readonly key: string
  /** Of a sample: nobody knew what it shows, and no person has said so yet. */
  readonly isUnmatched: boolean
}

export interface LayoutDraft extends Omit<ColumnLayout, 'columns'> {
  readonly columns: readonly LayoutColumnDraft[]
}

export type LayoutSource = LayoutColumn['source']

/** A layout to edit; `unmatched`: places of columns that nobody knew. */
export function layoutDraftOf(
  layout: ColumnLayout,
  unmatched: readonly number[] = [],
): LayoutDraft {
  return {
    ...layout,
    columns: layout.columns.map((column, at) => ({
      ...{ ...column, key: `column-${at}`, isUnmatched: unmatched.includes(at) },
    })),
  }
}

/** What is kept of a draft. */
export function layoutOf({ columns, ...layout }: LayoutDraft): ColumnLayout {
  return {
    ...layout,
    columns: columns.map(({ key: _, isUnmatched: __, ...column }) => column),
  }
}

/** What a new layout begins with: the file, and what its documents have. */
export function newLayout({ fields }: LayoutSources): LayoutDraft {
  const here = fields.filter(({ isHere }) => isHere)
  return layoutDraftOf({
    ...{ name: '', rows: 'documents', header: true, unread: false },
    columns: [
      blankColumn({ kind: 'property', name: 'filename' }, 'File name'),
      ...here.map(({ name, label }) => blankColumn({ kind: 'field', name, otherwise: [] }, label)),
    ],
  })
}

function blankColumn(source: LayoutSource, header: string): LayoutColumn {
  return { source, header, date: null, number: null, sign: 'as_is' }
}

/** A draft with one column more, at its end. */
export function withNewColumn(
  draft: LayoutDraft,
  source: LayoutSource,
  header: string,
): LayoutDraft {
  const numbers = draft.columns.map(({ key }) => Number(key.split('-')[1]))
  const key = `column-${Math.max(-1, ...numbers) + 1}`
  const column = { ...blankColumn(source, header), key, isUnmatched: false }
  return { ...draft, columns: [...draft.columns, column] }
}

/** A draft with something of a column changed; whoever says what it shows knows what it is. */
export function withColumn(
  draft: LayoutDraft,
  key: string,
  change: Partial<LayoutColumn>,
): LayoutDraft {
  const isSaid = change.source !== undefined
  return {
    ...draft,
    columns: draft.columns.map((column) =>
      column.key === key
        ? { ...column, ...change, isUnmatched: column.isUnmatched && !isSaid }
        : column,
    ),
  }
}

/** The rows with one of them in the place of another. */
export function placedAt<T extends { readonly key: string }>(
  rows: readonly T[],
  key: string,
  other: string,
): readonly T[] {
  const row = rows.find((one) => one.key === key)
  const to = rows.findIndex((one) => one.key === other)
  if (!row || to < 0) return rows
  return rows.filter((one) => one !== row).toSpliced(to, 0, row)
}

/** A layout whose rows are documents has no columns of line items: those go. */
export function withRows(draft: LayoutDraft, rows: ColumnLayout['rows']): LayoutDraft {
  if (rows === 'line_items') return { ...draft, rows }
  const columns = draft.columns.filter(({ source }) => source.kind !== 'item')
  return { ...draft, rows, columns }
}
