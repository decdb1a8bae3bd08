import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import type { Raster } from '../source/raster.ts'

/** A QR code: `isDark` by row and column. */
export interface DrawnCode {
  readonly side: number
  isDark(row: number, column: number): boolean
}

/** The QR code of a text, for tests. */
export async function drawnCode(text: string): Promise<DrawnCode> {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm')
  const wasmBinary = new Uint8Array(readFileSync(file)).buffer
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
  const { symbol, error } = await writeBarcode(text, { format: 'QRCode' })
  if (error) throw new Error(error)
  const { width, data } = symbol
  return { side: width, isDark: (row, column) => data[row * width + column] === 0 }
}

/** A page of A4 at 200 dpi with a QR code, its corner at these points and its squares this many px. */
export function pageWithCode(code: DrawnCode, [left, top]: readonly [number, number]): Raster {
  const [width, height, scale, square] = [1654, 2339, 200 / 72, 6]
  const pixels = Buffer.alloc(width * height, 255)
  const [x, y] = [Math.round(left * scale), Math.round(top * scale)]
  for (let row = 0; row < code.side * square; row++)
    for (let column = 0; column < code.side * square; column++)
      if (code.isDark(Math.floor(row / square), Math.floor(column / square)))
        pixels[(y + row) * width + x + column] = 0
  return { pixels, width, height, channels: 1, scale }
}

/** An EPC payment code’s text; `amount` as `EUR12.34`. */
export function epcText({ iban = 'DE89370400440532013000', amount = 'EUR119.00' } = {}): string {
  return `BCD\n002\n1\nSCT\nCOBADEFFXXX\nMusterbau Nord GmbH\n${iban}\n${amount}\n\n\nRE-00042`
}
