import { z } from 'zod'
import { AppError } from '../../../workers/errors.ts'

/** A value that has its schema's shape. Throws invalid_input, which says where it has not. */
export function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const problem = z.prettifyError(result.error).replace(/\s+/g, ' ').trim()
  throw new AppError('invalid_input', { problem: problem.slice(0, 1000) })
}
