import type { PixelBox } from './grey.ts'
import type { Ocr } from './ocr.ts'
import { lookAgain, type TwiceSeenWord } from './secondLook.ts'
import type { Sheet } from './straighten.ts'

/** Words of a whole sheet in px of the sheet. `dpi` is that of the page, `letters` in px of the page. */
export function readSheet(
  sheet: Sheet,
  { ocr, dpi, letters }: { ocr: Ocr; dpi: number; letters: readonly PixelBox[] },
): TwiceSeenWord[] {
  const { picture, factor } = sheet
  const segmentation = picture.height > 1.6 * picture.width ? 'rows' : 'page'
  const words = ocr(picture, { segmentation, dpi: dpi * factor })
  const onSheet = letters.map((letter) => sheet.fromPage(letter))
  return lookAgain(words, sheet, { ocr, dpi: dpi * factor, letters: onSheet })
}
