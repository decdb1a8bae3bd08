import { resolve } from 'node:path'
import { AppError } from '../../workers/errors.ts'
import { reviewThreshold } from '../../workers/extraction/confidence.ts'
import { readerKey } from '../../workers/page/readerKey.ts'
import type { ReaderSettings } from '../../workers/tasks.ts'
import type { Change, Decisions } from '../preflightView.ts'
import { assertWritable } from './atomicWrite.ts'
import type { Core } from './core.ts'
import type { NewBatch } from './db/batches.ts'
import { assertHookAllowed } from './hooks/assertHookAllowed.ts'
import { chooseLanguages, languagesAsked } from './languages.ts'
import { ownOcrData } from './ownOcrData.ts'
import { type ChosenTemplates, chooseTemplates } from './templates.ts'

type Settled = Pick<
  NewBatch,
  'reference' | 'kind' | 'priority' | 'template' | 'config' | 'readerKey' | 'output'
>

/**
 * What a batch is started with, frozen: templates and settings as they are now. Throws what would end it at
 * once: no such template or language, an output that cannot be written. `chosen`: templates that another batch
 * was frozen with.
 */
export async function settleDecisions(
  core: Core,
  decided: Decisions,
  chosen: ChosenTemplates = chooseTemplates(decided.template, core.templates),
): Promise<Settled> {
  const { reference, kind, priority, tables, leaveOutDuplicates } = decided
  const { choice, templates, file } = chosen
  const languages = chooseLanguages(core, decided.languages)
  const settings: ReaderSettings = { mode: decided.reader, languages }
  const ownData = ownOcrData(core, languages)
  const output = decided.output === null ? null : resolve(decided.output)
  if (output) await assertWritable(output, kind)
  for (const hook of decided.hooks ?? []) await assertHookAllowed(hook)
  const appVersion = core.version
  return {
    ...{ reference, kind, priority, template: choice, output },
    config: {
      ...{ templates, settings, appVersion, ownData, tables, leaveOutDuplicates },
      split: decided.split === 'auto',
      threshold: decided.threshold ?? reviewThreshold,
      ...(file !== null && { templateFile: file }),
      ...(decided.exportOptions && { exportOptions: decided.exportOptions }),
      ...(decided.hooks && { hooks: decided.hooks }),
    },
    readerKey: readerKey(settings, ownData),
  }
}

/** Decisions with what a person changed of them. */
export function changed(decided: Decisions, change: Change): Decisions {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  return { ...decided, ...Object.fromEntries(given) }
}

/** All that `settleDecisions` would throw, one after the other. */
export async function decisionRefusals(
  core: Core,
  { template, languages, output, kind, hooks = [] }: Decisions,
): Promise<readonly AppError[]> {
  const steps = [
    () => chooseTemplates(template, core.templates),
    ...languagesAsked(languages).map((code) => () => chooseLanguages(core, [code])),
    () => (output === null ? null : assertWritable(resolve(output), kind)),
    ...hooks.map((hook) => () => assertHookAllowed(hook)),
  ]
  const refusals: AppError[] = []
  for (const step of steps) {
    try {
      await step()
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown
      refusals.push(thrown)
    }
  }
  return refusals
}

/** The name under which pages read in this way are kept; languages that are missing change nothing yet. */
export function readerKeyOf(core: Core, { reader, languages }: Decisions): string {
  const known = languagesAsked(languages).flatMap((code) => {
    try {
      return chooseLanguages(core, [code])
    } catch {
      return []
    }
  })
  const settings = { mode: reader, languages: [...new Set(known)] }
  return readerKey(settings, ownOcrData(core, settings.languages))
}
