import { readFile } from 'node:fs/promises'
import type { Core } from './core.ts'
import { drawPreview } from './drawPreview.ts'
import { imageIdOf, parseImageId, previewFile } from './previews.ts'

export interface PageImage {
  readonly bytes: Uint8Array
  readonly type: 'image/webp'
}

export interface PageImages {
  /**
   * The picture of a page: the kept one, or drawn now from a file that still has this content. An id that is none
   * of ours leads nowhere.
   */
  see(imageId: string): Promise<PageImage | null>
  /** Draws it for whoever may look later; those who look now go before it. */
  draw(imageId: string): Promise<void>
}

/** However many look at once, a page is drawn once. */
export function createPageImages(core: Core): PageImages {
  const drawing = new Map<string, Promise<void>>()

  async function draw(imageId: string, urgent: boolean): Promise<void> {
    const id = parseImageId(imageId)
    if (!id) return
    const drawn =
      drawing.get(imageId) ??
      drawPreview(core, id, { urgent }).finally(() => drawing.delete(imageId))
    drawing.set(imageId, drawn)
    await drawn
  }

  async function see(imageId: string): Promise<PageImage | null> {
    const id = parseImageId(imageId)
    if (!id) return null
    const file = previewFile(core.dataDir, id)
    const kept = await read(file)
    if (kept) return kept
    await draw(imageId, true)
    const drawn = await read(file)
    if (drawn || id.size !== 'large') return drawn
    // Its file is gone: the picture to read may be kept still.
    const { size: _, ...usual } = id
    return see(imageIdOf(usual))
  }

  return {
    see,
    draw: (imageId) => draw(imageId, false),
  }
}

async function read(file: string): Promise<PageImage | null> {
  try {
    return { bytes: await readFile(file), type: 'image/webp' }
  } catch {
    return null
  }
}
