import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedHeight, sharedWidth } from '../layout/geometry.ts'
import type { Box, Page } from '../model.ts'
import { inspectFile } from '../source/inspectFile.ts'
import type { ReaderSettings } from '../tasks.ts'
import { readPage } from './readPage.ts'
import { renderPreview } from './renderPreview.ts'

const root = join(import.meta.dirname, '../..')
const sample = (name: string) => join(root, 'resources/samples', name)
const ocrDir = join(root, 'resources/ocr')

async function read(name: string, page = 1, settings: Partial<ReaderSettings> = {}): Promise<Page> {
  const path = name.startsWith('/') ? name : sample(name)
  const { type } = await inspectFile({ path, passwords: [] })
  const reading = await readPage({
    path,
    passwords: [],
    type,
    page,
    settings: { mode: 'auto', languages: [], ...settings },
    engineFiles: { ocrDirs: [ocrDir] },
    previewFile: null,
  })
  return reading.page
}

const textOf = (page: Page) => page.words.map((word) => word.text).join(' ')

interface Truth {
  readonly file: string
  readonly fields: Record<string, string>
  readonly boxes: Record<string, { page: number; bbox: Box }>
}

function truthOf(file: string): Truth {
  const lines = readFileSync(sample('truth.jsonl'), 'utf8').trim().split('\n')
  const found = lines.map((line): Truth => JSON.parse(line)).find((truth) => truth.file === file)
  if (!found) throw new Error(`no truth for ${file}`)
  return found
}

/** Words whose middle lies in a box, and the box around them. */
function wordsIn(page: Page, box: Box) {
  const words = page.words.filter(
    (word) =>
      sharedWidth(word.box, box) > 0.5 * (word.box[2] - word.box[0]) &&
      sharedHeight(word.box, box) > 0,
  )
  return { text: words.map((word) => word.text).join(' '), words }
}

describe('a PDF with a text layer', () => {
  it('is read from it, every word sure, where it stands', async () => {
    const file = 'invoice-de-brauhaus-nord.pdf'
    const page = await read(file)
    const { fields, boxes } = truthOf(file)
    expect(page).toMatchObject({ reader: 'text_layer', confidence: 1, language: 'de' })
    for (const name of ['invoice_number', 'issue_date', 'grand_total']) {
      const box = boxes[name]?.bbox
      if (!box) throw new Error(`no box for ${name}`)
      const { text, words } = wordsIn(page, box)
      expect(text).toBe(fields[name])
      expect(Math.abs((words[0]?.box[0] ?? 0) - box[0])).toBeLessThan(2)
      expect(Math.abs((words.at(-1)?.box[2] ?? 0) - box[2])).toBeLessThan(2)
    }
  })

  it('is read by OCR when a person asks for it', async () => {
    const page = await read('invoice-en-uk-harbour-and-finch.pdf', 1, {
      mode: 'ocr',
      languages: ['en'],
    })
    expect(page.reader).toBe('ocr')
    expect(textOf(page).toLowerCase()).toContain('invoice')
  })
})

describe('a scan', () => {
  it('is read by OCR in its own language, within two points of the ink', async () => {
    const file = 'invoice-de-tischlerei-eichblatt-scan.pdf'
    const page = await read(file)
    const { fields, boxes } = truthOf(file)
    expect(page).toMatchObject({
      reader: 'ocr',
      language: 'de',
      readerReason: 'The page has no text layer.',
    })
    const box = boxes.invoice_number?.bbox as Box
    const { text, words } = wordsIn(page, box)
    expect(text).toBe(fields.invoice_number)
    expect(Math.abs((words[0]?.box[0] ?? 0) - box[0])).toBeLessThan(2)
  })

  it('is turned upright as its EXIF says', async () => {
    const page = await read('receipt-it-trattoria-sideways-exif.jpg', 1, { languages: ['it'] })
    expect(page.size[1]).toBeGreaterThan(page.size[0])
    expect(textOf(page).toUpperCase()).toContain('TOTALE')
  })

  it('is read to its third page when it is a TIFF of three', async () => {
    const page = await read('invoice-nl-schroefhuis-three-pages.tiff', 3, { languages: ['nl'] })
    expect(page.number).toBe(3)
    expect(textOf(page).toLowerCase()).toContain('totaal')
  })

  it('is read from HEIC and BMP too', async () => {
    expect(
      textOf(await read('receipt-fr-brasserie-du-heron.heic', 1, { languages: ['fr'] })),
    ).toContain('Brasserie')
    expect(
      textOf(await read('receipt-nl-parkeren-stadsgracht.bmp', 1, { languages: ['nl'] })),
    ).toContain('Garage')
  })

  it('says of a picture that is cut off that a part of it is missing', async () => {
    const whole = readFileSync(sample('receipt-en-uk-copper-kettle.png'))
    const path = join(mkdtempSync(join(tmpdir(), 'sheaf-cut-')), 'cut.png')
    writeFileSync(path, whole.subarray(0, whole.length * 0.8))
    const page = await read(path)
    expect(page.words.length).toBeGreaterThan(10)
    expect(page.readerReason).toContain('a part of the page is missing')
    expect(page.isIncomplete).toBe(true)
  })

  it('gives the same words whatever the engine read before', async () => {
    const file = 'receipt-en-uk-copper-kettle.png'
    const first = await read(file, 1, { languages: ['en'] })
    await read('receipt-en-us-bluebird-diner.webp', 1, { languages: ['en'] })
    expect(await read(file, 1, { languages: ['en'] })).toEqual(first)
  })
})

it('answers for a blank page with no words and no error', async () => {
  const page = await read(join(root, 'resources/samples-odd/blank-page.pdf'))
  expect(page.words).toEqual([])
})

it('names the language whose data is missing', async () => {
  const path = sample('receipt-en-uk-copper-kettle.png')
  const settings: ReaderSettings = { mode: 'auto', languages: ['xx'] }
  const task = {
    path,
    type: 'png',
    page: 1,
    passwords: [],
    settings,
    engineFiles: { ocrDirs: [ocrDir] },
    previewFile: null,
  } as const
  await expect(readPage(task)).rejects.toMatchObject({
    code: 'language_missing',
    details: { language: 'xx' },
  })
})

it('uses no network, in any of its threads', () => {
  const run = (script: string, ...args: string[]) => {
    const block = join(root, 'workers/testing/noNetwork.ts')
    return execFileSync(
      process.execPath,
      ['--import', block, ...(script ? [script] : []), ...args],
      { encoding: 'utf8' },
    )
  }
  // The block works: an attempt is caught, on the main thread and in a worker.
  const attempt = "try { await fetch('http://127.0.0.1:9') } catch (e) { console.log(e.message) }"
  expect(run('', '--input-type=module', '-e', attempt)).toContain('the network was used')
  const inThread = `import { Worker } from 'node:worker_threads'; new Worker(${JSON.stringify(`(async () => { ${attempt} })()`)}, { eval: true })`
  expect(run('', '--input-type=module', '-e', inThread)).toContain('the network was used')

  const answer = run(
    join(root, 'workers/testing/readOnePage.ts'),
    sample('receipt-en-uk-copper-kettle.png'),
    ocrDir,
  )
  expect(JSON.parse(answer)).toMatchObject({ ok: true, value: { page: { reader: 'ocr' } } })
})

it('draws the picture of a page for the screen', async () => {
  const previewFile = join(mkdtempSync(join(tmpdir(), 'sheaf-preview-')), 'deep', 'page.webp')
  await renderPreview({
    path: sample('invoice-de-brauhaus-nord.pdf'),
    type: 'pdf',
    page: 1,
    rotation: 0,
    passwords: [],
    previewFile,
  })
  expect(existsSync(previewFile)).toBe(true)
  expect(readFileSync(previewFile).subarray(8, 12).toString()).toBe('WEBP')
})
