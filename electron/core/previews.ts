import { join } from 'node:path'

/** Where the picture of a page is kept: by content, so that the same file has it only once. */
export function previewFile(dataDir: string, sha256: string, page: number): string {
  return join(dataDir, 'previews', sha256.slice(0, 2), `${sha256}-${page}.webp`)
}

/** The id under which a host serves the picture of a page. It is no path and leads to none. */
export function imageIdOf(sha256: string, page: number): string {
  return `${sha256}-${page}`
}

export function parseImageId(imageId: string): { sha256: string; page: number } | null {
  const match = /^([0-9a-f]{64})-([1-9]\d{0,6})$/.exec(imageId)
  return match?.[1] && match[2] ? { sha256: match[1], page: Number(match[2]) } : null
}
