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

/** What is left of a JPEG, on white. Throws file_damaged. */
export function restOfJpeg(source: PictureSource): Promise<Raster> {
  return restOf(source, leastShare)
}

/** What can be decoded of a frame whose strips are there but damaged, on white. Throws file_damaged. */
export function restOfTiff(source: PictureSource): Promise<Raster> {
  // White paper without words may be the end of a fax, too: only nothing at all is too little.
  return restOf(source, Number.EPSILON)
}

/** The rows that a decoder has not got any more are of one grey or black. */
async function restOf(source: PictureSource, least: number): Promise<Raster> {
  const raster = await decodePicture({ ...source, orientation: 1, damage: 'passed' })
  const { pixels, channels } = raster
  const last = Buffer.from(pixels.subarray(pixels.length - channels))
  const end = endOfPicture(raster, (at) => last.every((value, i) => pixels[at + i] === value))
  if (end < pixels.length * least) refuseRemnant(source.name, 0)
  pixels.fill(255, end)
  return { ...raster, ...(await standUpright(raster, source.orientation)), isIncomplete: true }
}

/** What is left of a PNG, WEBP or GIF: the rows that it has lost are transparent. Throws file_damaged. */
export async function restOfPicture(
  path: string,
  size: { readonly width: number; readonly height: number },
  source: PictureSource,
): Promise<Raster> {
  const input = await decodeWithCanvas(source.name, await readFile(path), size)
  const end = endOfPicture(input, (at) => input.pixels[at + 3] === 0)
  refuseRemnant(source.name, end / input.pixels.length)
  return { ...(await decodePicture({ ...source, input })), isIncomplete: true }
}

/** Where the pixels at the foot begin that are all lost. */
function endOfPicture({ pixels, channels }: Pixels, isLost: (at: number) => boolean): number {
  let at = pixels.length - channels
  while (at >= 0 && isLost(at)) at -= channels
  return at + channels
}
