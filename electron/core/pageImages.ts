import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { FileType } from '../../workers/model.ts'
import type { Core } from './core.ts'
import { type Item, listItemsByContent } from './db/items.ts'
import { isUnchanged } from './inspectItem.ts'
import { type Preview, parseImageId, previewFile } from './previews.ts'
import { troubleOf } from './trouble.ts'

export interface PageImage {
  readonly bytes: Uint8Array
  readonly type: 'image/webp'
}

/**
 * Gives the picture of a page: the kept one, or drawn now from a file that still has this content.
 * However many look at once, a page is drawn once. An id that is none of ours leads nowhere.
 */
export function createPageImages(core: Core): (imageId: string) => Promise<PageImage | null> {
  const drawing = new Map<string, Promise<void>>()

  return async (imageId) => {
    const id = parseImageId(imageId)
    if (!id) return null
    const file = previewFile(core.dataDir, id)
    const kept = await read(file)
    if (kept) return kept
    const drawn =
      drawing.get(imageId) ?? draw(core, id, file).finally(() => drawing.delete(imageId))
    drawing.set(imageId, drawn)
    await drawn
    return read(file)
  }
}

async function draw(
  core: Core,
  { sha256, page, rotation }: Preview,
  previewFile: string,
): Promise<void> {
  const items = listItemsByContent(core.db, sha256)
  const source = await sourceOf(items, page)
  if (!source) return
  const passwords = items.flatMap(({ batchId }) => core.passwords.of(batchId))
  try {
    await mkdir(dirname(previewFile), { recursive: true })
    await core.pool.renderPreview({ ...source, passwords, page, rotation, previewFile })
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

async function read(file: string): Promise<PageImage | null> {
  try {
    return { bytes: await readFile(file), type: 'image/webp' }
  } catch {
    return null
  }
}
