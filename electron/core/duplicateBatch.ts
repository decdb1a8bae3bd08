import { AppError } from '../../workers/errors.ts'
import type { ParsedInput } from '../contract.ts'
import type { Core } from './core.ts'
import { createBatch } from './createBatch.ts'
import { type Batch, configOf } from './db/batches.ts'
import { chooseTemplates } from './templates.ts'

/**
 * A new batch from the sources and the configuration of another. It is written nowhere by itself: its results
 * would take the place of the other's. Throws what creating a batch throws.
 */
export async function duplicateBatch(
  core: Core,
  batch: Batch,
  { templates, name }: ParsedInput<'batch.duplicate'>,
): Promise<string> {
  const config = configOf(core.db, batch.id)
  if (!config) throw new AppError('not_found', { what: 'batch' })
  const { mode, languages } = config.settings
  const file = config.templateFile ?? null
  const chosen =
    templates === 'today'
      ? chooseTemplates(file ?? batch.template, core.templates)
      : { choice: batch.template, templates: config.templates, file }
  const input = {
    ...{ paths: [...batch.sources], samples: false, output: null },
    ...{ name: name ?? batch.name, reference: batch.reference, priority: batch.priority },
    ...{ kind: batch.kind, template: chosen.choice, tables: config.tables ?? false },
    leaveOutDuplicates: config.leaveOutDuplicates ?? false,
    threshold: config.threshold ?? null,
    ...(config.exportOptions && { exportOptions: config.exportOptions }),
    split: config.split ? ('auto' as const) : ('never' as const),
    ...{ reader: mode, languages: [...languages], passwords: [...core.passwords.of(batch.id)] },
  }
  return createBatch(core, input, { chosen })
}
