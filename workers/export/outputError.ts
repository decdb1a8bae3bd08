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
  if (thrown instanceof AppError)
    return thrown.code === 'output_locked'
      ? new AppError('output_locked', { ...thrown.details, path }, thrown)
      : thrown
  const systemCode = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  const code = codes[systemCode]
  return code === undefined ? thrown : new AppError(code, { path }, thrown)
}
