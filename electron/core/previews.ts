import { join } from 'node:path'
import type { Turn } from '../../workers/model.ts'

/** The picture of a page as one reading turned it: another reading may hold another side for the top. */
export interface Preview {
  readonly sha256: string
  readonly page: number
  readonly rotation: Turn
  /** Small: to choose among many pages by. Large: for a page that is looked at closely. Neither: to read. */
  readonly size?: 'small' | 'large'
}

/**
 * Pixels of the longer side: of a small one, twice what a thumbnail takes on most screens; of a large one, a sheet of
 * A4 at 300 dots to the inch.
 */
export const longSides = { small: 240, large: 3600 } as const

/** Where the picture of a page is kept: by content, so that the same file has it only once. */
export function previewFile(dataDir: string, preview: Preview): string {
  return join(previewFolder(dataDir, preview), `${imageIdOf(preview)}.webp`)
}

/** Where it is drawn while the page is being read, before anybody knows how it has to be turned. */
export function unturnedPreviewFile(
  dataDir: string,
  { sha256, page, readerKey }: Omit<Preview, 'rotation'> & { readonly readerKey: string },
): string {
  const reading = readerKey.replace(/[^\w]/g, '_')
  return join(previewFolder(dataDir, { sha256 }), `${sha256}-${page}.${reading}.webp`)
}

/** The id under which a host serves the picture of a page. It is no path and leads to none. */
export function imageIdOf({ sha256, page, rotation, size }: Preview): string {
  const turned = rotation === 0 ? `${sha256}-${page}` : `${sha256}-${page}-${rotation}`
  return size ? `${turned}@${size}` : turned
}

export function parseImageId(imageId: string): Preview | null {
  const match = /^([0-9a-f]{64})-([1-9]\d{0,6})(?:-(90|180|270))?(?:@(small|large))?$/.exec(imageId)
  if (!match?.[1] || !match[2]) return null
  const rotation = Number(match[3] ?? 0) as Turn
  const kept = { sha256: match[1], page: Number(match[2]), rotation }
  return match[4] ? { ...kept, size: match[4] as 'small' | 'large' } : kept
}

/** The folder of a content's pictures; names in it begin with the content's hash. */
export function previewFolder(dataDir: string, { sha256 }: Pick<Preview, 'sha256'>): string {
  return join(dataDir, 'previews', sha256.slice(0, 2))
}
