import { AppError } from '../errors.ts'

/** What a page is called in the sentence of an error. */
export interface PageName {
  readonly file: string
  /** Counted from 1. */
  readonly page: number
}

/** Files with more pages are refused: reading them would take a day. */
export const mostPages = 10_000

/** Beyond this nothing is opened: 45,000 px square, which takes half a minute to run through. */
const mostPixels = 2_000_000_000
/** A picture with more pixels than an A4 sheet at 600 dpi comes out smaller; the OCR shrinks it anyway. */
const wholePixels = 40_000_000
/** What is left of it: A4 at 500 dpi. */
const shrunkPixels = 25_000_000
/** Memory that a decoder which holds its whole picture may take for the while. */
const decodingBytes = 900_000_000

/**
 * Throws page_too_large for a picture that cannot be decoded in bounded memory and time. `bytesPerPixel`:
 * memory that the decoder takes for each pixel of the file; 0 when it runs through row by row.
 */
export function refuseHugePicture(name: PageName, pixels: number, bytesPerPixel: number): void {
  if (pixels > mostPixels || pixels * bytesPerPixel > decodingBytes)
    throw new AppError('page_too_large', { ...name })
}

/** Width and height to decode a picture to, in px: its own, or less where it is huge. */
export function decodedSize(width: number, height: number): [width: number, height: number] {
  const pixels = width * height
  const factor = pixels > wholePixels ? Math.sqrt(shrunkPixels / pixels) : 1
  return [Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor))]
}
