import type { Measure } from './measure.ts'
import type { Ocr } from './ocr.ts'
import { lookAgain, type TwiceSeenWord } from './secondLook.ts'
import type { Sheet } from './straighten.ts'

/** Words of a whole sheet in px of the sheet. `dpi` is that of the page. */
export function readSheet(
  sheet: Sheet,
  { ocr, dpi, measured }: { ocr: Ocr; dpi: number; measured: Measure },
): TwiceSeenWord[] {
  const { picture, factor } = sheet
  const { letters, hasDarkPlaces } = measured
  const segmentation = picture.height > 1.6 * picture.width ? 'rows' : 'page'
  const words = ocr(picture, { segmentation, dpi: dpi * factor, lightOnDark: hasDarkPlaces })
  const onSheet = letters.map((letter) => sheet.fromPage(letter))
  return lookAgain(words, sheet, { ocr, dpi: dpi * factor, letters: onSheet })
}
