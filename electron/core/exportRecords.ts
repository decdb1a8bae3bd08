import { setImmediate } from 'node:timers/promises'
import type { ResultRecord } from '../../workers/export/record.ts'
import type { Core } from './core.ts'
import { type Batch, configOf } from './db/batches.ts'
import { listDocumentsOfItem } from './db/documents.ts'
import { listFieldValues } from './db/fields.ts'
import { type Item, listItems } from './db/items.ts'
import { listEnginesByItem } from './db/readings.ts'
import { documentRecord, itemRecord, itemTablesOf, missingIn, type Run } from './documentRecord.ts'
import { ledgerOf } from './ledger.ts'
import { partialWords } from './partialWords.ts'
import { templateIn } from './templateOf.ts'

/** What a person chose of a batch: documents, and files that have none. */
export interface Selection {
  readonly documentIds: readonly string[]
  readonly itemIds: readonly number[]
}

/**
 * One record per document in the order of intake, and one for every item that gave none. What a person took out
 * of the batch is in its ledger alone.
 */
export async function* recordsOf(
  { db, version, templates }: Core,
  batch: Batch,
  selection: Selection | null = null,
): AsyncGenerator<ResultRecord> {
  const isChosen = chosenBy(selection)
  const engines = listEnginesByItem(db, batch.id)
  const config = configOf(db, batch.id)
  const appVersion = config?.appVersion ?? version
  const ledger = ledgerOf(db, batch.id)
  const { files, pages } = ledger
  const isPartial = partialWords(ledger, selection) !== null
  let laidDown = 0
  for (const item of listItems(db, batch.id)) {
    const run: Run = {
      template: null,
      template_version: null,
      app_version: appVersion,
      engine: engines.get(item.id) ?? null,
      started_at: item.startedAt,
      finished_at: item.finishedAt,
      ...(isPartial && { partial: true as const }),
      ledger: { files, pages },
    }
    const documents = item.status === 'done' ? listDocumentsOfItem(db, item.id) : []
    if (documents.length === 0 && !isRemoved(item) && isChosen.item(item.id))
      yield itemRecord(batch, item, missingIn(db, item), run)
    for (const document of documents.filter(({ id }) => isChosen.document(id)))
      yield documentRecord(
        batch,
        item,
        document,
        listFieldValues(db, document.id),
        itemTablesOf(templateIn(config, templates, document)),
        run,
      )
    // Twenty thousand documents take seconds: whoever looks or presses something comes in between.
    if (++laidDown % 50 === 0) await setImmediate()
  }
}

function chosenBy(selection: Selection | null) {
  const documents = new Set(selection?.documentIds)
  const items = new Set(selection?.itemIds)
  return {
    document: (id: string) => selection === null || documents.has(id),
    item: (id: number) => selection === null || items.has(id),
  }
}

/** Whether a person took it out of the batch. */
export function isRemoved({ status, error }: Item): boolean {
  return status === 'skipped' && error?.code === 'removed'
}
