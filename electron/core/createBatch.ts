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
 * that another batch was frozen with; `judge`: throws on places that whoever asks may not read.
 */
export async function createBatch(
  core: Core,
  input: ParsedInput<'batch.create'>,
  { chosen, judge }: { chosen?: ChosenTemplates; judge?: (path: string) => Promise<void> } = {},
): Promise<string> {
  await settleDecisions(core, input, chosen)
  const id = await draftBatch(core, input, judge)
  try {
    await startDraft(core, id, {}, chosen)
  } catch (thrown) {
    deleteDraft(core.db, id)
    throw thrown
  }
  return id
}
