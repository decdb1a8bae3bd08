import { stat } from 'node:fs/promises'
import type { FileType } from '../../workers/model.ts'
import { accessError } from '../../workers/source/accessError.ts'
import { abortable } from './abortable.ts'
import type { BatchRun } from './batchRun.ts'
import type { Core } from './core.ts'
import { saveInspection } from './db/itemProgress.ts'
import type { Item } from './db/items.ts'

/** An item whose file has been looked into. */
export interface InspectedItem extends Item {
  readonly sha256: string
  readonly type: FileType
  readonly pageCount: number
  readonly modifiedAt: number
}

/** What the file of a running item is. A file that has not changed since is not opened again. */
export async function inspectItem(
  { db, pool, passwords }: Core,
  { batch, signal, isUrgent, turn }: BatchRun,
  item: Item,
): Promise<InspectedItem> {
  const now = await fileState(item.path)
  if (isInspected(item) && isSame(item, now)) return item
  const task = { path: item.path, passwords: passwords.of(batch.id) }
  const inspection = await abortable(
    turn(() => pool.inspectFile(task, { signal, urgent: isUrgent })),
    signal,
  )
  const found = { ...inspection, modifiedAt: now.modifiedAt }
  saveInspection(db, item, found)
  return { ...item, ...found }
}

/** Whether the file is still the one that was inspected: else its pages would be kept under its name. */
export async function isUnchanged(
  item: Pick<Item, 'path' | 'size' | 'modifiedAt'>,
): Promise<boolean> {
  return isSame(item, await fileState(item.path))
}

interface FileState {
  readonly size: number
  readonly modifiedAt: number
}

async function fileState(path: string): Promise<FileState> {
  try {
    const { size, mtimeMs } = await stat(path)
    return { size, modifiedAt: mtimeMs }
  } catch (thrown) {
    throw accessError(thrown, path)
  }
}

function isSame(item: Pick<Item, 'size' | 'modifiedAt'>, now: FileState): boolean {
  return item.size === now.size && item.modifiedAt === now.modifiedAt
}

/** Whether the file has been looked into. */
export function isInspected(item: Item): item is InspectedItem {
  return item.sha256 !== null
}
