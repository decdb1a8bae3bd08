import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { AppError } from '../errors.ts'
import type { Box } from '../model.ts'
import type { FileInspection, Source } from '../tasks.ts'
import { codePlaces } from './pdfCodes.ts'
import { hasDamagedPicture, type StreamOf } from './pdfDamage.ts'
import type { PdfAnnotation } from './pdfFieldText.ts'
import {
  asInFile,
  hasHugePicture,
  onPdfPage,
  openPdf,
  pdfOperators,
  withValues,
} from './pdfFile.ts'
import { wantsPainting, withFormWords } from './pdfForm.ts'
import { areaOf, intersection, type Matrix } from './pdfGeometry.ts'
import { paintedOn } from './pdfPaint.ts'
import type { Painted, PaintedPicture } from './pdfPainted.ts'
import { type DecodedPicture, scannedRaster } from './pdfPicture.ts'
import type { PdfFont } from './pdfState.ts'
import { streamIn } from './pdfStream.ts'
import { countTextPages } from './pdfTextPages.ts'
import { type LayerWord, pdfWords } from './pdfWords.ts'
import type { Raster } from './raster.ts'
import { unreadPictures } from './unreadPictures.ts'

/** What a PDF page says of itself before anything is drawn. */
export interface PdfPageText {
  /** Points, upright. */
  readonly size: readonly [width: number, height: number]
  /** What the text layer and the form fields say, hidden words too. */
  readonly words: readonly LayerWord[]
  /** Pictures cover most of the page. */
  readonly isPicture: boolean
  /** The pixels of a page that is nothing but a scan, as they are in the file. */
  readonly scan: Raster | null
  /** Pictures that show lines of type which no visible word stands for. */
  readonly unread: readonly Box[]
  /** Where a two-dimensional code may stand; of a scan it is not looked for here. */
  readonly codes: readonly Box[]
  /** Something is drawn at all. */
  readonly hasInk: boolean
  /** Why a picture of the page is missing or shows less than it should; null where none is. */
  readonly loss: 'damaged' | 'too_large' | null
}

/**
 * How many pages a PDF has, what protects it, and how many of its pages have text of their own.
 * Throws file_encrypted, password_wrong, file_damaged, file_not_found, access_denied.
 */
export async function inspectPdf(
  source: Source,
): Promise<Pick<FileInspection, 'pageCount' | 'protection' | 'textPages'>> {
  const { document, protection } = await openPdf(source)
  const textPages = await countTextPages(document)
  return { pageCount: document.numPages, protection, ...(textPages !== null && { textPages }) }
}

/**
 * Words of the text layer and of form fields, and what tells whether to trust them. `page` counts from 1.
 * Throws file_damaged, page_too_large and what opening a file throws.
 */
export async function readPdfText(source: Source, page: number): Promise<PdfPageText> {
  return onPdfPage(source, page, async (proxy, document) => {
    const { width, height, transform } = proxy.getViewport({ scale: 1 })
    const size = [width, height] as const
    const { annotations, mode } = await formOf(proxy, document)
    const painted = await paintOf(proxy, document, mode)
    const { areas, glyphs, lastShape } = painted
    const words = withFormWords(pdfWords(painted), annotations, transform as unknown as Matrix)
    const pictureArea = areas
      .filter(({ kind }) => kind === 'picture')
      .reduce((sum, { box }) => sum + areaOf(intersection(box, [0, 0, ...size])), 0)
    const isPicture = pictureArea > 0.6 * width * height
    const isSeen = glyphs.some(({ visibility }) => visibility === 'seen')
    const hasInk = pictureArea > 0 || lastShape >= 0 || isSeen
    const isTooLarge = await hasHugePicture(source, page)
    if (!hasInk && isTooLarge)
      throw new AppError('page_too_large', { file: basename(source.path), page })
    const scan = isPicture ? await scannedRaster(painted, size, pictureOf(proxy)) : null
    const unread =
      pictureArea === 0 || scan ? [] : await unreadPictures(painted, words, size, pictureOf(proxy))
    const codes = scan ? [] : await codePlaces(painted, size, pictureOf(proxy))
    const reading = { pictureOf: pictureOf(proxy), streamOf: await streamsOf(source) }
    const isDamaged = pictureArea > 0 && (await hasDamagedPicture(painted, size, reading))
    const loss = isTooLarge ? 'too_large' : isDamaged ? 'damaged' : null
    return { size, words, isPicture, scan, unread, codes, hasInk, loss }
  })
}

export interface Drawing {
  readonly dpi: number
  /** Most px that the long side may have. */
  readonly longest: number
  /** Points of the upright page; the whole of it when left out. */
  readonly region?: Box
}

/** The page as pixels on white, at `dpi` or as much less as keeps its long side within `longest` px. */
export async function renderPdfPage(
  source: Source,
  page: number,
  drawing: Drawing,
): Promise<Raster> {
  return onPdfPage(source, page, (proxy, document) => render(proxy, document, drawing))
}

async function render(
  proxy: PDFPageProxy,
  document: PDFDocumentProxy,
  { dpi, longest, region }: Drawing,
): Promise<Raster> {
  const points = proxy.getViewport({ scale: 1 })
  const [x0, y0, x1, y1] = region ?? [0, 0, points.width, points.height]
  const scale = Math.min(dpi / 72, longest / Math.max(points.width, points.height))
  const viewport = proxy.getViewport({ scale, offsetX: -x0 * scale, offsetY: -y0 * scale })
  const [width, height] = [
    Math.max(1, Math.round((x1 - x0) * scale)),
    Math.max(1, Math.round((y1 - y0) * scale)),
  ]
  const canvas = createCanvas(width, height)
  const { mode } = await formOf(proxy, document)
  await proxy.render({
    canvas: canvas as unknown as HTMLCanvasElement,
    ...{ viewport, background: 'white', annotationMode: mode },
  }).promise
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
  return { pixels: Buffer.from(data.buffer), width, height, channels: 4, scale }
}

/** A page's annotations; values that nothing in the file paints are set to be painted. */
async function formOf(
  proxy: PDFPageProxy,
  document: PDFDocumentProxy,
): Promise<{ annotations: PdfAnnotation[]; mode: number }> {
  const annotations: PdfAnnotation[] = await proxy.getAnnotations({ intent: 'display' })
  const unpainted = annotations.filter(wantsPainting)
  for (const { id, fieldValue } of unpainted)
    document.annotationStorage.setValue(id, { value: fieldValue })
  return { annotations, mode: unpainted.length > 0 ? withValues : asInFile }
}

async function paintOf(
  proxy: PDFPageProxy,
  document: PDFDocumentProxy,
  annotationMode: number,
): Promise<Painted> {
  const list = await proxy.getOperatorList({ annotationMode })
  const { width, height, transform } = proxy.getViewport({ scale: 1 })
  const layers = await document.getOptionalContentConfig()
  return paintedOn({
    ...{ operators: pdfOperators, list, viewport: transform as unknown as Matrix },
    pageBox: [0, 0, width, height],
    fontOf: (name) => (proxy.commonObjs.has(name) ? (proxy.commonObjs.get(name) as PdfFont) : null),
    isLayerOn: (layer) => layers.isVisible(layer),
  })
}

/** Streams of the file by the object they belong to; none is known of one that is encrypted. */
async function streamsOf(source: Source): Promise<StreamOf> {
  const { protection } = await openPdf(source)
  let file: Promise<Buffer> | null = null
  return async (ref) => {
    if (protection !== 'none') return null
    file ??= readFile(source.path)
    return streamIn(await file, ref)
  }
}

/** Pictures come when they are decoded, and null where they cannot be. */
function pictureOf(proxy: PDFPageProxy) {
  return async ({ source }: PaintedPicture): Promise<DecodedPicture | null> => {
    if (typeof source !== 'string') return source as DecodedPicture
    const objects = source.startsWith('g_') ? proxy.commonObjs : proxy.objs
    const decoded = await new Promise<DecodedPicture | null>((resolve, reject) => {
      objects.get(source, resolve, reject)
    })
    return decoded?.data ? decoded : null
  }
}
