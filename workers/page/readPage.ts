import type { Box, Page, Word } from '../model.ts'
import { renderImagePage } from '../source/image.ts'
import { type PdfPageText, readPdfText, renderPdfPage } from '../source/pdf.ts'
import { pdfEngine } from '../source/pdfFile.ts'
import type { LayerWord } from '../source/pdfWords.ts'
import type { Raster } from '../source/raster.ts'
import type { PageReading, ReadPageTask } from '../tasks.ts'
import { attachedSources, codesAt, codesOfRaster } from './exactSources.ts'
import { findLanguage } from './language.ts'
import { ocrEngine } from './ocr.ts'
import { ocrPage } from './ocrPage.ts'
import { writePreview } from './preview.ts'
import { besideKept, readRegions } from './readRegions.ts'
import { judgeTextLayer, type TextLayerVerdict } from './textLayer.ts'
import { turnedBox, turnedSize } from './turn.ts'

/** What scanned PDF pages are drawn at: below 200 dpi the decimal point of 8 pt type is lost. */
const ocrDrawing = { dpi: 300, longest: 3510 }

/** What is to be said of a page that is not read as a whole. */
const losses = {
  damaged: 'It is damaged: a part of the page is missing or wrong.',
  too_large: 'A picture on it is too large to be read.',
} as const

type Found = Pick<
  Page,
  'size' | 'rotation' | 'words' | 'others' | 'reader' | 'readerReason' | 'isIncomplete' | 'exact'
>
type Read = { readonly found: Found; readonly engine: string; readonly previewWritten: boolean }

/**
 * Words of one page: from its text layer where that can be trusted, by OCR where not, and what its form
 * fields hold with either; and what the file states exactly beside its print.
 * Throws file_damaged, page_too_large, language_missing and what opening a file throws.
 */
export async function readPage(task: ReadPageTask): Promise<PageReading> {
  const started = performance.now()
  const { found, engine, previewWritten } = await readBest(task)
  const exact = [...(await attachedSources(task)), ...(found.exact ?? [])]
  const page = { ...pageOf(task, found), ...(exact.length > 0 && { exact }) }
  return { page, engine, previewWritten, seconds: (performance.now() - started) / 1000 }
}

async function readBest(task: ReadPageTask): Promise<Read> {
  if (task.type !== 'pdf') {
    const raster = await renderImagePage(task.path, task.type, task.page)
    return withLoss(await readPicture(task, raster), raster.isIncomplete ? 'damaged' : null)
  }
  const text = await readPdfText(task, task.page)
  return withLoss(await readPdf(task, text), text.loss)
}

function withLoss(read: Read, loss: PdfPageText['loss']): Read {
  if (!loss) return read
  const readerReason = `${read.found.readerReason} ${losses[loss]}`
  return { ...read, found: { ...read.found, readerReason, isIncomplete: true } }
}

async function readPdf(task: ReadPageTask, text: PdfPageText): Promise<Read> {
  const verdict = verdictOn(task, text)
  if (verdict.kind === 'trusted')
    return turnedAsAsked(
      task,
      await withCodes(task, text, fromLayer(text, layerWords(task, text), verdict.reason)),
    )
  if (verdict.kind === 'partial')
    return turnedAsAsked(task, await withCodes(task, text, await readInPart(task, text, verdict)))
  const raster = text.scan ?? (await renderPdfPage(task, task.page, ocrDrawing))
  return readPicture(task, raster, text, verdict.reason)
}

function verdictOn({ settings }: ReadPageTask, text: PdfPageText): TextLayerVerdict {
  if (settings.mode !== 'auto')
    return {
      kind: settings.mode === 'ocr' ? 'untrusted' : 'trusted',
      reason: 'A person chose this reader.',
    }
  if (!text.hasInk) return { kind: 'trusted', reason: 'Nothing is drawn on the page.' }
  return judgeTextLayer(text)
}

/** What a person sees; of a scan that someone chose to read from its layer, the hidden words are all there is. */
function layerWords({ settings }: ReadPageTask, { words, isPicture }: PdfPageText): LayerWord[] {
  const withHidden = settings.mode === 'text_layer' && isPicture
  return withoutUnderForms(words.filter(({ isHidden }) => withHidden || !isHidden))
}

/** Where a field of a form holds a text, that is what stands there, and not what is printed under it. */
function withoutUnderForms(words: readonly LayerWord[]): LayerWord[] {
  const isTyped = ({ reader, text }: Word) => reader === 'form' && !/[☐☒]/u.test(text)
  const typed = words.filter(isTyped)
  if (typed.length === 0) return [...words]
  const seen = new Set<Word>(besideKept(words, typed))
  return words.filter((word) => word.reader === 'form' || seen.has(word))
}

function fromLayer({ size }: PdfPageText, words: readonly Word[], readerReason: string): Read {
  const found = { size, words, readerReason, rotation: 0, reader: 'text_layer' } as const
  return { found, engine: pdfEngine, previewWritten: false }
}

async function withCodes(task: ReadPageTask, { codes }: PdfPageText, read: Read): Promise<Read> {
  return { ...read, found: { ...read.found, exact: await codesAt(task, codes) } }
}

/** What was read of a page as its file has it, on the page as a person turned it. */
function turnedAsAsked({ settings, page }: ReadPageTask, read: Read): Read {
  const rotation = settings.turns?.[page] ?? 0
  const { size, words, exact } = read.found
  const placed = <T extends { readonly box: Box }>(one: T): T => ({
    ...one,
    box: turnedBox(one.box, size, rotation),
  })
  return {
    ...read,
    found: {
      ...read.found,
      ...{ rotation, size: turnedSize(size, rotation), words: words.map(placed) },
      ...(exact && {
        exact: exact.map((source) => ({
          ...source,
          box: source.box && turnedBox(source.box, size, rotation),
        })),
      }),
    },
  }
}

async function readInPart(
  task: ReadPageTask,
  text: PdfPageText,
  { regions, distrusted, reason }: TextLayerVerdict & { kind: 'partial' },
): Promise<Read> {
  const kept = layerWords(task, text).filter((word) => !distrusted.has(word))
  const { words, language } = await readRegions(task, text.size, regions, ocrDrawing)
  const read = fromLayer(text, [...kept, ...besideKept(words, kept)], reason)
  return { ...read, engine: `${pdfEngine}, ${ocrEngine} ${language}` }
}

/** The whole page by OCR; `text` is what a PDF says of it, of which the form fields are kept. */
async function readPicture(
  task: ReadPageTask,
  raster: Raster,
  text: PdfPageText | null = null,
  readerReason = 'The file is a picture.',
): Promise<Read> {
  const { words, others, language, rotation } = await ocrPage(raster, {
    languages: task.settings.languages,
    ocrDirs: task.engineFiles.ocrDirs,
    turn: task.settings.turns?.[task.page],
  })
  if (task.previewFile) await writePreview(raster, task.previewFile, rotation)
  const size = text?.size ?? [raster.width / raster.scale, raster.height / raster.scale]
  const fields = (text?.words ?? [])
    .filter(({ reader }) => reader === 'form')
    .map((word) => ({ ...word, box: turnedBox(word.box, size, rotation) }))
  return {
    found: {
      ...{ size: turnedSize(size, rotation), rotation, readerReason, reader: 'ocr' },
      words: [...fields, ...besideKept(words, fields)],
      exact: await codesOfRaster(raster, rotation),
      others: others.map((reading) => [...fields, ...besideKept(reading, fields)]),
    },
    engine: `${ocrEngine} ${language}`,
    previewWritten: task.previewFile !== null,
  }
}

function pageOf({ page }: ReadPageTask, found: Found): Page {
  const { size, rotation, reader, readerReason, isIncomplete } = found
  const words = found.words.map(asWord)
  const sum = words.reduce((total, word) => total + word.confidence, 0)
  return {
    ...{ number: page, size: [size[0], size[1]], rotation, words, reader, readerReason },
    confidence: words.length ? sum / words.length : 0,
    language: findLanguage(words.map((word) => word.text)),
    ...(found.others?.length && { others: found.others.map((reading) => reading.map(asWord)) }),
    ...(isIncomplete && { isIncomplete }),
  }
}

/** Without what only the judging of the text layer needs. */
function asWord({ text, box, confidence, reader, alternative }: Word): Word {
  const word = { text, box, confidence, reader }
  return alternative ? { ...word, alternative } : word
}
