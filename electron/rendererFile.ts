import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

export interface RendererFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly cacheControl: string
}

/** A file of the built pages by its address (`/`, `/assets/…`); null for anything else. */
export async function rendererFile(
  rendererDir: string,
  address: string,
): Promise<RendererFile | null> {
  const path = address === '/' ? '/index.html' : address
  const type = types[extname(path)]
  // The builder names its files plainly: what needs decoding or climbs is not one of them.
  if (type === undefined || !/^(\/[\w-]+(\.[\w-]+)*)+$/.test(path)) return null
  try {
    const bytes = await readFile(join(rendererDir, path))
    // What lies in assets/ has the hash of its content in its name.
    const cacheControl = path.startsWith('/assets/')
      ? 'private, max-age=31536000, immutable'
      : 'no-cache'
    return { bytes, type, cacheControl }
  } catch {
    return null
  }
}
