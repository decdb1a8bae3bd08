import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { fourColours, quartersOf } from '../testing/fourColours.ts'
import { renderImagePage } from './image.ts'
import { inspectFile } from './inspectFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'sheaf-damaged-'))

/** The four quarters under a grain that keeps every row of its own weight in the file. */
async function grainy() {
  const size = { width: 640, height: 480, channels: 3 } as const
  const grain = Buffer.from(fourColours(640, 480))
  grain.forEach((value, i) => {
    grain[i] = Math.min(250, Math.max(5, value + ((i * 7919) % 23) - 11))
  })
  return sharp(grain, { raw: size })
}

async function shown(bytes: Uint8Array) {
  const path = join(folder, 'picture.dat')
  writeFileSync(path, bytes)
  const { type } = await inspectFile({ path, passwords: [] })
  return renderImagePage(path, type, 1)
}

const kinds = ['jpeg', 'png', 'webp', 'gif'] as const
const encoded = async (format: (typeof kinds)[number]) =>
  (await grainy()).toFormat(format, { quality: 90, lossless: true }).toBuffer()

it.each(['jpeg', 'png', 'gif'] as const)(
  'what is there of a %s that is cut off is given on white, and marked',
  async (format) => {
    const bytes = await encoded(format)
    const raster = await shown(bytes.subarray(0, bytes.length * 0.65))
    expect(raster.isIncomplete).toBe(true)
    expect([raster.width, raster.height]).toEqual([640, 480])
    expect(quartersOf(raster).split(' ').slice(0, 2)).toEqual(['black', 'red'])
    const foot = raster.pixels.subarray(raster.pixels.length - 640 * 3)
    expect(new Set(foot)).toEqual(new Set([255]))
  },
)

it.each(kinds)('of a %s that is cut off early there is too little', async (format) => {
  const bytes = await encoded(format)
  await expect(shown(bytes.subarray(0, bytes.length * 0.3))).rejects.toMatchObject({
    code: 'file_damaged',
  })
})

it.each(kinds)('a whole %s is not marked', async (format) => {
  expect((await shown(await encoded(format))).isIncomplete).toBeUndefined()
})

it('a damaged JPEG is turned upright like a whole one', async () => {
  const bytes = await (await grainy()).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const raster = await shown(bytes.subarray(0, bytes.length * 0.8))
  expect([raster.width, raster.height]).toEqual([480, 640])
  expect(raster.isIncomplete).toBe(true)
})
