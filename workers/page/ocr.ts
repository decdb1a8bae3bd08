import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js'
import { AppError } from '../errors.ts'
import type { Word } from '../model.ts'
import { dataOf } from './languageCodes.ts'
import type { OcrImage } from './prepareForOcr.ts'

/** How the OCR looks for lines: as one block of rows, or as a page with columns. */
export type Segmentation = 'rows' | 'page'

const segmentationModes: Readonly<Record<Segmentation, PSM>> = {
  rows: PSM.SINGLE_BLOCK,
  page: PSM.AUTO,
}

/** Beside this file both as source and as built. */
const ocrThread = fileURLToPath(new URL(`./ocrThread${extname(import.meta.url)}`, import.meta.url))

export const ocrEngine = `tesseract.js ${createRequire(import.meta.url)('tesseract.js/package.json').version} best_int`

/**
 * Words of an image with boxes in page points and confidence.
 * `language` is ISO 639-1; its data is read from `ocrDirs` alone. Throws language_missing.
 */
export async function ocr(
  image: OcrImage,
  options: { language: string; segmentation: Segmentation; ocrDirs: readonly string[] },
): Promise<Word[]> {
  const engine = await engineFor(options.language, options.ocrDirs)
  await engine.setParameters({
    // Learning from one page would make the next one depend on it.
    classify_enable_learning: '0',
    // Its remarks on specks would fill the person's terminal.
    debug_file: '/dev/null',
    tessedit_pageseg_mode: segmentationModes[options.segmentation],
    user_defined_dpi: String(Math.round(Math.min(2400, Math.max(70, image.scale * 72)))),
  })
  const { data } = await engine.recognize(image.png, {}, { blocks: true, text: false })
  const words = (data.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines.flatMap((line) => line.words)),
  )
  return words
    .filter((word) => word.text.trim() !== '')
    .map((word) => ({
      text: word.text.trim().normalize('NFC'),
      box: [
        word.bbox.x0 / image.scale,
        word.bbox.y0 / image.scale,
        word.bbox.x1 / image.scale,
        word.bbox.y1 / image.scale,
      ],
      confidence: Math.min(1, Math.max(0, word.confidence / 100)),
      reader: 'ocr',
    }))
}

/** Engines of this thread by language, the one used last at the end; each holds about 100 MB. */
const engines = new Map<string, Promise<Worker>>()
const keptEngines = 2

async function engineFor(language: string, ocrDirs: readonly string[]): Promise<Worker> {
  const code = dataOf(language)
  const engine = engines.get(code) ?? startEngine(code, ocrDirs)
  engines.delete(code)
  engines.set(code, engine)
  engine.catch(() => engines.delete(code))
  for (const [oldest, stale] of engines) {
    if (engines.size <= keptEngines) break
    engines.delete(oldest)
    await (await stale).terminate()
  }
  return engine
}

async function startEngine(code: string, ocrDirs: readonly string[]): Promise<Worker> {
  const ocrDir = ocrDirs.find((dir) => existsSync(join(dir, `${code}.traineddata`)))
  if (!ocrDir) throw new AppError('language_missing', { language: code })
  // Left to itself the library would fetch its data from a server and cache it in the working folder.
  return createWorker(code, OEM.LSTM_ONLY, {
    langPath: ocrDir,
    workerPath: ocrThread,
    cacheMethod: 'none',
    gzip: false,
    errorHandler: () => {},
  })
}
