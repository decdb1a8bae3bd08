import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isCompanion, isLeftover } from '../fileNames.ts'
import { naturalOrder } from '../naturalOrder.ts'

/** A file as it lies in a watched folder at one look. */
export interface Seen {
  readonly path: string
  readonly name: string
  readonly size: number
  readonly modifiedAt: number
  /** A link is read, but never moved. */
  readonly isLink: boolean
}

export interface Listing {
  readonly files: readonly Seen[]
  /** Files and sub-folders that may not be looked at for now; they are tried again. */
  readonly closed: number
}

/**
 * The files of a watched folder, in the order in which people count; hidden and temporary ones are left out, and what
 * stands in `leaveOut`. Links to folders are not followed: what lies there would be met twice. Throws what the system
 * says when the folder itself cannot be listed.
 */
export async function listWatched(
  folder: string,
  {
    withSubfolders,
    leaveOut,
  }: { readonly withSubfolders: boolean; readonly leaveOut: ReadonlySet<string> },
): Promise<Listing> {
  const files: Seen[] = []
  let closed = 0
  const ahead = [folder]
  for (let here = ahead.pop(); here !== undefined; here = ahead.pop()) {
    const entries = await entriesOf(here, here === folder)
    if (!entries) closed += 1
    for (const entry of entries ?? []) {
      const path = join(here, entry.name)
      if (isLeftover(entry.name) || leaveOut.has(path)) continue
      if (entry.isDirectory()) {
        if (withSubfolders) ahead.push(path)
        continue
      }
      if (isCompanion(entry.name) || !(entry.isFile() || entry.isSymbolicLink())) continue
      const seen = await look(path, entry)
      if (seen === 'closed') closed += 1
      else if (seen) files.push(seen)
    }
  }
  return { files: files.sort((a, b) => naturalOrder(a.path, b.path)), closed }
}

async function entriesOf(folder: string, isRoot: boolean): Promise<Dirent[] | null> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (thrown) {
    if (isRoot) throw thrown
    return isMissing(thrown) ? [] : null
  }
}

/** Null: it is gone again, or no file. */
async function look(path: string, entry: Dirent): Promise<Seen | 'closed' | null> {
  try {
    const found = await stat(path)
    if (!found.isFile()) return null
    const { size, mtimeMs: modifiedAt } = found
    return { path, name: entry.name, size, modifiedAt, isLink: entry.isSymbolicLink() }
  } catch (thrown) {
    return isMissing(thrown) ? null : 'closed'
  }
}

function isMissing(thrown: unknown): boolean {
  return (thrown as NodeJS.ErrnoException).code === 'ENOENT'
}
