import type { DroppedFile } from '../electron/contract.ts'

/** Left behind by file managers in every folder; nobody means to read them. */
const litter = /^(\.|Thumbs\.db$|desktop\.ini$|~\$)/i

/**
 * Every file of a drop, folders opened. Where the host knows paths itself, the top of the drop
 * is enough. Must be called while the drop event is handled: entries are gone afterwards.
 */
export async function droppedFiles(
  dropped: DataTransfer,
  knowsPaths: boolean,
): Promise<readonly DroppedFile[]> {
  if (knowsPaths) return pickedFiles(dropped.files)
  const entries = [...dropped.items].map((item) => item.webkitGetAsEntry())
  const loose = pickedFiles(dropped.files)
  if (entries.every((entry) => entry === null)) return loose
  const found = await Promise.all(entries.map((entry) => (entry ? filesIn(entry) : [])))
  return found.flat().filter((dropped) => !litter.test(dropped.file.name))
}

/** Files as an <input> or a plain drop gives them. */
export function pickedFiles(files: FileList): readonly DroppedFile[] {
  return [...files].map((file) => ({ file, relativePath: file.webkitRelativePath || file.name }))
}

async function filesIn(entry: FileSystemEntry): Promise<readonly DroppedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ file, relativePath: entry.fullPath.replace(/^\//, '') }]
  }
  if (!isFolder(entry)) return []
  const children = await entriesOf(entry.createReader())
  const found = await Promise.all(children.map(filesIn))
  return found.flat()
}

/** A reader gives at most a hundred entries at a time, and an empty list at the end. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
    reader.readEntries(resolve, reject),
  )
  return part.length === 0 ? [] : [...part, ...(await entriesOf(reader))]
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
