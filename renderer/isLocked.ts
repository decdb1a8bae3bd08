import type { DocumentRow } from '../electron/views.ts'

/** Whether only a password is missing. */
export function isLocked({ code }: NonNullable<DocumentRow['error']>): boolean {
  return code === 'file_encrypted' || code === 'password_wrong'
}
