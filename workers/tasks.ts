import type { ExtractedDocument, FileType, Page, Turn } from './model.ts'
import type { Template } from './template.ts'

/**
 * What a pool thread is asked and what it answers. `workers/index.ts` exports one function per
 * task, `(task: XTask) => Promise<Result<XAnswer>>`; everything here survives structured clone.
 */

/** Where the engines find their local files; nothing is ever fetched. */
export interface EngineFiles {
  /** Folders with `<language>.traineddata` (Tesseract's three-letter codes); the first that has one is taken. */
  readonly ocrDirs: readonly string[]
}

/** A file, and what may open it. */
export interface Source {
  readonly path: string
  /** Tried in turn where a file asks for one; files that ask for none open without. */
  readonly passwords: readonly string[]
}

export interface InspectFileTask extends Source {}

/**
 * `password`: opens only with one. `owner`: opens without one; its owner's password holds back changing,
 * copying or printing.
 */
export type Protection = 'none' | 'owner' | 'password'

export interface FileInspection {
  readonly type: FileType
  readonly size: number
  /** Hex, of the whole content. */
  readonly sha256: string
  readonly pageCount: number
  readonly protection: Protection
  /** How many of its pages have a text layer, going by a few of them; left out: nobody could tell. */
  readonly textPages?: number
}

/** What decides how a page is read. Two equal settings give the same words for the same bytes. */
export interface ReaderSettings {
  /** `auto` takes the text layer where it can be trusted. */
  readonly mode: 'auto' | 'ocr' | 'text_layer'
  /** ISO 639-1 codes to read with; empty: found from the page itself. */
  readonly languages: readonly string[]
  /** Page number to degrees clockwise by which a person turned it; how the others stand is found out. */
  readonly turns?: Readonly<Record<string, Turn>>
}

export interface ReadPageTask extends Source {
  readonly type: FileType
  /** Counted from 1. */
  readonly page: number
  readonly settings: ReaderSettings
  readonly engineFiles: EngineFiles
  /** WebP to write while the page is in hand; null writes none. Written beside and renamed. */
  readonly previewFile: string | null
}

export interface PageReading {
  readonly page: Page
  /** Name and version of what read it: `pdfjs 6.5.438`, `tesseract 5.5 best_int deu`. */
  readonly engine: string
  readonly seconds: number
  /** False when the page was read without rendering it (text layer). */
  readonly previewWritten: boolean
}

export interface RenderPreviewTask extends Source {
  readonly type: FileType
  readonly page: number
  /** The turn that the page was read with: the picture stands upright, too. */
  readonly rotation: Turn
  readonly previewFile: string
  /** Pixels of its longer side; without it as large as a page is read on screen. */
  readonly longSide?: number | undefined
}

export interface ExtractTask {
  readonly pages: readonly Page[]
  /** Numbers of pages of the file that could not be read. */
  readonly missingPages: readonly number[]
  readonly templates: readonly Template[]
  /** `auto` chooses among the templates; else the name of one of them. */
  readonly choice: string
  /** ISO date of the run, for plausibility of dates: the engine never asks the clock. */
  readonly today: string
  /** `types`: what each document is, without its fields. */
  readonly finds: 'fields' | 'types'
  /** The pages may be those of several documents. */
  readonly split: boolean
}

export interface ExtractAnswer {
  readonly documents: readonly ExtractedDocument[]
}
