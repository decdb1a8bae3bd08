import sharp from 'sharp'
import type { Turn } from '../model.ts'
import type { Raster } from './raster.ts'

/** How the rows and columns of a picture lie, in the numbers of TIFF and EXIF. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** What a file says of its orientation; 0, 9 and other slips mean upright. */
export function orientationOf(value: number | undefined): Orientation {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 8
    ? (value as Orientation)
    : 1
}

/** Whether left and right change places first, and the clockwise turn that follows. */
const steps: Readonly<Record<Orientation, readonly [isMirrored: boolean, turn: Turn]>> = {
  1: [false, 0],
  2: [true, 0],
  3: [false, 180],
  4: [true, 180],
  5: [true, 270],
  6: [false, 90],
  7: [true, 90],
  8: [false, 270],
}

/** A picture as it lies in its file. */
export type Pixels = Pick<Raster, 'pixels' | 'width' | 'height' | 'channels'>

/** The pixels as the page is meant to be looked at. */
export async function standUpright(lying: Pixels, orientation: Orientation): Promise<Pixels> {
  if (orientation === 1) return lying
  const { pixels, width, height, channels } = lying
  const [isMirrored, turn] = steps[orientation]
  // sharp mirrors before it turns, whatever the order of the calls.
  const { data, info } = await sharp(pixels, { raw: { width, height, channels } })
    .flop(isMirrored)
    .rotate(turn)
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { pixels: data, width: info.width, height: info.height, channels }
}
