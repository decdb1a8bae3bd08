/** Boxes that hold boxes, and how many bytes of their own come before those. */
const folders: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 }

/** A HEIC or AVIF whose main picture is to be shown with one more transform, such as `irot` or `imir`. */
export function withTransform(file: Buffer, name: 'irot' | 'imir', value: number): Buffer {
  const places = boxesOf(file)
  const at = (box: string) => places.get(box) ?? 0
  const endOf = (box: string) => at(box) + file.readUInt32BE(at(box))
  const properties = countBoxes(file, at('ipco') + 8, endOf('ipco'))
  const main = file.readUInt16BE(at('pitm') + 12)
  // ipma: version and flags, number of items; each has an id, a count and its properties' numbers.
  let entry = at('ipma') + 16
  while (file.readUInt16BE(entry) !== main) entry += 3 + (file[entry + 2] ?? 0)

  const box = Buffer.from([0, 0, 0, 9, ...Buffer.from(name, 'latin1'), value])
  const essential = Buffer.from([0x80 | (properties + 1)])
  const changed = Buffer.from(file)
  changed[entry + 2] = (file[entry + 2] ?? 0) + 1
  const grow = (name: string, by: number) =>
    changed.writeUInt32BE(file.readUInt32BE(at(name)) + by, at(name))
  grow('ipco', 9)
  grow('ipma', 1)
  grow('iprp', 10)
  grow('meta', 10)
  moveExtents(changed, at('iloc'), 10)
  const listEnd = entry + 3 + (file[entry + 2] ?? 0)
  return Buffer.concat([
    changed.subarray(0, endOf('ipco')),
    box,
    changed.subarray(endOf('ipco'), listEnd),
    essential,
    changed.subarray(listEnd),
  ])
}

/** A HEIC whose parts, the tiles of its main picture, are pictures to be shown, too. */
export function withPartsShown(file: Buffer): Buffer {
  const changed = Buffer.from(file)
  // Version 2 with the flag “hidden”.
  for (let at = file.indexOf('infe'); at > 0; at = file.indexOf('infe', at + 1)) changed[at + 7] = 0
  return changed
}

function boxesOf(file: Buffer, from = 0, to = file.length, places = new Map<string, number>()) {
  for (let at = from; at + 8 <= to; at += file.readUInt32BE(at)) {
    const name = file.toString('latin1', at + 4, at + 8)
    places.set(name, at)
    const own = folders[name]
    if (own !== undefined) boxesOf(file, at + 8 + own, at + file.readUInt32BE(at), places)
  }
  return places
}

function countBoxes(file: Buffer, from: number, to: number): number {
  let count = 0
  for (let at = from; at + 8 <= to; at += file.readUInt32BE(at)) count++
  return count
}

/** Where items lie in the file, with a base, offsets of four bytes and one extent each, as libheif writes them. */
function moveExtents(file: Buffer, iloc: number, by: number): void {
  const version = file[iloc + 8]
  const entryBytes = version === 0 ? 18 : 20
  for (let i = 0; i < file.readUInt16BE(iloc + 14); i++) {
    const entry = iloc + 16 + i * entryBytes
    const isInFile = version === 0 || file.readUInt16BE(entry + 2) === 0
    const offset = entry + entryBytes - 8
    if (isInFile) file.writeUInt32BE(file.readUInt32BE(offset) + by, offset)
  }
}
