/** Values of a tag: numbers of 16 or 32 bits, or bytes as they are. */
export interface TiffValues {
  readonly type: 'short' | 'long' | 'bytes'
  readonly values: readonly number[]
}

/** One picture of a TIFF: its tags by number, and the strips or tiles of its pixels. */
export interface TiffPicture {
  readonly tags: ReadonlyMap<number, TiffValues>
  readonly chunks: readonly Uint8Array[]
}

const types = { bytes: { id: 7, size: 1 }, short: { id: 3, size: 2 }, long: { id: 4, size: 4 } }
/** Tags that say where the pixels are and how many bytes they take, of strips and of tiles. */
const placeTags = { strips: [273, 279], tiles: [324, 325] } as const
const tileWidth = 322

/** A little-endian TIFF of these pictures; where their pixels are is added to their tags. */
export function writeTiff(pictures: readonly TiffPicture[]): Buffer {
  const head = Buffer.from('II*\0\0\0\0\0', 'latin1')
  const parts: Uint8Array[] = [head]
  let end = head.length
  const put = (bytes: Uint8Array): number => {
    const at = end
    parts.push(bytes, Buffer.alloc(bytes.length % 2))
    end += bytes.length + (bytes.length % 2)
    return at
  }
  let link = head.subarray(4)
  for (const { tags, chunks } of pictures) {
    const [offsets, lengths] = placeTags[tags.has(tileWidth) ? 'tiles' : 'strips']
    const all = new Map(tags)
    all.set(offsets, { type: 'long', values: chunks.map(put) })
    all.set(lengths, { type: 'long', values: chunks.map((chunk) => chunk.length) })
    const directory = Buffer.alloc(2 + all.size * 12 + 4)
    directory.writeUInt16LE(all.size)
    ;[...all]
      .sort(([a], [b]) => a - b)
      .forEach(([id, tag], i) => {
        const at = 2 + i * 12
        const bytes = bytesOf(tag)
        directory.writeUInt16LE(id, at)
        directory.writeUInt16LE(types[tag.type].id, at + 2)
        directory.writeUInt32LE(tag.values.length, at + 4)
        if (bytes.length <= 4) bytes.copy(directory, at + 8)
        else directory.writeUInt32LE(put(bytes), at + 8)
      })
    link.writeUInt32LE(put(directory))
    link = directory.subarray(directory.length - 4)
  }
  return Buffer.concat(parts)
}

function bytesOf({ type, values }: TiffValues): Buffer {
  const { size } = types[type]
  const bytes = Buffer.alloc(values.length * size)
  values.forEach((value, i) => {
    bytes.writeUIntLE(value, i * size, size)
  })
  return bytes
}
