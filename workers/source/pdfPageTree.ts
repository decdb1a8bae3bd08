/**
 * A PDF whose page tree names pages that are not there, with a tree that can be walked: an update at the end
 * of the file lists every page that is found, in the order of the old tree. Pages that no tree names stand in
 * for missing ones; what then is still missing stays a page of its own, that cannot be read. Null where
 * nothing can be mended: pages in object streams, locked files, no page at all.
 */
export function withMendedPageTree(file: Buffer): Buffer | null {
  const text = file.toString('latin1')
  const root = lastOf(text, /\/Root\s+(\d+)\s+\d+\s+R/g)
  if (!root || /\/Encrypt\s/.test(text)) return null
  const objects = objectsIn(text)
  const top = referenceIn(objects.get(root) ?? '', 'Pages')
  const tree = objects.get(top ?? '')
  if (!top || !tree) return null

  const found = walk(objects, top)
  const named = new Set(found)
  const orphans = [...objects].filter(([id, body]) => isPage(body) && !named.has(id))
  const pages = found.map((id) => id ?? orphans.shift()?.[0] ?? null)
  while (pages.at(-1) === null) pages.pop()
  return pages.length > 0 ? updated(file, text, { root, top, tree, pages }) : null
}

/** A PDF’s objects in the open, by number, as text without their streams; of several of one number the last. */
function objectsIn(text: string): Map<string, string> {
  const objects = new Map<string, string>()
  for (const [, id = '', body = ''] of text.matchAll(
    /(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\b([\s\S]*?)(?:\bendobj\b|\bstream\b|(?=\d+\s+\d+\s+obj\b)|$)/g,
  ))
    objects.set(id, body.trim())
  return objects
}

/** Numbers of the pages of a tree in their order; null where a page should be and is not. */
function walk(
  objects: ReadonlyMap<string, string>,
  id: string,
  above: ReadonlySet<string> = new Set(),
): (string | null)[] {
  const body = objects.get(id) ?? ''
  if (!body.startsWith('<<') || above.has(id)) return [null]
  const kids = body.match(/\/Kids\s*\[([^\]]*)\]/)?.[1]
  if (kids === undefined)
    return [isPage(body) || /\/(?:Contents|MediaBox)\b/.test(body) ? id : null]
  const below = new Set([...above, id])
  return [...kids.matchAll(/(\d+)\s+\d+\s+R|null/g)].flatMap(([, kid]) =>
    kid ? walk(objects, kid, below) : [null],
  )
}

function isPage(body: string): boolean {
  return /\/Type\s*\/Page(?![A-Za-z])/.test(body) && !/\/Kids\b/.test(body)
}

interface Mending {
  readonly root: string
  readonly top: string
  readonly tree: string
  readonly pages: readonly (string | null)[]
}

/** The file with its topmost tree node and one node that leads nowhere written anew behind its end. */
function updated(file: Buffer, text: string, { root, top, tree, pages }: Mending): Buffer {
  const size =
    1 + Math.max(...[...text.matchAll(/(\d{1,9})\s+\d+\s+obj\b/g)].map(([, id]) => Number(id)))
  const kids = pages.map((id, at) => `${id ?? size + at} 0 R`)
  const body = tree
    .replace(/\/Kids\s*\[[^\]]*\]/, `/Kids [${kids.join(' ')}]`)
    .replace(/\/Count\s+-?\d+/, '')
    .replace(/^<</, `<< /Count ${pages.length} `)
  // A tree that names itself is an error of that page alone.
  const dead = pages.flatMap((id, at) =>
    id === null
      ? [[size + at, `<< /Type /Pages /Count 1 /Kids [${size + at} 0 R] >>`] as const]
      : [],
  )
  let tail = '\n'
  const entries: string[] = []
  for (const [id, content] of [[Number(top), body] as const, ...dead]) {
    const offset = String(file.length + tail.length).padStart(10, '0')
    entries.push(`${id} 1\n${offset} 00000 n \n`)
    tail += `${id} 0 obj\n${content}\nendobj\n`
  }
  const previous = lastOf(text, /startxref\s+(\d+)/g)
  const trailer = `/Size ${size + pages.length} /Root ${root} 0 R${previous ? ` /Prev ${previous}` : ''}`
  const start = file.length + tail.length
  tail += `xref\n${entries.join('')}trailer\n<< ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.concat([file, Buffer.from(tail, 'latin1')])
}

function referenceIn(body: string, key: string): string | null {
  return body.match(new RegExp(`/${key}\\s+(\\d+)\\s+\\d+\\s+R`))?.[1] ?? null
}

function lastOf(text: string, pattern: RegExp): string | null {
  return [...text.matchAll(pattern)].at(-1)?.[1] ?? null
}
