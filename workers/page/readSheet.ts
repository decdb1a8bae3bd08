import type { Ocr, SeenWord } from './ocr.ts'
import type { Sheet } from './straighten.ts'

/** Words of a whole sheet in px of the sheet. `dpi` is that of the page. */
export function readSheet({ picture, factor }: Sheet, ocr: Ocr, dpi: number): SeenWord[] {
  const segmentation = picture.height > 1.6 * picture.width ? 'rows' : 'page'
  return ocr(picture, { segmentation, dpi: dpi * factor })
}
