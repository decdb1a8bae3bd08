import type { Page, Turn } from '../model.ts'
import { renderImagePage } from '../source/image.ts'
import { type PdfPageText, readPdfText, renderPdfPage } from '../source/pdf.ts'
import { pdfEngine } from '../source/pdfFile.ts'
import type { Raster } from '../source/raster.ts'
import type { PageReading, ReadPageTask } from '../tasks.ts'
import { findLanguage } from './language.ts'
import { ocrEngine } from './ocr.ts'
import { ocrPage } from './ocrPage.ts'
import { writePreview } from './preview.ts'
import { judgeTextLayer } from './textLayer.ts'

/** What scanned PDF pages are drawn at: below 200 dpi the decimal point of 8 pt type is lost. */
const ocrDrawing = { dpi: 300, longest: 3510 }

const incomplete = 'It is damaged: a part of the page is missing or wrong.'

/**
 * Words of one page: from its text layer where that can be trusted, else by OCR.
 * Throws file_damaged, page_too_large, language_missing and what opening a file throws.
 */
export async function readPage(task: ReadPageTask): Promise<PageReading> {
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  const text = task.type === 'pdf' ? await readPdfText(task, task.page) : null

  const choice = chooseReader(task, text)
  if (text && choice.reader === 'text_layer') {
    const page = pageOf(task, {
      ...{ ...text, rotation: 0, readerReason: choice.reason, reader: 'text_layer' },
    })
    return { page, engine: pdfEngine, seconds: seconds(), previewWritten: false }
  }

  const raster = text
    ? await renderPdfPage(task, task.page, ocrDrawing)
    : await renderImagePage(task.path, task.type, task.page)
  const { words, language, rotation } = await ocrPage(raster, {
    languages: task.settings.languages,
    ocrDirs: task.engineFiles.ocrDirs,
  })
  if (task.previewFile) await writePreview(raster, task.previewFile, rotation)
  const size = turned(text?.size ?? sizeOf(raster), rotation)
  const readerReason = raster.isIncomplete ? `${choice.reason} ${incomplete}` : choice.reason
  const found = { size, rotation, words, readerReason, reader: 'ocr' } as const
  const page = pageOf(task, found)
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

function sizeOf({ width, height, scale }: Raster): [number, number] {
  return [width / scale, height / scale]
}

function turned([width, height]: readonly [number, number], turn: Turn): [number, number] {
  return turn % 180 === 0 ? [width, height] : [height, width]
}

function pageOf(
  { page }: ReadPageTask,
  found: Pick<Page, 'size' | 'rotation' | 'words' | 'reader' | 'readerReason'>,
): Page {
  const { words } = found
  const sum = words.reduce((total, word) => total + word.confidence, 0)
  return {
    number: page,
    size: [found.size[0], found.size[1]],
    rotation: found.rotation,
    words,
    reader: found.reader,
    readerReason: found.readerReason,
    confidence: words.length ? sum / words.length : 0,
    language: findLanguage(words.map((word) => word.text)),
  }
}
