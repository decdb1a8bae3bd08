import type { Turn, Word } from '../model.ts'
import type { Raster } from '../source/raster.ts'
import { withoutBorders } from './borders.ts'
import { evidenceOf } from './evidence.ts'
import { type Grey, greyOf, turned } from './grey.ts'
import { withoutHoles } from './holes.ts'
import { inkBox } from './inkBox.ts'
import { findLanguage } from './language.ts'
import { measure } from './measure.ts'
import { type Ocr, openOcr, type SeenWord } from './ocr.ts'
import { readSheet } from './readSheet.ts'
import { needsSample, readSample } from './sample.ts'
import type { TwiceSeenWord } from './secondLook.ts'
import { softened } from './soften.ts'
import { type Sheet, straighten } from './straighten.ts'
import { findTurn, uprightShare } from './upright.ts'

export interface OcrOptions {
  /** ISO 639-1 or Tesseract's own codes; empty: found from the page itself. */
  readonly languages: readonly string[]
  readonly ocrDirs: readonly string[]
  /** How far a person turned it clockwise to stand upright; else that is found out. */
  readonly turn?: Turn | undefined
}

export interface OcrPage {
  /** Boxes in page points of the page after the turn, origin top left. */
  readonly words: readonly Word[]
  /** The same page read in another way where the first one left doubt, best first. */
  readonly others: readonly (readonly Word[])[]
  /** What it was read in: `de`, or several: `de+en`. */
  readonly language: string
  /** How far the raster has to be turned clockwise to stand upright. */
  readonly rotation: Turn
}

/**
 * Words of a raster by OCR: measured, made level and of good size, a sample read to see which way is up
 * and in what language it is, then the whole. Throws language_missing.
 */
export async function ocrPage(raster: Raster, options: OcrOptions): Promise<OcrPage> {
  const { languages, ocrDirs, turn } = options
  const asItLies = withoutHoles(withoutBorders(await greyOf(raster), raster.scale), raster.scale)
  const page = turn ? await turned(asItLies, turn) : asItLies
  const dpi = raster.scale * 72
  const asked = languages.length > 0 ? languages : null
  const ocr = await openOcr(asked ?? ['en'], ocrDirs)

  const measured = await measure(page)
  if (measured.letters.length === 0)
    return { words: [], others: [], language: asked?.join('+') ?? 'en', rotation: turn ?? 0 }

  const sheet = await straighten(page, measured)
  const isSampled = !asked && needsSample(measured.letters)
  const first = isSampled
    ? readSample(sheet, { ocr, dpi, measured })
    : readSheet(sheet, { ocr, dpi, measured })
  const stands = turn !== undefined || evidenceOf(first).share >= uprightShare
  const turnedPage = stands ? null : await findTurn(page, { ocr, dpi, asItIs: first })
  const upright = turnedPage ?? {
    ...{ turn: 0 as const, measured, sample: first },
    // Grain passes for small letters: without a word among them it is not made larger.
    sheet:
      isSampled && !tells(first) ? await straighten(page, { letterHeight: 0, skew: 0 }) : sheet,
  }

  const tongues = asked ?? [languageOf(upright.sample) ?? 'en']
  const isRead = !isSampled && !turnedPage && (asked || tongues[0] === 'en')
  const read = async (these: readonly string[]) =>
    readSheet(upright.sheet, {
      ocr: await openOcr(these, ocrDirs),
      dpi,
      measured: upright.measured,
    })
  const words = isRead ? first : await read(tongues)

  // The sample did not tell, but the whole does.
  const other = asked ? null : languageOf(words)
  const isOther = other !== null && other !== tongues[0]
  const spoken = isOther ? [other] : tongues
  const plain = { seen: legible(isOther ? await read(spoken) : words), sheet: upright.sheet }
  const soft = isDoubtful(plain)
    ? await readSoftly(await turned(page, upright.turn), {
        ocr: await openOcr(spoken, ocrDirs),
        dpi,
      })
    : null
  const [best = [], ...others] = byEvidence(plain, soft).map(({ seen, sheet }) =>
    seen.map((word) => wordOf(word, sheet, raster.scale)),
  )
  return { words: best, others, language: spoken.join('+'), rotation: turn ?? upright.turn }
}

/** What was read of a page that stands upright, and the sheet it was read from. */
interface ReadSheet {
  readonly seen: readonly TwiceSeenWord[]
  readonly sheet: Sheet
}

/** Strips of more than 1 to this are till rolls, which print with dots and fade. */
const tillRoll = 1.6
/** Mean confidence below which a page is read in another way, too: of pages, and of till rolls. */
const [doubtful, doubtfulRoll] = [0.72, 0.86]

/** Scans of paper from an office read at 0.78 and better, two of three receipts below; so only those pay for more. */
function isDoubtful({ seen, sheet }: ReadSheet): boolean {
  const mean = seen.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, seen.length)
  const isRoll = sheet.picture.height > tillRoll * sheet.picture.width
  return mean < (isRoll ? doubtfulRoll : doubtful)
}

async function readSoftly(page: Grey, { ocr, dpi }: { ocr: Ocr; dpi: number }): Promise<ReadSheet> {
  const soft = await softened(page)
  const measured = await measure(soft)
  const sheet = await straighten(soft, measured)
  return { seen: legible(readSheet(sheet, { ocr, dpi, measured })), sheet }
}

/** Letters surely read that make the second reading the better one, as a share of the first’s. */
const clearlyMore = 1.25

/** Readings with a word, the one that surely says more first. */
function byEvidence(plain: ReadSheet, soft: ReadSheet | null): ReadSheet[] {
  const letters = (reading: ReadSheet) => evidenceOf(reading.seen).letters
  // Of specks, softening makes shapes that look like letters.
  if (!soft || evidenceOf(soft.seen).share < uprightShare) return [plain]
  const readings = [plain, soft].filter(({ seen }) => seen.length > 0)
  const isSofter = letters(soft) > clearlyMore * letters(plain)
  return isSofter ? readings.toReversed() : readings
}

/** Whether there is a word or a number in what was read. */
function tells(words: readonly SeenWord[]): boolean {
  return evidenceOf(words).letters >= 6
}

/** The language of what was read; what only looks like words has none. */
function languageOf(words: readonly SeenWord[]): string | null {
  return tells(words) ? findLanguage(words.map(({ text }) => text)) : null
}

/** Where nothing is surely language, as on a photo, only what was read with confidence. */
function legible(words: readonly TwiceSeenWord[]): readonly TwiceSeenWord[] {
  return tells(words) ? words : words.filter(({ confidence }) => confidence >= 0.6)
}

function wordOf(word: TwiceSeenWord, sheet: Sheet, scale: number): Word {
  const { text, box, confidence, alternative } = word
  const [x0, y0, x1, y1] = inkBox(sheet, box)
  return {
    text,
    box: [x0 / scale, y0 / scale, x1 / scale, y1 / scale],
    confidence,
    reader: 'ocr',
    ...(alternative && { alternative }),
  }
}
