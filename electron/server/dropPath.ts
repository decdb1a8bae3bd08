import { win32 } from 'node:path'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a file name must not hold
const unfit = /[\u0000-\u001f\u007f<>:"|?*]/g
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * Where a dropped file may go: the drop's own folder and the path inside it, part by part; null
 * when the address is not one that a page of ours would send (`..`, an absolute path, no uuid).
 * Characters that some file systems refuse become `_`, so that the name stays recognisable.
 */
export function dropPath(address: string): { dropId: string; parts: readonly string[] } | null {
  const [dropId, ...encoded] = address.split('/')
  if (dropId === undefined || !uuid.test(dropId) || encoded.length === 0) return null
  const parts: string[] = []
  for (const piece of encoded) {
    const part = decode(piece)
    if (part === null || part === '' || part === '.' || part === '..') return null
    if (/[/\\]/.test(part) || win32.isAbsolute(part)) return null
    parts.push(fitName(part))
  }
  return { dropId: dropId.toLowerCase(), parts }
}

function decode(piece: string): string | null {
  try {
    return decodeURIComponent(piece)
  } catch {
    return null
  }
}

/**
 * A name that every file system takes. Windows drops dots and spaces at the end of a name, and would then find
 * another file.
 */
export function fitName(part: string): string {
  const name = part.replace(unfit, '_').replace(/[. ]+$/, (end) => '_'.repeat(end.length))
  return reserved.test(name) ? `_${name}` : name
}
