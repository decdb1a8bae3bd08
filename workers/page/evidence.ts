import type { PixelBox } from './grey.ts'
import type { SeenWord } from './ocr.ts'

/** How much of what was read is surely language: words of the dictionary and numbers, read with confidence. */
export interface Evidence {
  /** Letters and figures in such words. */
  readonly letters: number
  /** Their share of all that was read, 0 to 1. */
  readonly share: number
}

/**
 * On our pages 32 to 99 of a hundred letters are in such words when the page stands upright, and at most
 * 10 when it lies on its side or its head.
 */
export function evidenceOf(words: readonly SeenWord[]): Evidence {
  let [sure, all] = [0, 0]
  for (const { text, box, confidence, isKnown } of words) {
    all += text.length
    const tells = isKnown ? text.length > 1 : /\d{2}/.test(text)
    if (tells && confidence >= 0.7 && !runsDown(text, box)) sure += text.length
  }
  return { letters: sure, share: all ? sure / all : 0 }
}

/** The OCR reads lines that run down the page, too: a page of them lies on its side. */
function runsDown(text: string, [x0, y0, x1, y1]: PixelBox): boolean {
  return text.length > 2 && y1 - y0 > x1 - x0
}
