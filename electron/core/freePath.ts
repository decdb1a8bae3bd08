import { lstat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { exportFiles } from '../../workers/export/exportFiles.ts'

/** The first of `results (2).xlsx`, `results (3).xlsx` … at which nothing of an export is there yet. */
export async function freePath(path: string): Promise<string> {
  const extension = extname(path)
  const stem = basename(path, extension)
  for (let count = 2; ; count += 1) {
    const candidate = join(dirname(path), `${stem} (${count})${extension}`)
    if (await isFree(candidate)) return candidate
  }
}

async function isFree(path: string): Promise<boolean> {
  for (const file of exportFiles(path)) {
    const isThere = await lstat(file).then(
      () => true,
      () => false,
    )
    if (isThere) return false
  }
  return true
}
