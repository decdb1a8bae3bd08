import { open, readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Which of these files a program has open for writing, as far as Node alone can tell. On Linux the open files of the
 * same user's programs are looked through; on Windows a file that another program writes does not open for writing.
 * Elsewhere, and where another computer writes to a share, nobody says; then it is left to the size, the time and the
 * end of a file.
 */
export async function openForWriting(
  paths: readonly string[],
  platform: NodeJS.Platform = process.platform,
): Promise<ReadonlySet<string>> {
  if (paths.length === 0) return new Set()
  if (platform === 'linux') return openOnLinux(new Set(paths))
  if (platform === 'win32') return openOnWindows(paths)
  return new Set()
}

async function openOnLinux(paths: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const processes = (await namesIn('/proc')).filter((name) => /^\d+$/.test(name))
  for (const pid of processes) {
    // Of other users' programs the folder is closed.
    for (const fd of await namesIn(`/proc/${pid}/fd`)) {
      const path = await readlink(join('/proc', pid, 'fd', fd)).catch(() => '')
      if (paths.has(path) && (await isForWriting(pid, fd))) found.add(path)
    }
  }
  return found
}

async function isForWriting(pid: string, fd: string): Promise<boolean> {
  const facts = await readFile(join('/proc', pid, 'fdinfo', fd), 'utf8').catch(() => '')
  const flags = /^flags:\s+([0-7]+)$/m.exec(facts)?.[1]
  // The last two bits: 0 is for reading alone.
  return flags !== undefined && (Number.parseInt(flags, 8) & 3) !== 0
}

async function openOnWindows(paths: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const path of paths) {
    try {
      await (await open(path, 'r+')).close()
    } catch (thrown) {
      // A file marked read-only says EPERM, and nobody writes it.
      if ((thrown as NodeJS.ErrnoException).code === 'EBUSY') found.add(path)
    }
  }
  return found
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => [])
}
