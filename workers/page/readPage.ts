import type { Page, Word } from '../model.ts'
import { renderImagePage } from '../source/image.ts'
import { type PdfPageText, pdfEngine, readPdfText, renderPdfPage } from '../source/pdf.ts'
import type { Raster } from '../source/raster.ts'
import type { PageReading, ReadPageTask } from '../tasks.ts'
import { findLanguage } from './language.ts'
import { ocr, ocrEngine } from './ocr.ts'
import { evenOut, type OcrImage, prepareForOcr } from './prepareForOcr.ts'
import { writePreview } from './preview.ts'
import { judgeTextLayer } from './textLayer.ts'

/** What scanned PDF pages are drawn at: below 200 dpi the decimal point of 8 pt type is lost. */
const ocrDrawing = { dpi: 300, longest: 3510 }

/**
 * Words of one page: from its text layer where that can be trusted, else by OCR.
 * Throws file_damaged, file_encrypted, page_too_large, language_missing and what opening a file throws.
 */
export async function readPage(task: ReadPageTask): Promise<PageReading> {
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  const text = task.type === 'pdf' ? await readPdfText(task.path, task.page) : null

  const choice = chooseReader(task, text)
  if (text && choice.reader === 'text_layer') {
    const page = pageOf(task, { ...text, readerReason: choice.reason, reader: 'text_layer' })
    return { page, engine: pdfEngine, seconds: seconds(), previewWritten: false }
  }

  const raster = text
    ? await renderPdfPage(task.path, task.page, ocrDrawing)
    : await renderImagePage(task.path, task.type, task.page)
  if (task.previewFile) await writePreview(raster, task.previewFile)
  const image = await prepareForOcr(raster)
  const { words, language } = await ocrInItsLanguage(image, task)
  const size = text?.size ?? sizeOf(raster)
  const page = pageOf(task, { size, words, readerReason: choice.reason, reader: 'ocr' })
  return {
    page,
    engine: `${ocrEngine} ${language}`,
    seconds: seconds(),
    previewWritten: task.previewFile !== null,
  }
}

function chooseReader(
  { settings }: ReadPageTask,
  text: PdfPageText | null,
): { reader: 'text_layer' | 'ocr'; reason: string } {
  if (!text) return { reader: 'ocr', reason: 'The file is a picture.' }
  if (settings.mode !== 'auto')
    return { reader: settings.mode, reason: 'A person chose this reader.' }
  if (!text.hasInk) return { reader: 'text_layer', reason: 'Nothing is drawn on the page.' }
  const { trusted, reason } = judgeTextLayer(text)
  return { reader: trusted ? 'text_layer' : 'ocr', reason }
}

/** Reads in the language asked for; else in English first, and again when the words are of another. */
async function ocrInItsLanguage(
  image: OcrImage,
  { settings, engineFiles }: ReadPageTask,
): Promise<{ words: Word[]; language: string }> {
  const read = (language: string) => ocrTwice(image, language, engineFiles.ocrDir)
  const asked = settings.languages[0]
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
async function ocrTwice(image: OcrImage, language: string, ocrDir: string): Promise<Word[]> {
  const segmentation = image.height > 1.6 * image.width ? 'rows' : 'page'
  const words = await ocr(image, { language, ocrDir, segmentation })
  const asRows = segmentation === 'page' && words.length < fewWords
  const best = asRows
    ? better(words, await ocr(image, { language, ocrDir, segmentation: 'rows' }))
    : words
  if (!readsPoorly(best)) return best
  return better(best, await ocr(await evenOut(image), { language, ocrDir, segmentation: 'rows' }))
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

function sizeOf({ width, height, scale }: Raster): [number, number] {
  return [width / scale, height / scale]
}

function pageOf(
  { page }: ReadPageTask,
  found: Pick<Page, 'size' | 'words' | 'reader' | 'readerReason'>,
): Page {
  const { words } = found
  const sum = words.reduce((total, word) => total + word.confidence, 0)
  return {
    number: page,
    size: [found.size[0], found.size[1]],
    words,
    reader: found.reader,
    readerReason: found.readerReason,
    confidence: words.length ? sum / words.length : 0,
    language: findLanguage(words.map((word) => word.text)),
  }
}
