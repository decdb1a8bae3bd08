import type { Template } from '../../workers/template.ts'
import type { Core } from './core.ts'
import { type BatchConfig, configOf } from './db/batches.ts'
import type { StoredDocument } from './db/documents.ts'

type Named = Pick<StoredDocument, 'templateName' | 'templateVersion'>

/**
 * The template that a document was extracted with, as it was then: its batch may have another now and an undo
 * may have put the document back, or a person gave it a type that its batch did not know. Null when there is
 * none any more.
 */
export function templateOf(
  { db, templates }: Pick<Core, 'db' | 'templates'>,
  document: Named & Pick<StoredDocument, 'batchId'>,
): Template | null {
  return templateIn(configOf(db, document.batchId), templates, document)
}

/** The same, where the configuration of the batch is at hand. */
export function templateIn(
  config: BatchConfig | null,
  today: readonly Template[],
  { templateName, templateVersion }: Named,
): Template | null {
  const { templates = [], amendments = [] } = config ?? {}
  const earlier = amendments.toReversed().flatMap((amendment) => amendment.templates)
  const named = [...templates, ...earlier, ...today].filter(({ name }) => name === templateName)
  return named.find(({ version }) => version === templateVersion) ?? named[0] ?? null
}

/** Those that a person may choose for a document: of its batch, and of today's those whose names it does not know. */
export function templatesFor(
  { templates: frozen }: Pick<BatchConfig, 'templates'>,
  today: readonly Template[],
): readonly Template[] {
  const names = new Set(frozen.map(({ name }) => name))
  return [...frozen, ...today.filter(({ name }) => !names.has(name))]
}
