import type { DocumentRow } from '../electron/views.ts'

/** What can be done with rows of a table together, and with how many of them. */
export interface Selection {
  readonly rows: number
  readonly documentIds: readonly string[]
  /** Documents that a person can approve. */
  readonly doubtful: readonly string[]
  /** Files that failed or were cancelled. */
  readonly unread: readonly number[]
  /** Files of which every document is selected, and that nobody reads at the moment. */
  readonly removable: readonly number[]
  /** Files with documents that are not selected: they are not taken out in part. */
  readonly partly: number
  readonly running: number
  /** Files that were taken out of the batch before. */
  readonly removed: readonly number[]
  /** Files without documents, for an export. */
  readonly itemIds: readonly number[]
}

/** `all` are the rows of the batch, whatever is in sight. */
export function selectionOf(
  selected: readonly DocumentRow[],
  all: readonly DocumentRow[],
): Selection {
  const documentsOf = new Map<number, number>()
  if (selected.length > 0)
    for (const { itemId } of all) documentsOf.set(itemId, (documentsOf.get(itemId) ?? 0) + 1)
  for (const { itemId } of selected) documentsOf.set(itemId, (documentsOf.get(itemId) ?? 1) - 1)
  const files = [...new Map(selected.map((row) => [row.itemId, row])).values()]
  const idsOf = (rows: readonly DocumentRow[]) => rows.map(({ itemId }) => itemId)
  const still = files.filter((row) => !isRemoved(row))
  const whole = still.filter(({ itemId }) => documentsOf.get(itemId) === 0)
  return {
    rows: selected.length,
    documentIds: selected.flatMap(({ documentId }) => documentId ?? []),
    doubtful: selected
      .filter(({ status }) => status === 'needs_review')
      .flatMap(({ documentId }) => documentId ?? []),
    unread: idsOf(files.filter(({ status }) => status === 'failed' || status === 'cancelled')),
    removable: idsOf(whole.filter(({ status }) => status !== 'running')),
    partly: still.length - whole.length,
    running: files.filter(({ status }) => status === 'running').length,
    removed: idsOf(files.filter(isRemoved)),
    itemIds: idsOf(files.filter(({ documentId }) => documentId === null)),
  }
}

function isRemoved({ status, error }: DocumentRow): boolean {
  return status === 'skipped' && error?.code === 'removed'
}
