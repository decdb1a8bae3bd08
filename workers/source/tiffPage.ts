import { basename } from 'node:path'
import { AppError } from '../errors.ts'
import { refuseRemnant, restOfTiff } from './damagedPicture.ts'
import { decodePicture, type PictureSource } from './decodePicture.ts'
import { mostPages } from './pictureLimits.ts'
import type { Raster } from './raster.ts'
import { repackTiff } from './repackTiff.ts'
import type { Dpi } from './resolution.ts'
import { orientationOf } from './standUpright.ts'
import { pictureOf, tiffTags } from './takeFrame.ts'
import { type TiffFile, type TiffFrame, withTiff } from './tiffFile.ts'
import { writeTiff } from './writeTiff.ts'

/** Frames that are pages, and one for the pages behind the place where a file is cut off. */
export function countTiffPages(path: string): Promise<number> {
  return withTiff(path, mostPages + 1, async (tiff) => {
    const pages = await pagesOf(tiff)
    return pages.length + (tiff.isCutOff ? 1 : 0)
  })
}

/** A page of a TIFF, upright. Throws file_damaged, unsupported_type, page_too_large, page_timeout. */
export function renderTiffPage(path: string, page: number): Promise<Raster> {
  return withTiff(path, mostPages + 1, async (tiff) => {
    const name = { file: basename(path), page }
    const frame = (await pagesOf(tiff))[page - 1]
    if (!frame) throw new AppError('file_damaged', { file: name.file })
    const [orientation] = await tiff.valuesOf(frame, tags.orientation)
    const source: PictureSource = {
      ...{ name, input: path, place: frame.place, damage: 'refused' },
      ...{ orientation: orientationOf(orientation), dpi: await dpiOf(tiff, frame) },
    }
    const repacked = await repackTiff(name, tiff, frame)
    if (repacked === 'unknown') throw new AppError('unsupported_type', { file: name.file })
    const isQuick = !repacked && tiff.frames.length <= fewFrames
    const whole = isQuick ? await unlessDamaged(source) : null
    if (whole) return whole
    const share = await shareThere(tiff, frame)
    refuseRemnant(name, share)
    const input = repacked ?? writeTiff([await pictureOf(tiff, frame)])
    const alone = { ...source, input, place: 0 }
    // What was damaged may have been another frame.
    return (share === 1 ? await unlessDamaged(alone) : null) ?? restOfTiff(alone)
  })
}

async function unlessDamaged(source: PictureSource): Promise<Raster | null> {
  try {
    return await decodePicture(source)
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    return null
  }
}

/** sharp walks through all frames to reach one: in long files each is taken out by itself. */
const fewFrames = 50

const tags = { kind: 254, orientation: 274, dpiAcross: 282, dpiDown: 283, unit: 296 }
const [reducedKind, maskKind] = [1, 4]
const perInch = new Map([[3, 2.54]])

/** Without masks, and without the small pictures of pages that stand among them. */
async function pagesOf(tiff: TiffFile): Promise<TiffFrame[]> {
  const kinds = await Promise.all(
    tiff.frames.map(async (frame) => {
      const [kind = 0] = await tiff.valuesOf(frame, tags.kind)
      const [width = 0] = await tiff.valuesOf(frame, tiffTags.width)
      return { frame, kind, width }
    }),
  )
  const widest = Math.max(...kinds.map(({ width }) => width))
  // Some programs call every frame reduced: only a smaller one is.
  const pages = kinds.filter(
    ({ kind, width }) => !(kind & maskKind) && !(kind & reducedKind && width < widest),
  )
  return (pages.length > 0 ? pages : kinds).map(({ frame }) => frame)
}

/** A unit that is not said is taken for inches: whether that can be is judged by the page's size. */
async function dpiOf(tiff: TiffFile, frame: TiffFrame): Promise<Dpi | null> {
  const [across = 0] = await tiff.valuesOf(frame, tags.dpiAcross)
  const [down = 0] = await tiff.valuesOf(frame, tags.dpiDown)
  const [unit = 0] = await tiff.valuesOf(frame, tags.unit)
  const factor = perInch.get(unit) ?? 1
  return across > 0 && down > 0 ? [across * factor, down * factor] : null
}

/** The share of a frame's bytes that lie within the file. */
async function shareThere(tiff: TiffFile, frame: TiffFrame): Promise<number> {
  const isTiled = frame.tags.has(tiffTags.tileOffsets)
  const offsets = await tiff.valuesOf(frame, isTiled ? tiffTags.tileOffsets : tiffTags.stripOffsets)
  const lengths = await tiff.valuesOf(frame, isTiled ? tiffTags.tileLengths : tiffTags.stripLengths)
  let [whole, there] = [0, 0]
  lengths.forEach((length, i) => {
    whole += length
    there += Math.max(0, Math.min(length, tiff.size - (offsets[i] ?? tiff.size)))
  })
  return whole > 0 ? there / whole : 1
}
