import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { FileType } from '../../workers/model.ts'
import type { Core } from './core.ts'
import { type Item, listItemsByContent } from './db/items.ts'
import { isUnchanged } from './inspectItem.ts'
import { type Preview, previewFile } from './previews.ts'
import { troubleOf } from './trouble.ts'

/** Draws the picture of a page from any file that still has its content; without one there is none. */
export async function drawPreview(core: Core, preview: Preview): Promise<void> {
  const { sha256, page, rotation } = preview
  const file = previewFile(core.dataDir, preview)
  const items = listItemsByContent(core.db, sha256)
  const source = await sourceOf(items, page)
  if (!source) return
  const passwords = items.flatMap(({ batchId }) => core.passwords.of(batchId))
  try {
    await mkdir(dirname(file), { recursive: true })
    await core.pool.renderPreview({ ...source, passwords, page, rotation, previewFile: file })
  } catch (thrown) {
    // Damaged or gone in the meantime: the face shows the page's error instead of a picture.
    core.log('preview.failed', { page, code: troubleOf(thrown).code })
  }
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
