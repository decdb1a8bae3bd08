import type { Box } from '../model.ts'
import type { PdfPageText } from '../source/pdf.ts'
import { areaOf } from '../source/pdfGeometry.ts'
import type { LayerWord } from '../source/pdfWords.ts'
import { mergedBoxes } from '../source/unreadPictures.ts'
import { readsLikeLanguage } from './readsLikeLanguage.ts'

/** Which words of a page to keep and where to read anew, with the reason for the person who asks. */
export type TextLayerVerdict =
  | { readonly kind: 'trusted'; readonly reason: string }
  | { readonly kind: 'untrusted'; readonly reason: string }
  | {
      readonly kind: 'partial'
      readonly reason: string
      /** What OCR has to read: points of the upright page. */
      readonly regions: readonly Box[]
      /** Words that do not say what the page shows. */
      readonly distrusted: ReadonlySet<LayerWord>
    }

/** Fewer letters and digits than this on a page of pictures are a stamp or a page number. */
const fewLetters = 25
/** Words that fill less of a page than this, over a scan full of unread lines, are its running head. */
const runningHead = 0.01

/** Whether a page's text layer says what the page shows, and why. */
export function judgeTextLayer(page: PdfPageText): TextLayerVerdict {
  const { size, isPicture, unread } = page
  const layer = page.words.filter(({ reader }) => reader === 'text_layer')
  const words = layer.filter(({ isHidden }) => !isHidden)
  const letters = countLetters(words)

  if (isPicture && letters < fewLetters)
    return untrusted(
      countLetters(layer) >= fewLetters
        ? 'The text layer is the invisible result of an earlier OCR.'
        : letters > 0
          ? 'The page is a picture with a few words over it.'
          : 'The page has no text layer.',
    )
  if (letters === 0)
    return untrusted(words.some(isStrange) ? namesGlyphs : 'The page has no text layer.')
  const covered = words.reduce((sum, { box }) => sum + areaOf(box), 0)
  if (isPicture && unread.length > 0 && covered < runningHead * size[0] * size[1])
    return untrusted('The page is a picture with a few words over it.')

  const distrusted = new Set(unreadableWords(words))
  if (countSigns(distrusted) > 0.2 * countSigns(words)) return untrusted(namesGlyphs)
  if (distrusted.size === 0 && unread.length === 0)
    return { kind: 'trusted', reason: 'The page has a text layer that reads well.' }
  const places = mergedBoxes(
    [...distrusted].map(({ box }) => box),
    lineGap,
  )
  return {
    kind: 'partial',
    reason: distrusted.size
      ? 'Parts of the text layer name glyphs instead of letters and were read by OCR.'
      : 'The page has a text layer; its pictures were read by OCR.',
    regions: mergedBoxes([...places, ...unread], lineGap),
    distrusted,
  }
}

/** Words this near each other, in points, are read together. */
const lineGap = 12

function untrusted(reason: string): TextLayerVerdict {
  return { kind: 'untrusted', reason }
}

/** Words of fonts whose letters are exchanged or missing, and single words of three and more signs that are none. */
function unreadableWords(words: readonly LayerWord[]): LayerWord[] {
  const fonts = Map.groupBy(words, ({ font }) => font)
  const bad = new Set<string>()
  for (const [font, set] of fonts) if (!isReadable(set)) bad.add(font)
  const whole = readsLikeLanguage(words.map(({ text }) => text))
  return words.filter((word) => !whole || bad.has(word.font) || isStrange(word))
}

/** A single such sign is a bullet or an icon. */
function isStrange({ text }: LayerWord): boolean {
  const strange = text.match(noLetters)?.length ?? 0
  return strange >= 3 && strange > 0.5 * text.length
}

const namesGlyphs = 'The text layer names glyphs instead of letters.'

/** Private use and replacement characters, controls: the font names glyphs, not letters. */
const noLetters = /[\uFFFD\p{Co}\p{Cc}]/gu
/** Signs that prose, tables and addresses seldom hold; a font numbered from “!” on is full of them. */
const oddSigns = /[!"#$&'*+;<=>?@[\\\]^`{|}~]/g

function isReadable(words: readonly LayerWord[]): boolean {
  const texts = words.map(({ text }) => text)
  const all = texts.join('')
  // Rules, leaders and rows of stars are set by repeating one sign.
  const signs = all.replace(/(.)\1{2,}/gu, '$1')
  const odd = signs.match(oddSigns)?.length ?? 0
  const isNumbered = signs.length >= 40 && odd > 0.35 * signs.length
  return !isNumbered && readsLikeLanguage(texts)
}

function countLetters(words: Iterable<LayerWord>): number {
  let count = 0
  for (const { text } of words) count += text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return count
}

function countSigns(words: Iterable<LayerWord>): number {
  let count = 0
  for (const { text } of words) count += text.length
  return count
}
