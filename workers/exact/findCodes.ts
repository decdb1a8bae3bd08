import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { Box } from '../model.ts'
import type { Raster } from '../source/raster.ts'

/** A two-dimensional code: what it says, and its box in points of the raster’s page. */
export interface FoundCode {
  readonly text: string
  readonly box: Box
}

/** Pixels per point that are looked at: the smallest payment codes have five of these a square. */
const scaleLookedAt = 200 / 72
const mostCodes = 8

/** The QR codes that a raster shows, at most eight. */
export async function findCodes(raster: Raster): Promise<FoundCode[]> {
  ready ??= prepare()
  await ready
  const { data, width, height } = await asPicture(raster)
  const scale = raster.scale * (width / raster.width)
  const found = await readBarcodes({ data, width, height } as ImageData, {
    ...{ formats: ['QRCode'], maxNumberOfSymbols: mostCodes, tryInvert: false },
    ...{ tryHarder: true, tryRotate: false, tryDownscale: true },
  })
  return found
    .filter(({ isValid }) => isValid)
    .map(({ text, position }) => {
      const corners = [
        position.topLeft,
        position.topRight,
        position.bottomLeft,
        position.bottomRight,
      ]
      const [across, down] = [corners.map(({ x }) => x / scale), corners.map(({ y }) => y / scale)]
      const box: Box = [
        Math.min(...across),
        Math.min(...down),
        Math.max(...across),
        Math.max(...down),
      ]
      return { text, box }
    })
}

let ready: Promise<unknown> | undefined

/** The engine comes from its package’s own folder; left alone, it would fetch it from the net. */
function prepare(): Promise<unknown> {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const { buffer, byteOffset, byteLength } = readFileSync(file)
  const wasmBinary = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer
  return prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
}

async function asPicture({ pixels, width, height, channels, scale }: Raster) {
  const wanted = Math.min(width, Math.ceil((width * scaleLookedAt) / scale))
  const { data, info } = await sharp(pixels, { raw: { width, height, channels } })
    .flatten({ background: 'white' })
    .resize({ width: wanted })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height }
}
