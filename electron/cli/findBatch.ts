import type { BatchSummary } from '../views.ts'
import type { Call } from './call.ts'
import { UsageError } from './options.ts'

/** The batch that a person means: its id, the beginning of it, or `latest`. */
export async function findBatch(call: Call, named: string): Promise<BatchSummary> {
  const batches = await call('batch.list', {})
  // A draft waits in a window for somebody to start it; nobody means it here.
  const latest = batches.find(({ lifecycle }) => lifecycle !== 'draft')
  if (named === 'latest' && latest) return latest
  const found = batches.filter(({ id }) => id === named)
  const meant = found.length > 0 ? found : batches.filter(({ id }) => id.startsWith(named))
  const [batch, ...others] = meant
  if (batch && others.length === 0) return batch
  if (batch) throw new UsageError(`“${named}” could be ${meant.map(({ id }) => id).join(' or ')}.`)
  throw new UsageError(`There is no batch “${named}”. \`status\` lists those there are.`)
}
