import { cropped, type Grey, type PixelBox } from './grey.ts'
import type { Measure } from './measure.ts'
import type { Ocr, SeenWord } from './ocr.ts'
import type { Sheet } from './straighten.ts'

/** Letters in a sample: some fifty words, mostly enough to tell a language and which way is up. */
const sampleLetters = 300

/** Words of the band of a sheet where letters stand densest. `dpi` is that of the page. */
export function readSample(
  sheet: Sheet,
  { ocr, dpi, measured }: { ocr: Ocr; dpi: number; measured: Measure },
): SeenWord[] {
  const { letters, hasDarkPlaces } = measured
  const options = { dpi: dpi * sheet.factor, lightOnDark: hasDarkPlaces }
  return ocr(densestBand(sheet, letters), { segmentation: 'rows', ...options })
}

function densestBand(sheet: Sheet, letters: readonly PixelBox[]): Grey {
  const { picture, letterHeight } = sheet
  const rows = letters
    .map((box) => sheet.fromPage(box))
    .map(([, y0, , y1]) => (y0 + y1) / 2)
    .sort((a, b) => a - b)
  let [top, bottom] = [0, picture.height]
  for (let first = 0; first + sampleLetters <= rows.length; first++) {
    const [from = 0, to = 0] = [rows[first], rows[first + sampleLetters - 1]]
    if (to - from < bottom - top) [top, bottom] = [from, to]
  }
  const margin = 1.5 * letterHeight
  const [y0, y1] = [Math.floor(top - margin), Math.ceil(bottom + margin)]
  return cropped(picture, [0, y0, picture.width, y1])
}

/** Whether a page has so many letters that a sample is worth its time; else it is read at once. */
export function needsSample(letters: readonly PixelBox[]): boolean {
  return letters.length > 2.5 * sampleLetters
}
