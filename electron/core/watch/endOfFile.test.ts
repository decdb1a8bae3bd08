import {
  copyFileSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { extname, join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { testFolder } from '../testing/testApp.ts'
import { endOfFile } from './endOfFile.ts'

const folder = testFolder()

function file(name: string, content: Buffer | string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const endOf = (path: string) => endOfFile(path, statSync(path).size)

test.each(['jpeg', 'png', 'gif', 'tiff', 'webp'] as const)(
  'a whole %s is no unfinished one, and half of it is',
  async (format) => {
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
    const create = { width: 200, height: 200, channels: 3, background: 'white', noise } as const
    const picture = await sharp({ create }).toFormat(format).toBuffer()
    const telling = ['jpeg', 'png', 'gif'].includes(format)
    expect(await endOf(file(`whole.${format}`, picture))).toBe(telling ? 'whole' : 'unknown')
    const half = picture.subarray(0, picture.length / 2)
    // The first directory of this TIFF stands before its picture: half of it says nothing.
    if (format !== 'tiff') expect(await endOf(file(`half.${format}`, half))).toBe('unfinished')
  },
)

test('a TIFF whose first directory lies behind what is there is unfinished', async () => {
  const head = Buffer.from([0x49, 0x49, 0x2a, 0, 0, 0x10, 0, 0])
  expect(await endOf(file('cut.tif', Buffer.concat([head, Buffer.alloc(100)])))).toBe('unfinished')
})

test('every PDF that comes along has its end, and none without its last kilobyte', async () => {
  const samples = join(import.meta.dirname, '..', '..', '..', 'resources', 'samples')
  const pdfs = readdirSync(samples).filter((name) => extname(name) === '.pdf')
  expect(pdfs.length).toBeGreaterThan(3)
  for (const name of pdfs) {
    const copy = join(folder, name)
    copyFileSync(join(samples, name), copy)
    expect(await endOf(copy)).toBe('whole')
    truncateSync(copy, statSync(copy).size - 1100)
    expect(await endOf(copy)).toBe('unfinished')
  }
})

test('a file that has its length before its content has no end', async () => {
  const whole = readFileSync(file('a.pdf', '%PDF-1.7 words %%EOF'))
  const hole = Buffer.concat([whole.subarray(0, 9), Buffer.alloc(5000)])
  expect(await endOf(file('hole.pdf', hole))).toBe('unfinished')
})

test('what is no document has no end of one', async () => {
  expect(await endOf(file('empty.pdf', ''))).toBe('none')
  expect(await endOf(file('notes.txt', 'words'))).toBe('none')
})
