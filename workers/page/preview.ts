import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { threadId } from 'node:worker_threads'
import sharp from 'sharp'
import { AppError } from '../errors.ts'
import type { Turn } from '../model.ts'
import type { Raster } from '../source/raster.ts'

/** Long side of a preview in px: sharp enough to read 8 pt type on screen. */
export const previewSide = 1800

/**
 * Writes the picture of a page that a person will see, turned clockwise by `rotation`, as WebP (or, by its name, PNG),
 * beside its name and then renamed. Throws disk_full.
 */
export async function writePreview(
  raster: Raster,
  file: string,
  rotation: Turn,
  longSide = previewSide,
): Promise<void> {
  const { pixels, width, height, channels } = raster
  const unfinished = `${file}.${process.pid}-${threadId}.part`
  try {
    await mkdir(dirname(file), { recursive: true })
    const picture = sharp(pixels, { raw: { width, height, channels } })
      .flatten({ background: 'white' })
      .rotate(rotation)
      .resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true })
    const encoded = file.endsWith('.png')
      ? picture.png({ compressionLevel: 6 })
      : picture.webp({ quality: 72, effort: 2 })
    // Written by sharp, a full disk would be an error without a code.
    await writeFile(unfinished, await encoded.toBuffer())
    await rename(unfinished, file)
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null
    throw code === 'ENOSPC' || code === 'EDQUOT' ? new AppError('disk_full', {}, thrown) : thrown
  } finally {
    await rm(unfinished, { force: true })
  }
}
