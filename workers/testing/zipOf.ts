import { crc32, deflateRawSync } from 'node:zlib'

/**
 * A zip of these texts, for tests of what reads one. `isWide`: every length and place stands in a zip64 record, as
 * some programs write it whatever the size.
 */
export function zipOf(
  files: Readonly<Record<string, string | Buffer>>,
  { isWide = false }: { isWide?: boolean } = {},
): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(plain.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name)])
    const rest = Buffer.alloc(14)
    const wide = isWide ? wideRecord([plain.length, packed.length, at]) : Buffer.alloc(0)
    rest.writeUInt32LE(isWide ? elsewhere : at, 10)
    if (isWide) {
      common.writeUInt32LE(elsewhere, 14)
      common.writeUInt32LE(elsewhere, 18)
      common.writeUInt16LE(wide.length, 24)
    }
    const mark = Buffer.from('PK\x01\x02\x14\x00', 'latin1')
    list.push(Buffer.concat([mark, common, rest, Buffer.from(name), wide]))
    parts.push(local, packed)
    at += local.length + packed.length
  }
  const names = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(list.length, 8)
  end.writeUInt16LE(list.length, 10)
  end.writeUInt32LE(names.length, 12)
  end.writeUInt32LE(at, 16)
  if (!isWide) return Buffer.concat([...parts, names, end])
  end.writeUInt16LE(0xffff, 8)
  end.writeUInt16LE(0xffff, 10)
  end.writeUInt32LE(elsewhere, 12)
  end.writeUInt32LE(elsewhere, 16)
  return Buffer.concat([...parts, names, wideEnd(list.length, names.length, at), end])
}

/** Says that a length or a place stands in a zip64 record. */
const elsewhere = 0xffff_ffff

function wideRecord(numbers: readonly number[]): Buffer {
  const record = Buffer.alloc(4 + 8 * numbers.length)
  record.writeUInt16LE(1, 0)
  record.writeUInt16LE(8 * numbers.length, 2)
  for (const [index, number] of numbers.entries())
    record.writeBigUInt64LE(BigInt(number), 4 + 8 * index)
  return record
}

/** The end of a list with its zip64 record, and where that is. */
function wideEnd(count: number, length: number, at: number): Buffer {
  const record = Buffer.alloc(56)
  record.write('PK\x06\x06', 'latin1')
  for (const [place, number] of [
    [4, 44],
    [24, count],
    [32, count],
    [40, length],
    [48, at],
  ] as const)
    record.writeBigUInt64LE(BigInt(number), place)
  const locator = Buffer.alloc(20)
  locator.write('PK\x06\x07', 'latin1')
  locator.writeBigUInt64LE(BigInt(at + length), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([record, locator])
}
