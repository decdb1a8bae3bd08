import { reviewThreshold } from '../../workers/extraction/confidence.ts'
import { documentUnder } from '../../workers/extraction/underThreshold.ts'
import type { ExtractedDocument } from '../../workers/model.ts'
import { type Db, row } from './db/open.ts'

/**
 * Under which confidence values of a batch are looked at, where that is not the measured one (or a person chose
 * that again): null is how the engine finds them. Looked up when it is needed, since a person may change it meanwhile.
 */
export function ownThreshold(db: Db, batchId: string): number | null {
  const found = row<{ threshold: number | null; isChosen: 0 | 1 }>(
    db,
    `select config ->> '$.threshold' as threshold, coalesce(config ->> '$.isThresholdChosen', 0) as isChosen
     from batch_configs where batch_id = @batchId`,
    { batchId },
  )
  const { threshold = null, isChosen = 0 } = found ?? {}
  return threshold === reviewThreshold && isChosen === 0 ? null : threshold
}

/** Documents as the engine found them, flagged as their batch wants it. */
export function underThreshold(
  db: Db,
  batchId: string,
  documents: readonly ExtractedDocument[],
): readonly ExtractedDocument[] {
  const threshold = ownThreshold(db, batchId)
  return threshold === null
    ? documents
    : documents.map((document) => documentUnder(document, threshold))
}
