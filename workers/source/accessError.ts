import { basename } from 'node:path'
import { AppError } from '../errors.ts'

/** The AppError for trouble in opening a file; anything unexpected is given back as it came. */
export function accessError(thrown: unknown, path: string): unknown {
  const code = (thrown as NodeJS.ErrnoException).code
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new AppError('file_not_found', { file: basename(path) })
  if (code === 'EACCES' || code === 'EPERM')
    return new AppError('access_denied', { file: basename(path) })
  return thrown
}
