import { randomBytes } from 'node:crypto'
import { basename, resolve } from 'node:path'
import { exportFiles } from '../../workers/export/exportFiles.ts'
import { readerKey } from '../../workers/page/readerKey.ts'
import type { ReaderSettings } from '../../workers/tasks.ts'
import type { ParsedInput } from '../contract.ts'
import { assertWritable } from './atomicWrite.ts'
import type { Core } from './core.ts'
import { findBatch, insertBatch, listOutputs } from './db/batches.ts'
import { insertItem } from './db/items.ts'
import { atomically, type Db } from './db/open.ts'
import { findFiles } from './intake.ts'
import { chooseLanguages } from './languages.ts'
import { ownOcrData } from './ownOcrData.ts'
import { samplesDir } from './samples.ts'
import { type ChosenTemplates, chooseTemplates } from './templates.ts'

/**
 * Takes in files and folders as a new batch. Everything that could end it at once is found out
 * first: no such folder, nothing to read, no such template or language, an output that cannot be written. Then
 * nothing is stored. `chosen`: templates that another batch was frozen with.
 */
export async function createBatch(
  core: Core,
  input: ParsedInput<'batch.create'>,
  chosen: ChosenTemplates = chooseTemplates(input.template, core.templates),
): Promise<string> {
  const { db, dataDir, version } = core
  const { choice, templates, file } = chosen
  const settings: ReaderSettings = {
    mode: input.reader,
    languages: chooseLanguages(core, input.languages),
  }
  const ownData = ownOcrData(core, settings.languages)
  const output = input.output === null ? null : resolve(input.output)
  if (output) await assertWritable(output, input.kind)
  const named = input.samples ? [samplesDir(core)] : input.paths
  const outputs = [...listOutputs(db), ...(output ? [output] : [])]
  const files = await findFiles(named, new Set([dataDir, ...outputs.flatMap(exportFiles)]))

  const createdAt = core.now()
  const id = newId(db, createdAt)
  const sources = named.map((path) => resolve(path))
  atomically(db, () => {
    insertBatch(db, {
      id,
      name: input.name ?? nameOf(sources, input.samples),
      reference: input.reference,
      sources,
      kind: input.kind,
      priority: input.priority,
      template: choice,
      config: {
        ...{ templates, settings, appVersion: version, ownData, tables: input.tables },
        split: input.split === 'auto',
        ...(file !== null && { templateFile: file }),
      },
      readerKey: readerKey(settings, ownData),
      output,
      createdAt: createdAt.toISOString(),
    })
    for (const [seq, file] of files.entries()) insertItem(db, { batchId: id, seq, ...file })
  })
  core.passwords.add(id, input.passwords)
  core.log('batch.created', { batch: id, items: files.length })
  return id
}

/** Short enough to type, sorted by day: `260504-3fa1`. */
function newId(db: Db, createdAt: Date): string {
  const day = createdAt.toISOString().slice(2, 10).replaceAll('-', '')
  const id = `${day}-${randomBytes(2).toString('hex')}`
  return findBatch(db, id) ? newId(db, createdAt) : id
}

function nameOf(sources: readonly string[], samples: boolean): string {
  if (samples) return 'Samples'
  const [first = '', ...others] = sources.map((path) => basename(path) || path)
  return others.length === 0 ? first : `${first} and ${others.length} more`
}
