import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { exportFiles } from '../../workers/export/exportFiles.ts'

/** Hidden folders that this process is using. */
const inUse = new Set<string>()

/**
 * A new hidden folder beside a file, so that the last step of writing it is a rename within one file system. Its
 * name says which process made it: one that was killed takes nothing away again.
 */
export async function makeHiddenFolder(path: string): Promise<string> {
  const folder = await mkdtemp(join(dirname(path), `.sheaf-${process.pid}-`))
  inUse.add(folder)
  return folder
}

export async function removeHiddenFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  inUse.delete(folder)
}

/**
 * Takes away what killed processes left of this same file. What holds anything else, or belongs to a process
 * that is still there, stays.
 */
export async function removeLeftovers(path: string): Promise<void> {
  const ours = new Set(exportFiles(path).map((file) => basename(file)))
  for (const name of await readdir(dirname(path))) {
    const folder = join(dirname(path), name)
    const pid = /^\.sheaf-(\d+)-/.exec(name)?.[1]
    if (pid === undefined || inUse.has(folder) || isAlive(Number(pid))) continue
    const holds = await readdir(folder).catch(() => null)
    if (holds?.every((file) => ours.has(file))) await rm(folder, { recursive: true, force: true })
  }
}

/** Our own number can be that of a process before us: what we use ourselves is known. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
