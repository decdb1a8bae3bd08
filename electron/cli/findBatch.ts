import type { BatchSummary } from '../views.ts'
import type { Call } from './call.ts'
import { UsageError } from './options.ts'

/** The batch that a person means: its id, the beginning of it, or `latest`. */
export async function findBatch(
  call: Call,
  named: string,
  { deleted = false }: { readonly deleted?: boolean } = {},
): Promise<BatchSummary> {
  const batches = await allBatches(call, deleted)
  // A draft waits in a window for somebody to start it; nobody means it here.
  const latest = batches.find(({ lifecycle }) => lifecycle !== 'draft')
  if (named === 'latest' && latest) return latest
  const found = batches.filter(({ id }) => id === named)
  const meant = found.length > 0 ? found : batches.filter(({ id }) => id.startsWith(named))
  const [batch, ...others] = meant
  if (batch && others.length === 0) return batch
  if (batch) throw new UsageError(`“${named}” could be ${meant.map(({ id }) => id).join(' or ')}.`)
  if (deleted) throw new UsageError(`No deleted batch “${named}” can be restored.`)
  throw new UsageError(`There is no batch “${named}”. \`status\` lists those there are.`)
}

const atOnce = 500

/** Every batch, the newest first; or those that were deleted. */
export async function allBatches(call: Call, deleted = false): Promise<readonly BatchSummary[]> {
  const batches: BatchSummary[] = []
  let after: string | null = null
  for (;;) {
    const some: readonly BatchSummary[] = await call('batch.list', {
      deleted,
      after,
      limit: atOnce,
    })
    batches.push(...some)
    const last = some.at(-1)
    // Deleted ones are few, and come in one piece.
    if (deleted || !last || some.length < atOnce) return batches
    after = last.id
  }
}
