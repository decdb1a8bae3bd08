import type { Turn } from '../model.ts'
import { evidenceOf } from './evidence.ts'
import { type Grey, turned } from './grey.ts'
import { type Measure, measure } from './measure.ts'
import type { Ocr, SeenWord } from './ocr.ts'
import { readSample } from './sample.ts'
import { type Sheet, straighten } from './straighten.ts'

/** A page that was turned and made ready to be read, with what a sample of it says. */
export interface UprightPage {
  readonly turn: Turn
  readonly measured: Measure
  readonly sheet: Sheet
  readonly sample: readonly SeenWord[]
}

/** From this share of sure letters on a page stands upright, and no other way is tried. */
export const uprightShare = 0.25
/** A turn needs this many sure letters, and this many times those of the page as it is. */
const [fewestLetters, muchMore] = [12, 2.5]

/**
 * The turn in which a page reads, when it does not as it stands and reads clearly in another way; null when
 * there is no evidence for any: then it stays as it is. `asItIs` is what was read of it, `dpi` that of the page.
 */
export async function findTurn(
  page: Grey,
  { ocr, dpi, asItIs }: { ocr: Ocr; dpi: number; asItIs: readonly SeenWord[] },
): Promise<UprightPage | null> {
  let best: UprightPage | null = null
  let most = Math.max(fewestLetters, muchMore * evidenceOf(asItIs).letters)
  for (const turn of [90, 270, 180] as const) {
    const candidate = await readTurned(page, turn, { ocr, dpi })
    const { letters, share } = evidenceOf(candidate.sample)
    if (share < uprightShare || letters < most) continue
    best = candidate
    most = letters
  }
  return best
}

async function readTurned(
  page: Grey,
  turn: Turn,
  { ocr, dpi }: { ocr: Ocr; dpi: number },
): Promise<UprightPage> {
  const picture = await turned(page, turn)
  const measured = await measure(picture)
  const sheet = await straighten(picture, measured)
  const sample = readSample(sheet, { ocr, dpi, measured })
  return { turn, measured, sheet, sample }
}
