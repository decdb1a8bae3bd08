import { constants } from 'node:fs'
import { copyFile, link, lstat, mkdir, rename, rm, stat, unlink, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { freePath } from '../freePath.ts'
import { hashOf } from '../hashedFiles.ts'

/** Where a file with this name can be put without touching another. */
export async function freePlace(folder: string, name: string): Promise<string> {
  const place = join(folder, name)
  return (await isThere(place)) ? freePath(place) : place
}

/**
 * Puts a file into a place that is free, whole, before anything is taken from where it was: `false` when the place is
 * taken by now. A link where the file system has them, since that never overwrites; else a copy that is compared
 * before it gets its name. The original is still there afterwards.
 */
export async function putInPlace(from: string, to: string, sha256: string): Promise<boolean> {
  await mkdir(dirname(to), { recursive: true })
  try {
    await link(from, to)
    return true
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (code === 'ENOENT') throw thrown
  }
  return copyInPlace(from, to, sha256)
}

/** Another disk, or one without links. */
async function copyInPlace(from: string, to: string, sha256: string): Promise<boolean> {
  // Ours by its name, so that what a kill left of it may go.
  const beside = join(dirname(to), `.sheaf-move-${sha256.slice(0, 16)}.part`)
  await rm(beside, { force: true })
  try {
    await copyFile(from, beside, constants.COPYFILE_EXCL)
    const { atime, mtime } = await stat(from)
    await utimes(beside, atime, mtime)
    if ((await hashOf(beside)) !== sha256) throw new Error('a file changed while it was copied')
    return await giveName(beside, to)
  } finally {
    await rm(beside, { force: true })
  }
}

/** Where there are no links, between the look and the rename another program could put a file there; no system has better. */
async function giveName(beside: string, to: string): Promise<boolean> {
  try {
    await link(beside, to)
    return true
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST' || (await isThere(to))) return false
  }
  await rename(beside, to)
  return true
}

/** Takes an original away, now that it lies elsewhere; one that was replaced meanwhile stays. */
export async function takeAway(
  from: string,
  { size, modifiedAt }: { readonly size: number; readonly modifiedAt: number },
): Promise<void> {
  const found = await stat(from).catch(() => null)
  if (found && found.size === size && found.mtimeMs === modifiedAt) await unlink(from)
}

export async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
