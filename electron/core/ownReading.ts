import { readerKey } from '../../workers/page/readerKey.ts'
import type { ParsedInput } from '../contract.ts'
import type { Core } from './core.ts'
import { configOf } from './db/batches.ts'
import type { ItemReading } from './db/items.ts'
import { chooseLanguages } from './languages.ts'
import { ownOcrData } from './ownOcrData.ts'

/**
 * How a person wants items to be read that are tried again; null: as before. The configuration of their batch
 * stays as it is for all others. Throws language_missing.
 */
export function ownReading(
  core: Core,
  batchId: string,
  { reader, languages }: Pick<ParsedInput<'batch.retry'>, 'reader' | 'languages'>,
): ItemReading | null {
  const frozen = configOf(core.db, batchId)?.settings
  if (!frozen || (reader === null && languages === null)) return null
  const settings = {
    mode: reader ?? frozen.mode,
    languages: languages === null ? frozen.languages : chooseLanguages(core, languages),
  }
  const ownData = ownOcrData(core, settings.languages)
  return { readerKey: readerKey(settings, ownData), settings, ownData }
}
