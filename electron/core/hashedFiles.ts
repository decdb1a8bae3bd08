import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { WrittenFile } from './db/exports.ts'

/** The files of a folder with their hashes, by name; folders in it are left out. */
export async function hashedFiles(folder: string): Promise<readonly WrittenFile[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  const files: WrittenFile[] = []
  for (const name of names.sort()) {
    const file = join(folder, name)
    files.push({ name, bytes: (await stat(file)).size, sha256: await hashOf(file) })
  }
  return files
}

/** The SHA-256 of a file, read piece by piece. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
