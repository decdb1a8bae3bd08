import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import type { Raster } from '../source/raster.ts'
import { drawnPage, randomFrom } from '../testing/drawnPage.ts'
import { typedTexts } from '../testing/typedTexts.ts'
import { type OcrPage, ocrPage } from './ocrPage.ts'

const ocrDirs = [join(import.meta.dirname, '../../resources/ocr')]
const found = { languages: [], ocrDirs }
const small = { size: [420, 150], dpi: 120 } as const

/** Doubtful words and specks, so that the second look has work to do. */
const lines = [...typedTexts.en.slice(0, 5), 'No. O1I5-S8B0 of 0l.O7.2026', 'Total 1l,O84.5O']
const { raster } = drawnPage({ ...small, lines, type: 7, specks: 400, paper: '#ddd', ink: '#777' })

/** Twenty pages with other words, some light on dark, slanted, turned or of other languages. */
function others(): readonly Raster[] {
  const random = randomFrom(11)
  return Array.from({ length: 20 }, (_, page) => {
    const texts = [typedTexts.en, typedTexts.de, typedTexts.pt, typedTexts.en][page % 4] ?? []
    const from = Math.floor(random() * (texts.length - 4))
    const digits = Array.from({ length: 5 }, () => Math.floor(random() * 1e6)).join(' ')
    return drawnPage({
      ...{ ...small, lines: [...texts.slice(from, from + 2), digits] },
      ...(page % 5 === 1 && { paper: '#222', ink: '#eee' }),
      ...(page % 5 === 2 && { slant: 2 }),
      ...(page === 7 && { lies: 180 as const }),
      ...(page % 5 === 3 && { specks: 500 }),
    }).raster
  })
}

async function readInThread(): Promise<OcrPage> {
  const file = join(import.meta.dirname, '../testing/readRaster.ts')
  const worker = new Worker(file, { workerData: { raster, options: found } })
  const [page] = await once(worker, 'message')
  await worker.terminate()
  return page
}

it('a page read first, after twenty others and in another thread gives the same words, boxes and confidences', async () => {
  const first = await ocrPage(raster, found)
  expect(first.words.length).toBeGreaterThan(40)
  expect(first.words.some(({ alternative }) => alternative)).toBe(true)
  const languages = new Set<string>()
  const turns = new Set<number>()
  for (const other of others()) {
    const { language, rotation } = await ocrPage(other, found)
    languages.add(language)
    turns.add(rotation)
  }
  expect(languages.size).toBeGreaterThan(2)
  expect(turns).toContain(180)
  expect(await ocrPage(raster, found)).toEqual(first)
  expect(await readInThread()).toEqual(first)
}, 300_000)
