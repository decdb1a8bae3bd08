import { failureOf } from '../../workers/errors.ts'
import { reviewThreshold } from '../../workers/extraction/confidence.ts'
import { languageName } from '../../workers/page/languageCodes.ts'
import { readerKey } from '../../workers/page/readerKey.ts'
import type { ReaderSettings } from '../../workers/tasks.ts'
import type { Template } from '../../workers/template.ts'
import type { Difference } from '../views.ts'
import type { Core } from './core.ts'
import { type Batch, type BatchConfig, configOf } from './db/batches.ts'
import { countOwnReadings } from './db/items.ts'
import { ownOcrData } from './ownOcrData.ts'
import { templateDifferences } from './templateDifferences.ts'
import { chooseTemplates } from './templates.ts'

/** In what a batch, with its frozen configuration, is not what it would be if it were started now. */
export function differencesOf(core: Core, batch: Batch): readonly Difference[] {
  const config = configOf(core.db, batch.id)
  if (!config) return []
  return [
    ...amendmentsOf(config),
    ...(batch.kind === 'read' ? [] : ofTemplates(core, batch, config)),
    ...ofReading(core, batch, config),
    ...ofThreshold(batch, config),
    ...ownReadings(core, batch),
    ...ofVersion(core, config),
  ]
}

const plain = { template: null, field: null, before: null, now: null }

function amendmentsOf({ amendments = [] }: BatchConfig): Difference[] {
  return amendments.map(({ at, from, to }) => ({
    ...{ ...plain, kind: 'template_replaced' as const, before: from, now: to },
    sentence: `On ${at.slice(0, 10)} its documents were extracted anew: with “${to}” instead of “${from}”.`,
  }))
}

function ofTemplates(core: Core, batch: Batch, config: BatchConfig): readonly Difference[] {
  try {
    const { templates } = chooseTemplates(config.templateFile ?? batch.template, core.templates)
    return templatesApart(config.templates, templates)
  } catch (thrown) {
    const { message } = failureOf(thrown)
    return [
      {
        ...{ ...plain, kind: 'template_missing', template: batch.template, before: batch.template },
        sentence: `Today’s template cannot be compared: ${message}`,
      },
    ]
  }
}

function templatesApart(frozen: readonly Template[], today: readonly Template[]): Difference[] {
  const gone = frozen.filter(({ name }) => !today.some((template) => template.name === name))
  const fresh = today.filter(({ name }) => !frozen.some((template) => template.name === name))
  const both = frozen.flatMap((before) => {
    const now = today.find(({ name }) => name === before.name)
    return now ? templateDifferences(before, now) : []
  })
  return [
    ...gone.map(({ name, title }) => ({
      ...{ ...plain, kind: 'template_missing' as const, template: name, before: name },
      sentence: `The template “${title}” is no longer there.`,
    })),
    ...fresh.map(({ name, title }) => ({
      ...{ ...plain, kind: 'template_added' as const, template: name, now: name },
      sentence: `The template “${title}” has come since: no document of this batch was tried with it.`,
    })),
    ...both,
  ]
}

const modes = {
  auto: 'the text in a file where it can be trusted',
  ocr: 'OCR',
  text_layer: 'the text in a file alone',
} as const

/** How pages are read, in words. */
function wordsOf({ mode, languages }: ReaderSettings): string {
  const read = languages.map(languageName).join(' and ')
  return `by ${modes[mode]}, ${read ? `scans in ${read}` : 'in the language that is found'}`
}

function ofReading(core: Core, batch: Batch, { settings, ownData }: BatchConfig): Difference[] {
  const usual: ReaderSettings = { mode: 'auto', languages: [] }
  const found: Difference[] = []
  const [before, now] = [wordsOf(settings), wordsOf(usual)]
  if (before !== now)
    found.push({
      ...{ ...plain, kind: 'settings', before, now },
      sentence: `Its pages are read ${before}; without a choice they would be read ${now}.`,
    })
  const dataNow = ownOcrData(core, settings.languages)
  if (ownData !== undefined && ownData !== dataNow)
    found.push({
      ...{ ...plain, kind: 'language_data', before: ownData || null, now: dataNow || null },
      sentence: 'Your own language data is not what it was: scans would be read with other data.',
    })
  else if (readerKey(settings, dataNow) !== batch.readerKey && ownData !== undefined)
    found.push({
      ...{ ...plain, kind: 'reading' },
      sentence: 'Sheaf reads pages better than it did: a new batch would read them again.',
    })
  return found
}

function ofThreshold({ kind }: Batch, { threshold = reviewThreshold }: BatchConfig): Difference[] {
  if (kind !== 'extract' || threshold === reviewThreshold) return []
  const [before, now] = [threshold, reviewThreshold].map(
    (share) => `${+(100 * share).toFixed(1)} %`,
  )
  return [
    {
      ...{ ...plain, kind: 'settings', before: before ?? null, now: now ?? null },
      sentence: `Values less sure than ${before} are looked at; without a choice those less sure than ${now}.`,
    },
  ]
}

function ownReadings({ db }: Core, batch: Batch): Difference[] {
  return countOwnReadings(db, batch.id).map(({ settings, items }) => ({
    ...{ ...plain, kind: 'retried', now: wordsOf(settings) },
    sentence: `${items === 1 ? '1 file was' : `${items} files were`} tried again and read ${wordsOf(settings)}.`,
  }))
}

function ofVersion({ version }: Core, { appVersion }: BatchConfig): Difference[] {
  if (version === appVersion) return []
  return [
    {
      ...{ ...plain, kind: 'app_version', before: appVersion, now: version },
      sentence: `It was started with Sheaf ${appVersion}; this is ${version}.`,
    },
  ]
}
