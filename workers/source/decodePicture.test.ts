import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { packedZeros, pngBytes } from '../testing/pngBytes.ts'
import { renderImagePage } from './image.ts'

const folder = mkdtempSync(join(tmpdir(), 'sheaf-picture-'))

function written(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

describe('a huge picture', () => {
  async function mostMemory<T>(work: () => Promise<T>): Promise<{ value: T; grown: number }> {
    const before = process.memoryUsage.rss()
    let most = before
    const timer = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss())
    }, 10)
    const value = await work()
    clearInterval(timer)
    return { value, grown: (most - before) / 1e6 }
  }

  it('of 40,000 by 40,000 px comes out smaller and takes little memory', async () => {
    const [width, height] = [40_000, 40_000]
    const packed = packedZeros((width + 1) * height)
    const bytes = pngBytes({ width, height, bits: 8, colourType: 0, packed })
    expect(bytes.length).toBeLessThan(2e6)
    const path = written('bomb.png', bytes)
    const { value: raster, grown } = await mostMemory(() => renderImagePage(path, 'png', 1))
    expect([raster.width, raster.height]).toEqual([5000, 5000])
    expect(grown).toBeLessThan(450)
  })

  it('of 16 bits is not held whole to learn how bright it is', async () => {
    const [width, height] = [10_000, 10_000]
    const packed = packedZeros((width * 8 + 1) * height)
    const path = written('deep.png', pngBytes({ width, height, bits: 16, colourType: 6, packed }))
    const { value: raster, grown } = await mostMemory(() => renderImagePage(path, 'png', 1))
    expect([raster.width, raster.height]).toEqual([5000, 5000])
    expect(grown).toBeLessThan(450)
  })

  it('keeps its size on paper', async () => {
    const paper = { width: 9000, height: 6000, channels: 3, background: 'white' } as const
    const bytes = await sharp({ create: paper }).withMetadata({ density: 600 }).jpeg().toBuffer()
    const { width, height, scale } = await renderImagePage(written('a.jpg', bytes), 'jpeg', 1)
    expect(width * height).toBeLessThan(26e6)
    expect([width / scale, height / scale].map(Math.round)).toEqual([1080, 720])
  })

  it('of 50,000 by 50,000 px is refused before it is decoded', async () => {
    const bytes = pngBytes({ width: 50_000, height: 50_000, bits: 8, colourType: 0 })
    await expect(renderImagePage(written('b.png', bytes), 'png', 1)).rejects.toMatchObject({
      code: 'page_too_large',
      details: { file: 'b.png', page: 1 },
    })
  })

  it('whose decoder would hold all of it is refused, where one that runs through is not', async () => {
    const small = sharp({ create: { width: 64, height: 64, channels: 3, background: 'white' } })
    const progressive = await small.jpeg({ progressive: true }).toBuffer()
    // Marker of the frame, its length, bits, then height and width.
    progressive.writeUInt32BE(
      (20_000 << 16) | 20_000,
      progressive.indexOf('\xff\xc2', 'latin1') + 5,
    )
    await expect(renderImagePage(written('c.jpg', progressive), 'jpeg', 1)).rejects.toMatchObject({
      code: 'page_too_large',
    })
  })
})

it('the same file gives the same pixels again, after other files, and in another thread', async () => {
  const noise = { type: 'gaussian', mean: 160, sigma: 50 } as const
  const paper = { width: 240, height: 320, channels: 3, background: 'white', noise } as const
  const grain = await sharp({ create: paper }).png().toBuffer()
  const formats = ['jpeg', 'png', 'webp', 'tiff', 'avif'] as const
  for (const type of formats) {
    const bytes = await sharp(grain).withMetadata({ orientation: 6 }).toFormat(type).toBuffer()
    const path = written(`noise.${type}`, bytes)
    const hash = async () => {
      const { pixels } = await renderImagePage(path, type, 1)
      return createHash('sha256').update(pixels).digest('hex')
    }
    const first = await hash()
    await renderImagePage(written('other.png', grain), 'png', 1)
    expect(await hash(), type).toBe(first)
    const thread = new Worker(join(import.meta.dirname, '../testing/hashPicture.ts'), {
      workerData: { path, type },
    })
    expect((await once(thread, 'message'))[0], type).toBe(first)
    await thread.terminate()
  }
})
