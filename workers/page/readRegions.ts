import type { Box, Word } from '../model.ts'
import { renderPdfPage } from '../source/pdf.ts'
import { areaOf, holdsMiddleOf, intersection, union } from '../source/pdfGeometry.ts'
import type { Raster } from '../source/raster.ts'
import type { ReadPageTask } from '../tasks.ts'
import { ocrPage } from './ocrPage.ts'
import { turnedBack, turnedBox, turnedSize } from './turn.ts'

/** Points around a region that are read with it: the OCR wants paper about its letters. */
const margin = 6

/**
 * Words that OCR reads in some regions of an upright PDF page, with boxes on that page, and the language.
 * Only the box around the regions is drawn, and white where no region is. What the OCR had to turn for
 * reading is turned back: the page stands as its other words do. Throws language_missing.
 */
export async function readRegions(
  task: ReadPageTask,
  size: readonly [width: number, height: number],
  regions: readonly Box[],
  drawing: { readonly dpi: number; readonly longest: number },
): Promise<{ words: Word[]; language: string }> {
  const page: Box = [0, 0, ...size]
  const wide = regions.map((box) => intersection(page, grown(box)))
  const region = wide.reduce(union)
  const drawn = await renderPdfPage(task, task.page, { ...drawing, region })
  const { words, language, rotation } = await ocrPage(onlyWithin(drawn, region, wide), {
    languages: task.settings.languages,
    ocrDirs: task.engineFiles.ocrDirs,
  })
  const turned = turnedSize([region[2] - region[0], region[3] - region[1]], rotation)
  const onPage = words.map((word): Word => {
    const [x0, y0, x1, y1] = turnedBox(word.box, turned, turnedBack(rotation))
    const box = [x0 + region[0], y0 + region[1], x1 + region[0], y1 + region[1]] as const
    return { ...word, box }
  })
  return {
    words: onPage.filter(({ box }) => wide.some((one) => holdsMiddleOf(one, box))),
    language,
  }
}

/** The words of a reading that stand where none of the kept words does. */
export function besideKept(read: readonly Word[], kept: readonly Word[]): Word[] {
  return read.filter(({ box }) => {
    const most = 0.4 * areaOf(box)
    return !kept.some(
      (word) => areaOf(intersection(word.box, box)) > Math.min(most, 0.4 * areaOf(word.box)),
    )
  })
}

function grown([x0, y0, x1, y1]: Box): Box {
  return [x0 - margin, y0 - margin, x1 + margin, y1 + margin]
}

/** The raster of `whole` with everything outside the regions white. */
function onlyWithin(raster: Raster, whole: Box, regions: readonly Box[]): Raster {
  if (regions.length === 1) return raster
  const { width, height, channels, scale } = raster
  const pixels = Buffer.alloc(raster.pixels.length, 255)
  for (const [x0, y0, x1, y1] of regions) {
    const [left, right] = [x0, x1].map((x) =>
      Math.min(width, Math.max(0, Math.round((x - whole[0]) * scale))),
    ) as [number, number]
    const [top, bottom] = [y0, y1].map((y) =>
      Math.min(height, Math.max(0, Math.round((y - whole[1]) * scale))),
    ) as [number, number]
    for (let row = top; row < bottom; row++) {
      const start = (row * width + left) * channels
      raster.pixels.copy(pixels, start, start, (row * width + right) * channels)
    }
  }
  return { ...raster, pixels }
}
