import { access, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { FileType } from '../../workers/model.ts'
import type { RenderPreviewTask } from '../../workers/tasks.ts'
import type { Core } from './core.ts'
import { type Item, listItemsByContent } from './db/items.ts'
import { isUnchanged } from './inspectItem.ts'
import type { WorkOptions } from './pool.ts'
import { longSides, type Preview, previewFile } from './previews.ts'
import { troubleOf } from './trouble.ts'

/** Draws the picture of a page from any file that still has its content; without one there is none. */
export async function drawPreview(
  core: Core,
  preview: Preview,
  options: WorkOptions = {},
): Promise<void> {
  const { page } = preview
  const file = previewFile(core.dataDir, preview)
  const drawing = (await fromLarger(core, preview)) ?? (await fromFile(core, preview))
  if (!drawing) return
  const longSide = preview.size && longSides[preview.size]
  try {
    await mkdir(dirname(file), { recursive: true })
    await core.pool.renderPreview({ ...drawing, previewFile: file, longSide }, options)
  } catch (thrown) {
    // Damaged or gone in the meantime: the face shows the page's error instead of a picture.
    core.log('preview.failed', { page, code: troubleOf(thrown).code })
  }
}

type Drawing = Omit<RenderPreviewTask, 'previewFile' | 'longSide'>

/** A small picture is made of the one to read, where that was drawn already. */
async function fromLarger({ dataDir }: Core, preview: Preview): Promise<Drawing | null> {
  if (preview.size !== 'small') return null
  const { sha256, page, rotation } = preview
  const path = previewFile(dataDir, { sha256, page, rotation })
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  return isThere ? { path, type: 'webp', passwords: [], page: 1, rotation: 0 } : null
}

async function fromFile(core: Core, { sha256, page, rotation }: Preview): Promise<Drawing | null> {
  const items = listItemsByContent(core.db, sha256)
  const source = await sourceOf(items, page)
  const passwords = items.flatMap(({ batchId }) => core.passwords.of(batchId))
  return source && { ...source, passwords, page, rotation }
}

async function sourceOf(
  items: readonly Item[],
  page: number,
): Promise<{ path: string; type: FileType } | null> {
  for (const { path, type, ...item } of items) {
    if (!type || page > (item.pageCount ?? 0)) continue
    if (await isUnchanged({ path, ...item }).catch(() => false)) return { path, type }
  }
  return null
}
