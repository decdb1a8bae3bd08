import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { quartersOf } from '../testing/fourColours.ts'
import { renderImagePage } from './image.ts'
import { inspectFile } from './inspectFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'sheaf-bmp-'))
const [width, height] = [64, 48]
const blueGreenRed = [
  [0, 0, 0],
  [30, 30, 220],
  [220, 30, 30],
  [255, 255, 255],
]
const quarter = (x: number, y: number) => (y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)

interface Kind {
  readonly bits: 1 | 4 | 8 | 24 | 32
  readonly isTopDown?: boolean
  /** The header of OS/2: 12 bytes, palette of three bytes a colour. */
  readonly isOld?: boolean
  readonly isPacked?: boolean
  readonly perMetre?: number
}

/** A BMP of four quarters by hand; of two bits' colours with one bit: black above, white below. */
function bmpBytes({ bits, isTopDown, isOld, isPacked, perMetre = 0 }: Kind): Buffer {
  const rows = Array.from({ length: height }, (_, y) => rowOf(bits, isTopDown ? y : height - 1 - y))
  const pixels = isPacked ? runLengths(isTopDown) : Buffer.concat(rows)
  const colours = bits > 8 ? [] : bits === 1 ? [blueGreenRed[0], blueGreenRed[3]] : blueGreenRed
  const palette = Buffer.from(
    colours.flatMap((colour) => [...(colour ?? []), ...(isOld ? [] : [0])]),
  )
  const room = isOld ? Buffer.alloc(2 ** bits * 3 - palette.length) : Buffer.alloc(0)
  const header = Buffer.alloc(isOld ? 26 : 54)
  header.write('BM', 'latin1')
  header.writeUInt32LE(header.length + palette.length + room.length, 10)
  header.writeUInt32LE(header.length - 14, 14)
  if (isOld) {
    header.writeUInt16LE(width, 18)
    header.writeUInt16LE(height, 20)
    header.writeUInt16LE(1, 22)
    header.writeUInt16LE(bits, 24)
  } else {
    header.writeInt32LE(width, 18)
    header.writeInt32LE(isTopDown ? -height : height, 22)
    header.writeUInt16LE(1, 26)
    header.writeUInt16LE(bits, 28)
    header.writeUInt32LE(isPacked ? 1 : 0, 30)
    header.writeUInt32LE(pixels.length, 34)
    header.writeInt32LE(perMetre, 38)
    header.writeInt32LE(perMetre, 42)
    header.writeUInt32LE(colours.length, 46)
  }
  return Buffer.concat([header, palette, room, pixels])
}

function rowOf(bits: Kind['bits'], y: number): Buffer {
  const row = Buffer.alloc(Math.ceil((width * bits) / 32) * 4)
  for (let x = 0; x < width; x++) {
    const place = quarter(x, y)
    if (bits >= 24) row.set(blueGreenRed[place] ?? [], (x * bits) / 8)
    else {
      const sample = bits === 1 ? Number(place > 1) : place
      const at = Math.floor((x * bits) / 8)
      row[at] = (row[at] ?? 0) | (sample << (8 - bits - ((x * bits) % 8)))
    }
  }
  return row
}

/** Each row as two runs and an end of row; an end of picture. */
function runLengths(isTopDown = false): Buffer {
  const bytes = Array.from({ length: height }, (_, i) => {
    const y = isTopDown ? i : height - 1 - i
    return [width / 2, quarter(0, y), width / 2, quarter(width - 1, y), 0, 0]
  })
  return Buffer.from([...bytes.flat(), 0, 1])
}

async function shown(bytes: Buffer) {
  const path = join(folder, 'picture.dat')
  writeFileSync(path, bytes)
  const { type, pageCount } = await inspectFile({ path, passwords: [] })
  return { type, pageCount, raster: await renderImagePage(path, type, 1) }
}

const inColour = 'black red blue white'

it.each<[string, Kind, string]>([
  ['1 bit', { bits: 1 }, 'black black white white'],
  ['4 bits', { bits: 4 }, inColour],
  ['8 bits', { bits: 8 }, inColour],
  ['24 bits', { bits: 24 }, inColour],
  ['32 bits, whose fourth byte is no transparency', { bits: 32 }, inColour],
  ['top down', { bits: 24, isTopDown: true }, inColour],
  ['run lengths', { bits: 8, isPacked: true }, inColour],
  ['OS/2, 24 bits', { bits: 24, isOld: true }, inColour],
  ['OS/2, palette', { bits: 8, isOld: true }, inColour],
])('a BMP of %s is read', async (_, kind, quarters) => {
  const { type, pageCount, raster } = await shown(bmpBytes(kind))
  expect({ type, pageCount, quarters: quartersOf(raster) }).toEqual({
    ...{ type: 'bmp', pageCount: 1, quarters },
  })
})

it('takes the resolution from pixels per metre', async () => {
  const { raster } = await shown(bmpBytes({ bits: 24, perMetre: 3937 }))
  expect(raster.scale).toBeCloseTo(100 / 72, 2)
})

it('a BMP that is cut off is white where rows are missing; with less than half it is damaged', async () => {
  const bytes = bmpBytes({ bits: 24 })
  const { raster } = await shown(bytes.subarray(0, bytes.length * 0.6))
  expect(raster.isIncomplete).toBe(true)
  expect(quartersOf(raster)).toBe('white white blue white')
  await expect(shown(bytes.subarray(0, bytes.length * 0.4))).rejects.toMatchObject({
    code: 'file_damaged',
  })
})
