import type { Template } from '../../workers/template.ts'
import type { Core } from './core.ts'
import { configOf } from './db/batches.ts'
import type { StoredDocument } from './db/documents.ts'

/**
 * The template of a document: as it was when the batch was started, or as it is now where a person gave the
 * document a type that its batch did not know. Null when there is none any more.
 */
export function templateOf(
  core: Pick<Core, 'db' | 'templates'>,
  { batchId, templateName }: Pick<StoredDocument, 'batchId' | 'templateName'>,
): Template | null {
  return templatesFor(core, batchId).find(({ name }) => name === templateName) ?? null
}

/** Those of a batch, and of today's those whose names it does not know. */
export function templatesFor(
  { db, templates }: Pick<Core, 'db' | 'templates'>,
  batchId: string,
): readonly Template[] {
  const frozen = configOf(db, batchId)?.templates ?? []
  const names = new Set(frozen.map(({ name }) => name))
  return [...frozen, ...templates.filter(({ name }) => !names.has(name))]
}
