import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import { AppError } from '../errors.ts'
import type { Protection, Source } from '../tasks.ts'
import { accessError } from './accessError.ts'
import { withMendedPageTree } from './pdfPageTree.ts'

const require = createRequire(import.meta.url)
const pdfjsDir = dirname(require.resolve('pdfjs-dist/package.json'))

export const pdfEngine = `pdfjs ${pdfjs.version}`
/** Numbers of the drawing operators by name. */
export const pdfOperators = pdfjs.OPS
/** What of annotations is painted: as the file has them, or with the values set in the document's storage. */
export const { ENABLE: asInFile, ENABLE_STORAGE: withValues } = pdfjs.AnnotationMode

/** An open PDF and how it was protected. */
export interface PdfFile {
  readonly document: PDFDocumentProxy
  readonly protection: Protection
}

/**
 * Opens a PDF with the first of its passwords that fits, where it asks for one. The caller does not close it.
 * Throws file_encrypted when none was given, password_wrong when none fits, file_damaged, file_not_found,
 * access_denied.
 */
export async function openPdf({ path, passwords }: Source): Promise<OpenedPdf> {
  try {
    const { mtimeMs, size } = await stat(path)
    const state = `${path}\0${mtimeMs}\0${size}`
    if (lastOpened?.state === state && mayUse(lastOpened, passwords)) return lastOpened
    await lastOpened?.document.loadingTask.destroy()
    lastOpened = null
    const file = await readFile(path)
    const opened = await load(path, file, passwords)
    lastOpened = { state, ...opened, mayHaveHugePicture: mayNameHugePicture(file) }
    return lastOpened
  } catch (thrown) {
    throw openingError(accessError(thrown, path), path)
  }
}

/** What `use` makes of one page, counted from 1. Whatever pdf.js throws there is file_damaged. */
export async function onPdfPage<T>(
  source: Source,
  page: number,
  use: (proxy: PDFPageProxy, document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const { document } = await openPdf(source)
  try {
    const proxy = await document.getPage(page)
    try {
      return await use(proxy, document)
    } finally {
      proxy.cleanup()
    }
  } catch (thrown) {
    throw openingError(thrown, source.path)
  }
}

/**
 * Whether a page, counted from 1, has a picture of more pixels than are safe. pdf.js leaves such a picture out
 * without a word; told to stop at what it cannot read, it breaks off there and gives fewer operators.
 */
export async function hasHugePicture(source: Source, page: number): Promise<boolean> {
  const { document, mayHaveHugePicture } = await openPdf(source)
  if (!mayHaveHugePicture) return false
  const length = await countOperators(document, page)
  return length === 0 || (await countUpToError(source, page)) < length
}

/** Infinite where the file cannot be opened without passing over errors: then nothing is known of the page. */
async function countUpToError({ path, passwords }: Source, page: number): Promise<number> {
  try {
    const file = await readFile(path)
    const { document } = await decode(path, file, passwords, { stopAtErrors: true })
    const count = countOperators(document, page)
    return await count.finally(() => document.loadingTask.destroy())
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

async function countOperators(document: PDFDocumentProxy, page: number): Promise<number> {
  return (await (await document.getPage(page)).getOperatorList()).fnArray.length
}

/** Whether a file may name a huge picture: whatever stands near each other is taken for one. */
function mayNameHugePicture(file: Buffer): boolean {
  for (let at = file.indexOf('/Width'); at >= 0; at = file.indexOf('/Width', at + 1)) {
    const around = file.toString('latin1', Math.max(0, at - 500), at + 500)
    if (longestIn(around, /\/Width\s+(\d+)/g) * longestIn(around, /\/Height\s+(\d+)/g) > mostPixels)
      return true
  }
  return false
}

function longestIn(text: string, side: RegExp): number {
  return Math.max(0, ...[...text.matchAll(side)].map(([, length]) => Number(length)))
}

interface DecodedPdf extends PdfFile {
  /** Null: it asked for none. */
  readonly password: string | null
}

interface OpenedPdf extends DecodedPdf {
  readonly state: string
  readonly mayHaveHugePicture: boolean
}

/** The file opened last in this thread stays open: pages of one file come one after the other. */
let lastOpened: OpenedPdf | null = null

/** An open document is no way around its password. */
function mayUse({ password }: DecodedPdf, passwords: readonly string[]): boolean {
  return password === null || passwords.includes(password)
}

/** Opens a file; one with a broken page tree is opened with the pages that are found. */
async function load(path: string, file: Buffer, passwords: readonly string[]): Promise<DecodedPdf> {
  const opened = await decode(path, file, passwords)
  if (await hasLastPage(opened.document)) return opened
  const mended = file.length < largestSearched ? withMendedPageTree(file) : null
  const again = mended && (await decode(path, mended, passwords).catch(() => null))
  if (!again || !(await hasLastPage(again.document))) return opened
  await opened.document.loadingTask.destroy()
  return again
}

/** What looks through a file as text leaves larger ones alone. */
const largestSearched = 60_000_000

/** pdf.js counts the pages up to the first that is not there, and that one with them. */
async function hasLastPage(document: PDFDocumentProxy): Promise<boolean> {
  return document.getPage(document.numPages).then(
    () => true,
    () => false,
  )
}

async function decode(
  path: string,
  file: Buffer,
  passwords: readonly string[],
  options: { readonly stopAtErrors?: boolean } = {},
): Promise<DecodedPdf> {
  const task = pdfjs.getDocument({ data: new Uint8Array(file), ...localOnly, ...options })
  const untried = [...passwords]
  let password: string | null = null
  // Called when the empty password does not open, and again for each that is wrong.
  task.onPassword = (answer: (next: string | Error) => void) => {
    password = untried.shift() ?? null
    answer(password ?? new Error('no password left'))
  }
  try {
    const document = await task.promise
    if (password !== null) return { document, protection: 'password', password }
    const isEncrypted = (await document.getPermissions()) !== null
    return { document, protection: isEncrypted ? 'owner' : 'none', password }
  } catch (thrown) {
    await task.destroy()
    if ((thrown as Error).name !== 'PasswordException') throw thrown
    const code = passwords.length > 0 ? 'password_wrong' : 'file_encrypted'
    throw new AppError(code, { file: basename(path) }, thrown)
  }
}

/** pdf.js decodes a picture as a whole, to three bytes a pixel: 300 MB for these. */
const mostPixels = 100_000_000

/** Fonts, character maps and decoders from the package; nothing of the file runs or is fetched. */
const localOnly = {
  standardFontDataUrl: join(pdfjsDir, 'standard_fonts/'),
  cMapUrl: join(pdfjsDir, 'cmaps/'),
  cMapPacked: true,
  wasmUrl: join(pdfjsDir, 'wasm/'),
  iccUrl: join(pdfjsDir, 'iccs/'),
  isEvalSupported: false,
  enableXfa: false,
  useSystemFonts: false,
  maxImageSize: mostPixels,
  verbosity: 0,
} as const

function openingError(thrown: unknown, path: string): unknown {
  if (thrown instanceof AppError) return thrown
  return new AppError('file_damaged', { file: basename(path) }, thrown)
}
