import type { ExportOptions } from '../../views.ts'
import type { Selection } from '../exportRecords.ts'
import { type Db, row, rows } from './open.ts'

/** A file of an export as it was written; names are those beside the main file. */
export interface WrittenFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

export interface StoredExport {
  readonly id: number
  readonly batchId: string
  readonly path: string
  /** Where it was asked for; another place where that file was open elsewhere. Null: an older Sheaf did not say. */
  readonly asked: string | null
  readonly format: string | null
  readonly documents: number
  readonly at: string
  /** As it was asked for; an older Sheaf did not say. */
  readonly options: Partial<ExportOptions>
  readonly selection: Selection | null
  readonly isPartial: boolean
  readonly files: readonly WrittenFile[]
}

/** Remembers an export, and gives its number. */
export function addExport(db: Db, written: Omit<StoredExport, 'id'>): number {
  const { options, selection, files, isPartial, ...plain } = written
  const added = row<{ id: number }>(
    db,
    `insert into exports (batch_id, path, asked, format, documents, written_at, options, selection, is_partial, files)
     values (@batchId, @path, @asked, @format, @documents, @at, @options, @selection, @isPartial, @files)
     returning id`,
    {
      ...plain,
      options: JSON.stringify(options),
      selection: selection && JSON.stringify(selection),
      isPartial: isPartial ? 1 : 0,
      files: JSON.stringify(files),
    },
  )
  if (!added) throw new Error('an export was not remembered')
  return added.id
}

const columns = `id, batch_id as batchId, path, asked, format, documents, written_at as at, options, selection,
  is_partial as isPartial, files`

type Row = Omit<StoredExport, 'options' | 'selection' | 'isPartial' | 'files'> & {
  readonly options: string
  readonly selection: string | null
  readonly isPartial: 0 | 1
  readonly files: string
}

function exportOf({ options, selection, isPartial, files, ...plain }: Row): StoredExport {
  return {
    ...plain,
    options: JSON.parse(options),
    selection: selection === null ? null : JSON.parse(selection),
    isPartial: isPartial === 1,
    files: JSON.parse(files),
  }
}

export function findExport(db: Db, id: number): StoredExport | null {
  const found = row<Row>(db, `select ${columns} from exports where id = @id`, { id })
  return found && exportOf(found)
}

/** The exports of a batch, the newest first. */
export function listExports(db: Db, batchId: string): StoredExport[] {
  return rows<Row>(
    db,
    `select ${columns} from exports where batch_id = @batchId order by id desc`,
    { batchId },
  ).map(exportOf)
}

/** Where the newest export went that was asked for in this place. */
export function newestPathFor(db: Db, batchId: string, asked: string): string | null {
  const found = row<{ path: string }>(
    db,
    `select path from exports where batch_id = @batchId and asked = @asked order by id desc limit 1`,
    { batchId, asked },
  )
  return found?.path ?? null
}
