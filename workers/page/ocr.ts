import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { relaxedSimd, simd } from 'wasm-feature-detect'
import { AppError } from '../errors.ts'
import type { Grey, PixelBox } from './grey.ts'
import { dataOf } from './languageCodes.ts'
import { oem, type TessApi, type TessCore, type TessIterator } from './tesseractCore.ts'

const require = createRequire(import.meta.url)

export const ocrEngine = `tesseract.js-core ${require('tesseract.js-core/package.json').version} best_int`

/** How the OCR looks for lines: as a page with columns, as one block of rows, or as a single line. */
export type Segmentation = 'page' | 'rows' | 'line'

const segmentationModes: Readonly<Record<Segmentation, string>> = {
  page: '3',
  rows: '6',
  line: '7',
}

/** A word as the OCR saw it, in px of the picture that it was given. */
export interface SeenWord {
  readonly text: string
  readonly box: PixelBox
  /** 0 to 1. */
  readonly confidence: number
  /** The word stands in the language's dictionary. */
  readonly isKnown: boolean
}

export interface LookOptions {
  readonly segmentation: Segmentation
  /** Pixels per inch, for what the OCR thinks of sizes. */
  readonly dpi: number
  /** Lines that read badly are tried as light letters on dark, too; it costs as much again. */
  readonly lightOnDark: boolean
}

/** Reads pictures in one language or several. */
export type Ocr = (picture: Grey, options: LookOptions) => SeenWord[]

/**
 * The engine for languages (ISO 639-1 or Tesseract's own codes), its data from the first of `ocrDirs` that
 * has it. It runs in the thread that asks: a page is not copied to another one, and the time limit of the
 * task ends it. Throws language_missing, language_damaged; reading throws page_unreadable.
 */
export async function openOcr(
  languages: readonly string[],
  ocrDirs: readonly string[],
): Promise<Ocr> {
  const { core, api } = await engineFor(languages.map(dataOf), ocrDirs)
  return (picture, options) => {
    const words = trusting(() => look(core, api, picture, options))
    if (!words) throw new AppError('page_unreadable')
    return words
  }
}

/** What a step of the engine gives, null when it gave up: then its memory cannot be trusted, and the next page gets a new one. */
function trusting<T>(step: () => T | null): T | null {
  let outcome: T | null = null
  try {
    outcome = step()
  } catch (thrown) {
    // Its own exceptions are numbers: addresses in its memory.
    if (!(thrown instanceof WebAssembly.RuntimeError || typeof thrown === 'number')) throw thrown
  }
  if (outcome === null) forgetEngines()
  return outcome
}

function look(
  core: TessCore,
  api: TessApi,
  picture: Grey,
  options: LookOptions,
): SeenWord[] | null {
  const dpi = Math.round(Math.min(2400, Math.max(70, options.dpi)))
  for (const [name, value] of Object.entries({
    ...settings,
    tessedit_pageseg_mode: segmentationModes[options.segmentation],
    user_defined_dpi: String(dpi),
    tessedit_do_invert: options.lightOnDark ? '1' : '0',
  }))
    api.SetVariable(name, value)
  writePicture(core, picture)
  const isNoPicture = api.SetImageFile(1, 0) === 1
  // The engine has its own copy: this one would lie there until the next picture.
  core.FS.unlink('/input')
  if (isNoPicture || api.Recognize(null) !== 0) return null
  return wordsOf(core, api.GetIterator())
}

/** As PGM, in two parts: joined before, they would be one more copy of the page. */
function writePicture({ FS }: TessCore, { pixels, width, height }: Grey): void {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`)
  const file = FS.open('/input', 'w')
  FS.write(file, head, 0, head.length)
  FS.write(file, pixels, 0, pixels.length)
  FS.close(file)
}

const settings = {
  // Its remarks on specks would fill the person's terminal.
  debug_file: '/dev/null',
  // Learning from one page, or one word, would make the next depend on it.
  classify_enable_learning: '0',
  tessedit_enable_doc_dict: '0',
} as const

/** Level of the iterator. */
const word = 3

function wordsOf(core: TessCore, iterator: TessIterator): SeenWord[] {
  const words: SeenWord[] = []
  iterator.Begin()
  do {
    if (iterator.Empty(word)) continue
    const text = iterator.GetUTF8Text(word).trim().normalize('NFC')
    if (text === '') continue
    const { x0, y0, x1, y1 } = iterator.getBoundingBox(word)
    words.push({
      text,
      box: [x0, y0, x1, y1],
      confidence: Math.min(1, Math.max(0, iterator.Confidence(word) / 100)),
      isKnown: iterator.WordIsFromDictionary(),
    })
  } while (iterator.Next(word))
  core.destroy(iterator)
  return words
}

interface Engine {
  readonly core: TessCore
  readonly api: TessApi
}

/** Engines of this thread by their data, the one used last at the end. */
const engines = new Map<string, Promise<Engine>>()
const keptEngines = 2
let loadedCore: Promise<TessCore> | null = null

async function engineFor(codes: readonly string[], ocrDirs: readonly string[]): Promise<Engine> {
  const data = codes.map((code) => findData(code, ocrDirs))
  // Data that a person replaces is other data.
  const key = data.map(({ file, size, mtimeMs }) => `${file} ${size} ${mtimeMs}`).join('\n')
  const engine = engines.get(key) ?? startEngine(data)
  engines.delete(key)
  engines.set(key, engine)
  engine.catch(() => engines.delete(key))
  for (const [oldest, stale] of engines) {
    if (engines.size <= keptEngines) break
    engines.delete(oldest)
    const { core, api } = await stale
    api.End()
    core.destroy(api)
  }
  return engine
}

async function startEngine(data: readonly LanguageData[]): Promise<Engine> {
  const contents = await Promise.all(data.map(({ file }) => readFile(file)))
  loadedCore ??= loadCore()
  const core = await loadedCore
  for (const [at, { code }] of data.entries())
    core.FS.writeFile(`${code}.traineddata`, contents[at] ?? Buffer.alloc(0))
  const api = new core.TessBaseAPI()
  const codes = data.map(({ code }) => code).join('+')
  const isReady = trusting(() => api.Init(null, codes, oem.lstmOnly) === 0 || null)
  for (const { code } of data) core.FS.unlink(`${code}.traineddata`)
  if (!isReady)
    throw new AppError('language_damaged', { path: data.map(({ file }) => file).join(', ') })
  return { core, api }
}

interface LanguageData {
  readonly code: string
  readonly file: string
  readonly size: number
  readonly mtimeMs: number
}

function findData(code: string, ocrDirs: readonly string[]): LanguageData {
  for (const dir of ocrDirs) {
    const file = join(dir, `${code}.traineddata`)
    const found = statSync(file, { throwIfNoEntry: false })
    if (found) return { code, file, size: found.size, mtimeMs: found.mtimeMs }
  }
  throw new AppError('language_missing', { language: code })
}

/** The fastest build that this processor runs; each lies in the package, nothing is fetched. */
async function loadCore(): Promise<TessCore> {
  const build = (await relaxedSimd()) ? 'relaxedsimd-lstm' : (await simd()) ? 'simd-lstm' : 'lstm'
  const quiet = () => {}
  return require(`tesseract.js-core/tesseract-core-${build}.js`)({ print: quiet, printErr: quiet })
}

function forgetEngines(): void {
  engines.clear()
  loadedCore = null
}
