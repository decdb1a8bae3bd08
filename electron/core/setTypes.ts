import { AppError } from '../../workers/errors.ts'
import type { Core } from './core.ts'
import { findDocument } from './db/documents.ts'
import { findLastAct } from './db/fieldEvents.ts'
import { inParallel } from './inParallel.ts'
import { setType } from './setType.ts'

interface Outcome {
  /** Ids of the acts, in no order. */
  readonly acts: readonly number[]
  readonly failures: readonly { readonly documentId: string; readonly thrown: unknown }[]
}

/**
 * Takes several documents for another type, each as an act of its own; one that fails leaves the others. With a
 * type that is not known none is touched.
 */
export async function setTypes(
  core: Core,
  documentIds: readonly string[],
  template: string,
): Promise<Outcome> {
  const acts: number[] = []
  const failures: { documentId: string; thrown: unknown }[] = []
  const left = documentIds.filter((id) => {
    const document = findDocument(core.db, id)
    return template === 'auto' || document?.templateName !== template
  })
  await inParallel(
    core.pool.threads,
    () => left.shift() ?? null,
    async (documentId) => {
      try {
        await setType(core, { documentId, template })
        const act = findLastAct(core.db, documentId)
        if (act) acts.push(act.id)
      } catch (thrown) {
        if (thrown instanceof AppError && thrown.code === 'no_template') throw thrown
        failures.push({ documentId, thrown })
      }
    },
  )
  return { acts, failures }
}
