import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { fourColours, quartersOf } from '../testing/fourColours.ts'
import { withPartsShown, withTransform } from '../testing/heifBytes.ts'
import { countImagePages, renderImagePage } from './image.ts'

const folder = mkdtempSync(join(tmpdir(), 'sheaf-heic-'))
const sample = readFileSync(
  join(import.meta.dirname, '../../resources/samples/receipt-fr-brasserie-du-heron.heic'),
)

async function shown(type: 'heic' | 'avif', bytes: Buffer, page = 1) {
  const path = join(folder, `picture.${type}`)
  writeFileSync(path, bytes)
  return {
    count: await countImagePages(path, type),
    raster: await renderImagePage(path, type, page),
  }
}

describe('a HEIC', () => {
  it('is turned once by its own transform', async () => {
    const plain = (await shown('heic', sample)).raster
    const { raster } = await shown('heic', withTransform(sample, 'irot', 1))
    expect([raster.width, raster.height]).toEqual([plain.height, plain.width])
    const { width, height, channels } = plain
    const turned = await sharp(plain.pixels, { raw: { width, height, channels } })
      .rotate(270)
      .raw()
      .toBuffer()
    // Colour is stored for every fourth pixel and spread after the turn.
    const differences = turned.map((value, i) => Math.abs(value - (raster.pixels[i] ?? 0)))
    expect(differences.reduce((sum, value) => sum + value, 0) / turned.length).toBeLessThan(2)
  })

  it('has a page for every picture that it shows', async () => {
    const bytes = withPartsShown(sample)
    const [first, second] = [await shown('heic', bytes, 1), await shown('heic', bytes, 2)]
    expect(first.count).toBe(2)
    expect([first.raster.width, second.raster.width]).toEqual([752, 751])
  })

  it('that is cut off is damaged, and the next one is read all the same', async () => {
    const cut = sample.subarray(0, sample.length / 2)
    await expect(shown('heic', cut)).rejects.toMatchObject({ code: 'file_damaged' })
    expect((await shown('heic', sample)).raster.width).toBe(751)
  })
})

describe('an AVIF', () => {
  const plain = () =>
    sharp(fourColours(), { raw: { width: 64, height: 48, channels: 3 } })
      .withMetadata({ orientation: 1 })
      .avif({ quality: 90, effort: 0 })
      .toBuffer()

  it.each([
    ['irot', 1, 'red white black blue'],
    ['irot', 2, 'white blue red black'],
    ['irot', 3, 'blue black white red'],
    ['imir', 0, 'blue white black red'],
    ['imir', 1, 'red black white blue'],
  ] as const)('is turned by %s %i', async (name, value, quarters) => {
    const { raster } = await shown('avif', withTransform(await plain(), name, value))
    expect(quartersOf(raster)).toBe(quarters)
  })
})
