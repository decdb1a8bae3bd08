import { constants, crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** A PNG by hand: kinds of it that no library writes. `rows` are filtered and not yet packed. */
export function pngBytes(picture: {
  readonly width: number
  readonly height: number
  readonly bits: number
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGBA. */
  readonly colourType: number
  readonly rows?: Uint8Array
  /** The rows where they are packed already. */
  readonly packed?: Uint8Array
  readonly chunks?: readonly (readonly [name: string, bytes: Uint8Array])[]
}): Buffer {
  const { width, height, bits, colourType, rows, chunks = [] } = picture
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = bits
  header[9] = colourType
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...chunks.map(([name, bytes]) => chunk(name, bytes)),
    chunk('IDAT', picture.packed ?? deflateSync(rows ?? Buffer.alloc(0))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A zlib stream of so many zeros, without ever holding them. */
export function packedZeros(count: number): Buffer {
  const million = deflateRawSync(Buffer.alloc(1e6), { finishFlush: constants.Z_FULL_FLUSH })
  const rest = deflateRawSync(Buffer.alloc(count % 1e6))
  const checksum = Buffer.alloc(4)
  checksum.writeUInt16BE(count % 65521, 0)
  checksum.writeUInt16BE(1, 2)
  const millions = Array<Buffer>(Math.floor(count / 1e6)).fill(million)
  return Buffer.concat([Buffer.from([0x78, 0x01]), ...millions, rest, checksum])
}

function chunk(name: string, bytes: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), bytes])
  const all = Buffer.alloc(body.length + 8)
  all.writeUInt32BE(bytes.length, 0)
  body.copy(all, 4)
  all.writeUInt32BE(crc32(body), body.length + 4)
  return all
}
