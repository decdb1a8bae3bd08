import type { PdfPageText } from '../source/pdf.ts'

export type TextLayerVerdict = { readonly trusted: boolean; readonly reason: string }

/** Fewer letters and digits than this on a page of pictures are a stamp or a page number. */
const fewLetters = 25

/** Whether a page's text layer says what the page shows, and why. */
export function judgeTextLayer({
  words,
  isPicture,
  isInvisible,
}: Omit<PdfPageText, 'size'>): TextLayerVerdict {
  const text = words.map((word) => word.text).join('')
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  // Private-use and replacement characters: the font names glyphs, not letters.
  const unreadable = text.match(/[\uFFFD\p{Co}\p{Cc}]/gu)?.length ?? 0

  if (letters === 0) return { trusted: false, reason: 'The page has no text layer.' }
  if (unreadable > 0.2 * text.length)
    return { trusted: false, reason: 'The text layer names glyphs instead of letters.' }
  if (isPicture && isInvisible)
    return { trusted: false, reason: 'The text layer is the invisible result of an earlier OCR.' }
  if (isPicture && letters < fewLetters)
    return { trusted: false, reason: 'The page is a picture with a few words over it.' }
  return { trusted: true, reason: 'The page has a text layer that reads well.' }
}
