import { execFileSync } from 'node:child_process'
import { testFolder } from './testApp.ts'

export interface SmallDisk {
  readonly folder: string
  resize(size: string): void
  remove(): void
}

/** A disk of its own with so much room; null where this user may not make one. */
export function smallDisk(size: string): SmallDisk | null {
  if (process.platform !== 'linux') return null
  const folder = testFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], {
      stdio: 'ignore',
    })
  } catch {
    return null
  }
  return {
    folder,
    resize: (size) => execFileSync('mount', ['-o', `remount,size=${size}`, folder]),
    remove: () => execFileSync('umount', [folder]),
  }
}
