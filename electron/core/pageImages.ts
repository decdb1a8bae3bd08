import { readFile } from 'node:fs/promises'
import type { Core } from './core.ts'
import { drawPreview } from './drawPreview.ts'
import { parseImageId, previewFile } from './previews.ts'

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
      drawing.get(imageId) ?? drawPreview(core, id).finally(() => drawing.delete(imageId))
    drawing.set(imageId, drawn)
    await drawn
    return read(file)
  }
}

async function read(file: string): Promise<PageImage | null> {
  try {
    return { bytes: await readFile(file), type: 'image/webp' }
  } catch {
    return null
  }
}
