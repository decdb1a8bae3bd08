import { createCanvas } from '@napi-rs/canvas'
import type { PDFPageProxy } from 'pdfjs-dist'
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Word } from '../model.ts'
import type { FileInspection, Source } from '../tasks.ts'
import { onPdfPage, openPdf } from './pdfFile.ts'
import { pdfWords } from './pdfWords.ts'
import type { Raster } from './raster.ts'

/** What a PDF page says of itself before anything is drawn. */
export interface PdfPageText {
  /** Points, upright. */
  readonly size: readonly [width: number, height: number]
  readonly words: readonly Word[]
  /** Pictures cover most of the page. */
  readonly isPicture: boolean
  /** Every word is drawn invisibly: the layer of an earlier OCR. */
  readonly isInvisible: boolean
  /** Something is drawn at all. */
  readonly hasInk: boolean
}

/**
 * How many pages a PDF has and what protects it.
 * Throws file_encrypted, password_wrong, file_damaged, file_not_found, access_denied.
 */
export async function inspectPdf(
  source: Source,
): Promise<Pick<FileInspection, 'pageCount' | 'protection'>> {
  const { document, protection } = await openPdf(source)
  return { pageCount: document.numPages, protection }
}

/** Words of the text layer and what tells whether to trust it. `page` counts from 1. */
export async function readPdfText(source: Source, page: number): Promise<PdfPageText> {
  return onPdfPage(source, page, async (proxy) => {
    const viewport = proxy.getViewport({ scale: 1 })
    const content = await proxy.getTextContent()
    const ink = await inkOf(proxy, viewport.width * viewport.height)
    return {
      size: [viewport.width, viewport.height],
      words: pdfWords(content, viewport.transform),
      ...ink,
    }
  })
}

/** The page as pixels on white, at `dpi` or as much less as keeps its long side within `longest` px. */
export async function renderPdfPage(
  source: Source,
  page: number,
  { dpi, longest }: { dpi: number; longest: number },
): Promise<Raster> {
  return onPdfPage(source, page, async (proxy) => {
    const points = proxy.getViewport({ scale: 1 })
    const scale = Math.min(dpi / 72, longest / Math.max(points.width, points.height))
    const viewport = proxy.getViewport({ scale })
    const [width, height] = [
      Math.max(1, Math.round(viewport.width)),
      Math.max(1, Math.round(viewport.height)),
    ]
    const canvas = createCanvas(width, height)
    await proxy.render({
      canvas: canvas as unknown as HTMLCanvasElement,
      viewport,
      background: 'white',
    }).promise
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
    return { pixels: Buffer.from(data.buffer), width, height, channels: 4, scale }
  })
}

/** Which drawing operators a page uses: pictures and their share of it, visible text, lines. */
async function inkOf(
  page: PDFPageProxy,
  pageArea: number,
): Promise<Omit<PdfPageText, 'size' | 'words'>> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const { OPS } = pdfjs
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  const stack: Matrix[] = []
  let pictureArea = 0
  let mode = 0
  let visibleText = false
  let hiddenText = false
  let hasInk = false
  fnArray.forEach((operator, i) => {
    const args = argsArray[i]
    if (operator === OPS.save) stack.push(matrix)
    else if (operator === OPS.restore) matrix = stack.pop() ?? matrix
    else if (operator === OPS.transform) matrix = multiply(matrix, args as Matrix)
    else if (operator === OPS.setTextRenderingMode) mode = args[0]
    else if (operator === OPS.showText) {
      if (mode === 3 || mode === 7) hiddenText = true
      else visibleText = true
    } else if (pictureOperators.has(operator)) {
      pictureArea += Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])
      hasInk = true
    } else if (operator === OPS.constructPath || operator === OPS.paintFormXObjectBegin)
      hasInk = true
  })
  return {
    isPicture: pictureArea > 0.6 * pageArea,
    isInvisible: hiddenText && !visibleText,
    hasInk: hasInk || visibleText,
  }
}

type Matrix = readonly [number, number, number, number, number, number]

const pictureOperators = new Set<number>([
  pdfjs.OPS.paintImageXObject,
  pdfjs.OPS.paintImageMaskXObject,
  pdfjs.OPS.paintInlineImageXObject,
  pdfjs.OPS.paintImageXObjectRepeat,
  pdfjs.OPS.paintImageMaskXObjectGroup,
  pdfjs.OPS.paintImageMaskXObjectRepeat,
])

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}
