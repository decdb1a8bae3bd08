import { type ErrorCode, type Failure, sentenceOf } from '../../../workers/errors.ts'
import { troubleOf } from '../../core/trouble.ts'

/** HTTP's word for a code; whatever was understood and still cannot be done is 422. */
const statusOf: Partial<Record<ErrorCode, number>> = {
  invalid_input: 400,
  ...{ key_missing: 401, key_unknown: 401, key_expired: 401, key_revoked: 401 },
  ...{ key_reads_only: 403, path_refused: 403, foreign_request: 403, interface_off: 403 },
  ...{ not_known: 404, not_found: 404 },
  method_unknown: 405,
  ...{ request_conflict: 409, batch_deleted: 409, work_running: 409 },
  too_large: 413,
  media_type_unknown: 415,
  too_many_failures: 429,
  ...{ internal: 500, database_damaged: 500, database_locked: 503 },
  ...{ disk_full: 507, no_space: 507 },
}

export interface ApiFailure {
  readonly status: number
  readonly error: Omit<Failure, 'details'> & { readonly details?: Failure['details'] }
}

/** Whatever was thrown, as a status and the one object that every failure answers with. */
export function apiFailure(thrown: unknown): ApiFailure {
  const { code, details } = troubleOf(thrown)
  // The words of an unexpected error may quote what is none of the client's business.
  const said = code === 'internal' ? { problem: 'the log of Sheaf knows more' } : details
  const message = sentenceOf(code, said)
  const hasDetails = Object.keys(said).length > 0
  return {
    status: statusOf[code] ?? 422,
    error: { code, message, ...(hasDetails && { details: said }) },
  }
}
