import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { FileType } from '../../workers/model.ts'
import type { Core } from './core.ts'
import { type Item, listItemsByContent } from './db/items.ts'
import { isUnchanged } from './inspectItem.ts'
import { parseImageId, previewFile } from './previews.ts'

export interface PageImage {
  readonly bytes: Uint8Array
  readonly type: 'image/webp'
}

/**
 * The picture of a page: the kept one, or drawn now from a file that still has this content.
 * An id that is none of ours leads nowhere.
 */
export async function pageImage(core: Core, imageId: string): Promise<PageImage | null> {
  const id = parseImageId(imageId)
  if (!id) return null
  const preview = previewFile(core.dataDir, id.sha256, id.page)
  const kept = await read(preview)
  if (kept) return kept
  const source = await sourceOf(listItemsByContent(core.db, id.sha256), id.page)
  if (!source) return null
  try {
    await mkdir(dirname(preview), { recursive: true })
    const { path, type } = source
    await core.pool.renderPreview({ path, type, page: id.page, previewFile: preview })
    return await read(preview)
  } catch {
    // Damaged or gone in the meantime: the face shows the page's error instead of a picture.
    return null
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

async function read(file: string): Promise<PageImage | null> {
  try {
    return { bytes: await readFile(file), type: 'image/webp' }
  } catch {
    return null
  }
}
