import { AppError } from '../../../workers/errors.ts'
import { type Operation, type OperationName, operations } from './operations.ts'

export interface Match {
  readonly name: OperationName
  readonly operation: Operation
  /** What stands in the place of `{…}`, in order. */
  readonly parts: readonly string[]
}

const patterns = Object.entries(operations).map(([name, operation]) => ({
  name: name as OperationName,
  operation,
  pattern: new RegExp(`^${operation.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '([^/]+)')}$`),
}))

/** The operation that is meant; null where the address is none of ours. Throws method_unknown. */
export function match(method: string, address: string): Match | null {
  const here = patterns.filter(({ pattern }) => pattern.test(address))
  const meant = here.find(({ operation }) => operation.method === method)
  if (meant) {
    const [, ...encoded] = meant.pattern.exec(address) ?? []
    const parts = encoded.map(decoded)
    return parts.includes(null) ? null : { ...meant, parts: parts as string[] }
  }
  if (here.length === 0) return null
  const known = here.map(({ operation }) => operation.method).join(', ')
  throw new AppError('method_unknown', { address, method, known })
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
