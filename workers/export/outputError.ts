import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '../errors.ts'

const codes: Readonly<Record<string, 'output_locked' | 'disk_full'>> = {
  EACCES: 'output_locked',
  EBUSY: 'output_locked',
  EEXIST: 'output_locked',
  EISDIR: 'output_locked',
  ENAMETOOLONG: 'output_locked',
  ENOENT: 'output_locked',
  ENOTDIR: 'output_locked',
  EPERM: 'output_locked',
  EROFS: 'output_locked',
  EDQUOT: 'disk_full',
  ENOSPC: 'disk_full',
}

/** What a failed write means for the person who named the file; unknown trouble stays as it is. */
export function outputError(path: string, thrown: unknown): unknown {
  if (thrown instanceof AppError) {
    if (thrown.code !== 'output_locked') return thrown
    const { folder: _, ...details } = thrown.details
    return new AppError('output_locked', { ...details, path, ...missingFolder(path) }, thrown)
  }
  const systemCode = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  const code = codes[systemCode]
  if (code === undefined) return thrown
  return new AppError(code, { path, ...(code === 'output_locked' && missingFolder(path)) }, thrown)
}

/** Then nothing is in the way of the file, and no other name helps. */
function missingFolder(path: string): { readonly folder?: string } {
  const folder = dirname(path)
  try {
    return statSync(folder).isDirectory() ? {} : { folder }
  } catch {
    return { folder }
  }
}
