import { randomBytes } from 'node:crypto'
import { basename, resolve } from 'node:path'
import { exportFiles } from '../../workers/export/exportFiles.ts'
import type { ParsedInput } from '../contract.ts'
import type { Decisions } from '../preflightView.ts'
import type { Core } from './core.ts'
import { findBatch, insertBatch, listOutputs } from './db/batches.ts'
import { insertItem } from './db/items.ts'
import { atomically, type Db } from './db/open.ts'
import { findFiles } from './intake.ts'
import { samplesDir } from './samples.ts'

/**
 * Takes in files and folders as a draft: listed, not yet looked into. Throws folder_not_found,
 * access_denied and nothing_to_read, and what `judge` throws; then nothing is stored.
 */
export async function draftBatch(
  core: Core,
  input: ParsedInput<'batch.draft'>,
  judge?: (path: string) => Promise<void>,
): Promise<string> {
  const { db, dataDir, version } = core
  const { paths, samples, passwords, ...decided } = input
  const named = samples ? [samplesDir(core)] : paths
  const ownOutput = decided.output === null ? [] : [resolve(decided.output)]
  const outputs = [...listOutputs(db), ...ownOutput]
  const leaveOut = new Set([dataDir, ...outputs.flatMap(exportFiles)])
  const files = await findFiles(named, leaveOut, judge)

  const createdAt = core.now()
  const id = newId(db, createdAt)
  const sources = named.map((path) => resolve(path))
  const draft: Decisions = { ...decided, name: decided.name ?? nameOf(sources, samples) }
  atomically(db, () => {
    const { reference, kind, priority, template } = draft
    insertBatch(db, {
      ...{ id, sources, reference, kind, priority, template, draft },
      name: draft.name ?? id,
      // What is frozen at the start; until then only the files are looked into.
      config: {
        ...{ templates: [], settings: { mode: draft.reader, languages: [] } },
        appVersion: version,
      },
      readerKey: '',
      output: null,
      createdAt: createdAt.toISOString(),
    })
    for (const [seq, file] of files.entries()) insertItem(db, { batchId: id, seq, ...file })
  })
  core.passwords.add(id, passwords)
  core.log('batch.drafted', { batch: id, items: files.length })
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
