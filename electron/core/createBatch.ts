import type { ParsedInput } from '../contract.ts'
import type { Core } from './core.ts'
import { deleteDraft } from './db/drafts.ts'
import { draftBatch } from './draftBatch.ts'
import { settleDecisions } from './settleDecisions.ts'
import { startDraft } from './startDraft.ts'
import type { ChosenTemplates } from './templates.ts'

/**
 * Takes in files and folders as a new batch: a draft that is started at once. Everything that could end it
 * and is known before its files are opened is found out first; then nothing is stored. `chosen`: templates
 * that another batch was frozen with.
 */
export async function createBatch(
  core: Core,
  input: ParsedInput<'batch.create'>,
  chosen?: ChosenTemplates,
): Promise<string> {
  await settleDecisions(core, input, chosen)
  const id = await draftBatch(core, input)
  try {
    await startDraft(core, id, {}, chosen)
  } catch (thrown) {
    deleteDraft(core.db, id)
    throw thrown
  }
  return id
}
