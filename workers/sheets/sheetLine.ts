/** What stands in one cell of a sheet that a person may have changed; an empty one is left out. */
export type SheetValue =
  | {
      readonly kind: 'text'
      readonly text: string
      /** Of CSV, which has no types: figures that nothing keeps as the text that they are. */
      readonly mayBeNumber?: boolean
    }
  /** Dates are numbers, too: days as Excel counts them since 1900. */
  | {
      readonly kind: 'number'
      readonly number: number
      readonly shownAs: 'number' | 'date' | 'percent'
    }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `#REF!`, or a formula that no program has worked out. */
  | { readonly kind: 'error'; readonly text: string }

export type SheetRow = Readonly<Record<string, SheetValue>>

/** Sheets of ours with values that a person corrects. */
export type SheetKind = 'documents' | 'line_items' | 'tax_breakdown'

/**
 * An export that came back, laid down line by line: a sheet with its columns, and then its rows. What the sheet Run
 * says comes as a line of its own, wherever it stands.
 */
export type SheetLine =
  | {
      readonly kind: 'sheet'
      readonly sheet: SheetKind
      readonly columns: readonly string[]
      /** Of CSV: how its numbers are written. */
      readonly decimalMark: '.' | ','
    }
  | { readonly kind: 'row'; readonly number: number; readonly cells: SheetRow }
  | { readonly kind: 'run'; readonly properties: Readonly<Record<string, string>> }

export interface ReadSheetsTask {
  readonly path: string
  /** Where the lines are laid down, one JSON a line. */
  readonly linesFile: string
}

/** What a table with these columns is to us; null: nothing that could come back. */
export function sheetKindOf(columns: readonly string[], name: string): SheetKind | 'run' | null {
  const has = (...names: readonly string[]) => names.every((column) => columns.includes(column))
  if (has('property', 'value')) return 'run'
  if (has('document_id', 'batch_id')) return 'documents'
  if (has('document_id', 'row', 'file_index')) return rowsOf(name)
  return null
}

function rowsOf(name: string): SheetKind {
  return /tax.breakdown/i.test(name) ? 'tax_breakdown' : 'line_items'
}
