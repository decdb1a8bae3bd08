import { basename, resolve } from 'node:path'
import { exportFiles } from '../../workers/export/exportFiles.ts'
import type { ParsedInput } from '../contract.ts'
import type { Core } from './core.ts'
import { listOutputs } from './db/batches.ts'
import { draftFiles } from './draftFiles.ts'
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
  const { db, dataDir } = core
  const { paths, samples, passwords, ...decided } = input
  const named = samples ? [samplesDir(core)] : paths
  const ownOutput = decided.output === null ? [] : [resolve(decided.output)]
  const outputs = [...listOutputs(db), ...ownOutput]
  const leaveOut = new Set([dataDir, ...outputs.flatMap(exportFiles)])
  const files = await findFiles(named, leaveOut, judge)

  const sources = named.map((path) => resolve(path))
  const draft = { ...decided, name: decided.name ?? nameOf(sources, samples) }
  const id = draftFiles(core, { draft, sources, files })
  core.passwords.add(id, passwords)
  return id
}

function nameOf(sources: readonly string[], samples: boolean): string {
  if (samples) return 'Samples'
  const [first = '', ...others] = sources.map((path) => basename(path) || path)
  return others.length === 0 ? first : `${first} and ${others.length} more`
}
