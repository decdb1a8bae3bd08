import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { threadId } from 'node:worker_threads'
import sharp from 'sharp'
import type { Turn } from '../model.ts'
import type { Raster } from '../source/raster.ts'

/** Long side of a preview in px: sharp enough to read 8 pt type on screen. */
export const previewSide = 1800

/** Writes the picture of a page that a person will see, turned clockwise by `rotation`, as WebP (or, by its name, PNG), beside its name and then renamed. */
export async function writePreview(
  raster: Raster,
  file: string,
  rotation: Turn,
  longSide = previewSide,
): Promise<void> {
  const { pixels, width, height, channels } = raster
  await mkdir(dirname(file), { recursive: true })
  const unfinished = `${file}.${process.pid}-${threadId}.part`
  try {
    const picture = sharp(pixels, { raw: { width, height, channels } })
      .flatten({ background: 'white' })
      .rotate(rotation)
      .resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true })
    const encoded = file.endsWith('.png')
      ? picture.png({ compressionLevel: 6 })
      : picture.webp({ quality: 72, effort: 2 })
    await encoded.toFile(unfinished)
    await rename(unfinished, file)
  } finally {
    await rm(unfinished, { force: true })
  }
}
