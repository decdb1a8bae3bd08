import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
} from '@tanstack/react-table'
import type { ReactNode } from 'react'
import type { DocumentRow } from '../electron/views.ts'
import { Confidence } from './components/Confidence.tsx'
import { FoundPlace } from './components/FoundPlace.tsx'
import { StatusChip } from './components/StatusChip.tsx'
import { durationOf } from './format.ts'
import { counted, statusOrder, titleOf } from './words.ts'

export const documentTableFeatures = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic },
})

const column = createColumnHelper<typeof documentTableFeatures, DocumentRow>()

/** What each column is sorted by. */
const documentColumns = column.columns([
  column.accessor('index', { header: '#', sortFn: 'basic' }),
  column.accessor('filename', { header: 'Document', sortFn: 'alphanumeric' }),
  column.accessor((row) => statusOrder.indexOf(row.status), {
    id: 'status',
    header: 'Status',
    sortFn: 'basic',
  }),
  column.accessor((row) => row.type ?? undefined, {
    id: 'type',
    header: 'Type',
    sortFn: 'alphanumeric',
    sortUndefined: 'last',
  }),
  column.accessor((row) => row.confidence ?? undefined, {
    id: 'confidence',
    header: 'Confidence',
    sortFn: 'basic',
    sortDescFirst: false,
    sortUndefined: 'last',
  }),
  column.accessor((row) => (row.documentId ? row.reviewFields : undefined), {
    id: 'doubtful',
    header: 'Doubtful',
    sortFn: 'basic',
    sortUndefined: 'last',
  }),
  column.accessor((row) => row.pageCount ?? undefined, {
    id: 'pages',
    header: 'Pages',
    sortFn: 'basic',
    sortUndefined: 'last',
  }),
  column.accessor((row) => row.seconds ?? undefined, {
    id: 'seconds',
    header: 'Time',
    sortFn: 'basic',
    sortUndefined: 'last',
  }),
  column.accessor((row) => row.error?.message ?? noteOf(row), {
    id: 'note',
    header: 'What to look at',
    sortFn: 'alphanumeric',
  }),
])

/** What each column shows of a document. */
export const documentCells: Readonly<Record<string, (row: DocumentRow) => ReactNode>> = {
  index: ({ index }) => index + 1,
  filename: ({ filename, path }) => <span title={path}>{filename}</span>,
  status: ({ status }) => <StatusChip status={status} />,
  type: ({ type }) => type && titleOf(type),
  confidence: ({ confidence }) => confidence !== null && <Confidence value={confidence} />,
  doubtful: ({ documentId, reviewFields }) => documentId && reviewFields,
  pages: ({ pageCount }) => pageCount,
  seconds: ({ seconds }) => seconds !== null && durationOf(seconds),
  note: (row) => (
    <FoundPlace row={row}>
      <span
        title={row.error?.message}
        // What a person cancelled is nothing that went wrong.
        data-error={(row.error !== null && row.status !== 'cancelled') || undefined}
      >
        {row.error?.message ?? noteOf(row)}
      </span>
    </FoundPlace>
  ),
}

/** What each column is called where one chooses among them; the name of the document is always there. */
export const columnTitles = {
  index: 'Number',
  status: 'Status',
  type: 'Type',
  confidence: 'Confidence',
  doubtful: 'Doubtful fields',
  pages: 'Pages',
  seconds: 'Time',
  note: 'What to look at',
} as const

/** The columns that are left when some are hidden. */
export function columnsWithout(hidden: readonly string[]) {
  return documentColumns.filter((column) => {
    const id = 'accessorKey' in column ? column.accessorKey : column.id
    return id === 'filename' || !hidden.includes(String(id))
  })
}

function noteOf(row: DocumentRow): string {
  const missing = missingNote(row)
  if (missing && row.status !== 'running') return missing
  if (row.status === 'needs_review')
    return row.reviewFields > 0 ? counted(row.reviewFields, 'field') : 'The document as a whole'
  if (row.status === 'running' && row.pageCount && row.pageCount > 1)
    return `Page ${Math.min(row.pagesDone + 1, row.pageCount)} of ${row.pageCount}`
  return ''
}

/** A document with a page missing says so, also when a person has approved it. */
function missingNote({ missingPages }: DocumentRow): string {
  if (missingPages.length === 0) return ''
  if (missingPages.length === 1) return `Page ${missingPages[0]} is missing`
  return `Pages ${missingPages.join(', ')} are missing`
}
