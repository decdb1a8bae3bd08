import type { Template } from '../../workers/template.ts'
import type { BatchConfig } from './db/batches.ts'
import type { StoredDocument } from './db/documents.ts'

/**
 * The template that a document was extracted with, as it was then; null when it had none. An undo may have put
 * a document back that was extracted with an earlier one than its batch has now.
 */
export function templateIn(
  config: BatchConfig | null,
  { templateName, templateVersion }: Pick<StoredDocument, 'templateName' | 'templateVersion'>,
): Template | null {
  const { templates = [], amendments = [] } = config ?? {}
  const known = [...templates, ...amendments.toReversed().flatMap((earlier) => earlier.templates)]
  const named = known.filter(({ name }) => name === templateName)
  return named.find(({ version }) => version === templateVersion) ?? named[0] ?? null
}
