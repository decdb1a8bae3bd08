import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import { beforeEach, expect, test } from 'vitest'
import { drawnPdf } from '../../workers/testing/drawnPdf.ts'
import { givenScans } from './givenScans.ts'

let folder = ''
let said: string[] = []
const all = { files: Number.POSITIVE_INFINITY, pages: Number.POSITIVE_INFINITY }
const given = (paths: readonly string[], most = all) => {
  const drawn = mkdtempSync(join(tmpdir(), 'sheaf-drawn-'))
  return givenScans(paths, { folder: drawn, most, say: (line) => said.push(line) })
}

beforeEach(async () => {
  said = []
  folder = mkdtempSync(join(tmpdir(), 'sheaf-given-'))
  mkdirSync(join(folder, 'pages'))
  const blank = sharp({ create: { width: 80, height: 60, channels: 3, background: 'white' } })
  await blank
    .clone()
    .png()
    .toFile(join(folder, 'pages', 'a.png'))
  await blank
    .clone()
    .webp()
    .toFile(join(folder, 'pages', 'b.webp'))
  writeFileSync(join(folder, 'notes.txt'), 'Nothing to read.')
  const lines = [
    { file: 'pages/a.png', text: 'one' },
    { file: 'pages/b.webp', note: 'no text' },
  ]
  writeFileSync(join(folder, 'truth.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'))
})

test('a PNG is read as it is, a WEBP is drawn as one, and what is no picture is left out', async () => {
  const { inputs, truths } = await given([folder])
  const [png, webp] = inputs
  expect(inputs).toHaveLength(2)
  expect(png?.path).toBe(join(folder, 'pages', 'a.png'))
  expect(await sharp(webp?.path).metadata()).toMatchObject({ format: 'png', width: 80, height: 60 })
  expect([...truths]).toEqual([[png?.document, 'one']])
  expect(said).toEqual([])
})

test('a truth beside the folder that is named is found, too', async () => {
  expect((await given([join(folder, 'pages')])).truths.size).toBe(1)
})

test('each page of a PDF is a picture of the same document', async () => {
  const pdf = await drawnPdf({ size: [144, 72] }, (page) => page.addPage())
  const { inputs } = await given([pdf])
  expect(inputs.map(({ document }) => document)).toEqual([pdf, pdf])
  const { width, height, density } = await sharp(inputs[0]?.path).metadata()
  expect({ width, height, density }).toEqual({ width: 600, height: 300, density: 300 })
})

test('a file of which not every page is read has no truth', async () => {
  const pdf = await drawnPdf({}, (page) => page.addPage())
  const line = { file: basename(pdf), text: 'both pages' }
  writeFileSync(join(pdf, '..', 'truth.jsonl'), JSON.stringify(line))
  expect((await given([pdf])).truths.size).toBe(1)
  expect((await given([pdf], { ...all, pages: 1 })).truths.size).toBe(0)
})

test('only so many files are taken, and a path that is not there is said', async () => {
  expect((await given([folder], { ...all, files: 1 })).inputs).toHaveLength(1)
  await expect(given([join(folder, 'gone')])).rejects.toMatchObject({ code: 'folder_not_found' })
})

test('a picture that cannot be opened is left out, and named', async () => {
  writeFileSync(join(folder, 'c.png'), Buffer.from('89504e470d0a1a0a', 'hex'))
  expect((await given([folder])).inputs).toHaveLength(2)
  expect(said).toEqual([expect.stringContaining('c.png')])
})
