import { readFile } from 'node:fs/promises'
import { AppError } from '../errors.ts'
import { decodeWithCanvas } from './bitmap.ts'
import { decodePicture, type PictureSource } from './decodePicture.ts'
import type { PageName } from './pictureLimits.ts'
import type { Raster } from './raster.ts'
import { type Pixels, standUpright } from './standUpright.ts'

/** Less than half a page is not worth reading: its sums and dates would stand alone. */
const leastShare = 0.5

/** Throws file_damaged when too little of a picture is left; `share` is 1 for the whole. */
export function refuseRemnant({ file }: PageName, share: number): void {
  if (!(share >= leastShare)) throw new AppError('file_damaged', { file })
}

/** What is left of a JPEG: the rows that it has lost are of one grey. Throws file_damaged. */
export async function restOfJpeg(source: PictureSource): Promise<Raster> {
  const raster = await decodePicture({ ...source, orientation: 1, damage: 'passed' })
  const { pixels, channels } = raster
  const last = pixels.subarray(pixels.length - channels)
  const isLast = (at: number) => last.every((value, i) => pixels[at + i] === value)
  refuseRemnant(source.name, shareAbove(raster, isLast))
  return { ...raster, ...(await standUpright(raster, source.orientation)), isIncomplete: true }
}

/** What is left of a PNG, WEBP or GIF: the rows that it has lost are transparent. Throws file_damaged. */
export async function restOfPicture(
  path: string,
  size: { readonly width: number; readonly height: number },
  source: PictureSource,
): Promise<Raster> {
  const input = await decodeWithCanvas(source.name, await readFile(path), size)
  refuseRemnant(
    source.name,
    shareAbove(input, (at) => input.pixels[at + 3] === 0),
  )
  return { ...(await decodePicture({ ...source, input })), isIncomplete: true }
}

/** The share of rows above those at the foot all of whose pixels are lost. */
function shareAbove({ pixels, height, channels }: Pixels, isLost: (at: number) => boolean): number {
  let at = pixels.length - channels
  while (at >= 0 && isLost(at)) at -= channels
  return Math.ceil(((at + channels) / pixels.length) * height) / height
}
