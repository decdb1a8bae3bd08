import { AppError } from '../../../workers/errors.ts'
import type { BatchSummary } from '../../views.ts'
import { addFiles } from '../addFiles.ts'
import type { Core } from '../core.ts'
import { type Batch, describeBatch } from '../db/batches.ts'
import { durably } from '../db/open.ts'
import { differencesOf } from '../differences.ts'
import { duplicateBatch } from '../duplicateBatch.ts'
import { forecastOf } from '../forecast.ts'
import { amendTemplate } from '../reextract.ts'
import type { Runner } from '../runner.ts'
import { setThreshold } from '../setThreshold.ts'
import type { HandlersOf } from './index.ts'

type Changes = Pick<
  HandlersOf<'batch'>,
  | ('batch.update' | 'batch.add' | 'batch.reextract' | 'batch.duplicate' | 'batch.differences')
  | ('batch.forecast' | 'batch.setThreshold')
>

/** What a person makes of a batch that is there: more files, another template, another name. */
export function batchChanges(
  core: Core,
  runner: Runner,
  {
    known,
    summary,
    settled,
  }: Readonly<{
    known: (batchId: string) => Batch
    summary: (batchId: string) => BatchSummary
    settled: (batchId: string) => BatchSummary
  }>,
): Changes {
  return {
    'batch.update': ({ batchId, name, reference, priority }) => {
      const batch = known(batchId)
      const now = {
        id: batchId,
        name: name ?? batch.name,
        reference: reference === undefined ? batch.reference : reference,
        priority: priority ?? batch.priority,
      }
      durably(core.db, () => describeBatch(core.db, now))
      runner.setPriority(batchId, now.priority)
      return settled(batchId)
    },
    'batch.add': async ({ batchId, paths, passwords }) => {
      known(batchId)
      // What is being cancelled is not added to: it would be cancelled, too.
      if (known(batchId).intent === 'cancel') await runner.idle(batchId)
      const counts = await addFiles(core, known(batchId), paths)
      core.passwords.add(batchId, passwords)
      if (counts.added > 0 && known(batchId).intent === 'run') runner.start(batchId)
      return { ...counts, batch: settled(batchId) }
    },
    'batch.reextract': (input) => {
      const batch = known(input.batchId)
      if (batch.intent === 'cancel' && !batch.finishedAt)
        throw new AppError('invalid_input', { problem: 'the batch is being cancelled.' })
      amendTemplate(core, batch, input)
      runner.restart(batch.id)
      return settled(batch.id)
    },
    'batch.duplicate': async (input) => {
      const batchId = await duplicateBatch(core, known(input.batchId), input)
      runner.start(batchId)
      return summary(batchId)
    },
    'batch.forecast': ({ batchId }) => forecastOf(core, known(batchId)),
    'batch.setThreshold': async (input) => {
      const { id, kind } = known(input.batchId)
      if (kind !== 'extract')
        throw new AppError('invalid_input', { problem: 'this batch has no values to look at.' })
      await setThreshold(core, input)
      return settled(id)
    },
    'batch.differences': ({ batchId }) => [...differencesOf(core, known(batchId))],
  }
}
