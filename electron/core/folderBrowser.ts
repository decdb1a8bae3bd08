import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { AppError } from '../../workers/errors.ts'
import type { FolderListing } from '../views.ts'
import { isLeftover, looksLikeExport, looksReadable } from './fileNames.ts'
import { naturalOrder } from './naturalOrder.ts'

/** What a folder holds that could be read; null stands for the user's home. */
export async function listFolder(asked: string | null): Promise<FolderListing> {
  const path = resolve(asked ?? homedir())
  const listing: Pick<FolderListing, 'folders' | 'files' | 'exports'> = {
    ...{ folders: [], files: [], exports: [] },
  }
  for (const name of await namesIn(path)) {
    if (isLeftover(name)) continue
    const entry = await stat(join(path, name)).catch(() => null)
    if (entry?.isDirectory()) listing.folders.push({ name, path: join(path, name) })
    if (!entry?.isFile()) continue
    const file = { name, path: join(path, name), size: entry.size }
    if (looksReadable(name)) listing.files.push(file)
    else if (looksLikeExport(name)) listing.exports.push(file)
  }
  const parent = dirname(path)
  return { path, parent: parent === path ? null : parent, ...listing, places: places() }
}

async function namesIn(path: string): Promise<string[]> {
  try {
    return (await readdir(path)).sort(naturalOrder)
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code
    if (code === 'EACCES' || code === 'EPERM') throw new AppError('access_denied', { file: path })
    throw new AppError('folder_not_found', { path })
  }
}

/** Where people start to look: their own folders, then the drives. */
function places(): FolderListing['places'] {
  const home = homedir()
  const own = ['Documents', 'Desktop', 'Downloads'].map((name) => ({
    name,
    path: join(home, name),
  }))
  return [{ name: 'Home', path: home }, ...own, ...drives()].filter(({ path }) => existsSync(path))
}

function drives(): FolderListing['places'] {
  if (process.platform === 'win32')
    return [...'CDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => ({
      name: `${letter}:`,
      path: `${letter}:\\`,
    }))
  const mounted = process.platform === 'darwin' ? '/Volumes' : '/media'
  return [
    { name: 'Computer', path: '/' },
    { name: 'Drives', path: mounted },
  ]
}
