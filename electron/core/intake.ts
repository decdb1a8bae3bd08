import type { Dirent } from 'node:fs'
import { open, readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { AppError } from '../../workers/errors.ts'
import { fileType, headBytes } from '../../workers/source/fileType.ts'
import { isCompanion, isLeftover, looksReadable } from './fileNames.ts'
import { naturalOrder } from './naturalOrder.ts'

export interface SourceFile {
  readonly path: string
  readonly filename: string
  /** null when the file system would not say; the reason is found again when the item runs. */
  readonly size: number | null
}

/**
 * The files that a person means by naming files and folders, in the order in which people count.
 * In a folder everything is meant except hidden and temporary files, companions (README, *.md,
 * *.jsonl, licences) and what stands in `leaveOut` (our own exports and data folder); a file named
 * by itself is always meant. `judge` throws on places that whoever asks may not read; links are judged where they
 * lead. Throws folder_not_found, access_denied and nothing_to_read.
 */
export async function findFiles(
  paths: readonly string[],
  leaveOut: ReadonlySet<string> = new Set(),
  judge?: (path: string) => Promise<void>,
): Promise<readonly SourceFile[]> {
  const found = new Map<string, SourceFile>()
  for (const named of paths) {
    const path = resolve(named)
    await judge?.(path)
    const entry = await statNamed(path, named)
    const files = entry.isDirectory()
      ? await walk(path, leaveOut, judge)
      : [fileAt(path, entry.size)]
    for (const file of files) if (!found.has(file.path)) found.set(file.path, file)
  }
  const files = [...found.values()]
  if (!(await someReadable(files)))
    throw new AppError('nothing_to_read', { path: paths.join(', ') })
  return files
}

async function statNamed(path: string, named: string) {
  try {
    return await stat(path)
  } catch (thrown) {
    if (isDenied(thrown)) throw new AppError('access_denied', { file: named })
    throw new AppError('folder_not_found', { path: named })
  }
}

/** Every file below a folder. Links to folders are followed, but each folder is entered once. */
async function walk(
  root: string,
  leaveOut: ReadonlySet<string>,
  judge?: (path: string) => Promise<void>,
): Promise<SourceFile[]> {
  const files: SourceFile[] = []
  const entered = new Set<string>()
  const ahead = [root]
  for (let folder = ahead.pop(); folder !== undefined; folder = ahead.pop()) {
    const real = await realpath(folder)
    if (entered.has(real)) continue
    entered.add(real)

    const entries = await entriesOf(folder)
    if (!entries && folder === root) throw new AppError('access_denied', { file: root })
    // A folder that may not be entered stands for itself: it becomes an item that says so.
    if (!entries) files.push(fileAt(folder, null))
    for (const entry of entries ?? []) {
      const path = join(folder, entry.name)
      if (isLeftover(entry.name) || leaveOut.has(path)) continue
      if (entry.isSymbolicLink()) await judge?.(path)
      const kind = await kindOf(entry, path)
      if (kind.is === 'folder') ahead.push(path)
      if (kind.is === 'file' && !isCompanion(entry.name)) files.push(fileAt(path, kind.size))
    }
  }
  return files.sort((a, b) => naturalOrder(a.path, b.path))
}

async function entriesOf(folder: string): Promise<Dirent[] | null> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (thrown) {
    if (isDenied(thrown)) return null
    throw thrown
  }
}

type Kind = { is: 'folder' } | { is: 'other' } | { is: 'file'; size: number | null }

async function kindOf(entry: Dirent, path: string): Promise<Kind> {
  if (entry.isDirectory()) return { is: 'folder' }
  if (!entry.isFile() && !entry.isSymbolicLink()) return { is: 'other' }
  try {
    const target = await stat(path)
    if (target.isDirectory()) return { is: 'folder' }
    return target.isFile() ? { is: 'file', size: target.size } : { is: 'other' }
  } catch {
    // A broken link, or a file that may not be looked at: listed, so that nobody misses it.
    return { is: 'file', size: null }
  }
}

function fileAt(path: string, size: number | null): SourceFile {
  return { path, filename: basename(path), size }
}

/** Whether it is worth starting: one name that promises a document, else one content that is one. */
async function someReadable(files: readonly SourceFile[]): Promise<boolean> {
  if (files.some((file) => looksReadable(file.filename))) return true
  for (const file of files) if (await hasReadableContent(file.path)) return true
  return false
}

async function hasReadableContent(path: string): Promise<boolean> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
      return fileType(buffer.subarray(0, bytesRead)) !== null
    } finally {
      await file.close()
    }
  } catch {
    return false
  }
}

function isDenied(thrown: unknown): boolean {
  return ['EACCES', 'EPERM'].includes((thrown as NodeJS.ErrnoException).code ?? '')
}
