import { failureOf } from '../../../workers/errors.ts'
import type { Core } from '../core.ts'
import { type Batch, reopenBatch } from '../db/batches.ts'
import { findAct, findLastAct } from '../db/fieldEvents.ts'
import { undoAct } from '../history.ts'
import { putBackItems, removeItems } from '../removeItems.ts'
import type { Runner } from '../runner.ts'
import { setTypes } from '../setTypes.ts'
import { approveDocuments } from '../settleDocument.ts'
import type { HandlersOf } from './index.ts'

type Selections = Pick<
  HandlersOf<'batch'>,
  'batch.approve' | 'batch.setType' | 'batch.undo' | 'batch.remove' | 'batch.putBack'
>

/** What a person does with several documents or files of a batch at once. */
export function batchSelection(
  core: Core,
  runner: Runner,
  { known }: Readonly<{ known: (batchId: string) => Batch }>,
): Selections {
  return {
    'batch.approve': ({ batchId, documentIds }) => {
      known(batchId)
      return { acts: approveDocuments(core, documentIds) }
    },
    'batch.setType': async ({ batchId, documentIds, template }) => {
      known(batchId)
      const { acts, failures } = await setTypes(core, documentIds, template)
      return {
        acts: [...acts],
        failures: failures.map(({ documentId, thrown }) => ({
          documentId,
          failure: failureOf(thrown),
        })),
      }
    },
    'batch.undo': ({ batchId, acts }) => {
      known(batchId)
      const last = acts.flatMap((id) => {
        const documentId = findAct(core.db, id)?.documentId
        return documentId && findLastAct(core.db, documentId)?.id === id ? [documentId] : []
      })
      for (const documentId of last) undoAct(core, documentId)
      return { documentIds: last }
    },
    'batch.remove': ({ batchId, itemIds }) => {
      known(batchId)
      return { itemIds: [...removeItems(core, batchId, itemIds)] }
    },
    'batch.putBack': ({ batchId, itemIds }) => {
      const batch = known(batchId)
      const { putBack, hasWork } = putBackItems(core, batch, itemIds)
      if (hasWork && batch.intent === 'run') {
        if (batch.finishedAt) reopenBatch(core.db, batchId)
        runner.start(batchId)
      }
      return { itemIds: [...putBack] }
    },
  }
}
