import type { Turn, Word } from '../model.ts'
import type { Raster } from '../source/raster.ts'
import { findLanguage } from './language.ts'
import { ocr } from './ocr.ts'
import { evenOut, type OcrImage, prepareForOcr } from './prepareForOcr.ts'

export interface OcrOptions {
  /** ISO 639-1; empty: found from the page itself. */
  readonly languages: readonly string[]
  readonly ocrDirs: readonly string[]
}

export interface OcrPage {
  /** Boxes in page points of the page after the turn, origin top left. */
  readonly words: readonly Word[]
  /** What it was read in: `de`. */
  readonly language: string
  /** How far the raster has to be turned clockwise to stand upright. */
  readonly rotation: Turn
}

/** Words of a raster by OCR. Throws language_missing. */
export async function ocrPage(raster: Raster, options: OcrOptions): Promise<OcrPage> {
  const image = await prepareForOcr(raster)
  return { ...(await ocrInItsLanguage(image, options)), rotation: 0 }
}

/** Reads in the language asked for; else in English first, and again when the words are of another. */
async function ocrInItsLanguage(
  image: OcrImage,
  { languages, ocrDirs }: OcrOptions,
): Promise<{ words: Word[]; language: string }> {
  const read = (language: string) => ocrTwice(image, language, ocrDirs)
  const asked = languages[0]
  if (asked) return { words: await read(asked), language: asked }
  const words = await read('en')
  const found = findLanguage(words.map((word) => word.text))
  if (!found || found === 'en') return { words, language: 'en' }
  return { words: await read(found), language: found }
}

/**
 * A receipt is one block of rows; a sheet may have columns, which rows would run together. A page of few
 * words is read both ways: a photographed till slip loses its column of amounts as a page. One that reads
 * poorly is read again with its light evened out; doing so to every page would cost more than it gains.
 */
async function ocrTwice(
  image: OcrImage,
  language: string,
  ocrDirs: readonly string[],
): Promise<Word[]> {
  const segmentation = image.height > 1.6 * image.width ? 'rows' : 'page'
  const words = await ocr(image, { language, ocrDirs, segmentation })
  const asRows = segmentation === 'page' && words.length < fewWords
  const best = asRows
    ? better(words, await ocr(image, { language, ocrDirs, segmentation: 'rows' }))
    : words
  if (!readsPoorly(best)) return best
  return better(best, await ocr(await evenOut(image), { language, ocrDirs, segmentation: 'rows' }))
}

/** A sheet with fewer words than this may be a till slip. */
const fewWords = 150

/** The second reading where it surely reads a tenth more, else the first. */
function better(first: Word[], second: Word[]): Word[] {
  return lettersSurelyRead(second) > 1.1 * lettersSurelyRead(first) ? second : first
}

function readsPoorly(words: readonly Word[]): boolean {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0)
  return letters < 150 || lettersSurelyRead(words) < 0.55 * letters
}

function lettersSurelyRead(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + (word.confidence >= 0.6 ? word.text.length : 0), 0)
}
