import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { ColumnLayout } from '../../workers/columnLayout.ts'
import { AppError } from '../../workers/errors.ts'
import { evidenceFolder } from '../../workers/export/evidenceNames.ts'
import type { Holds } from '../../workers/export/tablesOf.ts'
import type { ExportFormat, Output } from '../contract.ts'
import type { ExportOptions } from '../views.ts'
import { atomicWrite, formatOf } from './atomicWrite.ts'
import { assertLayoutFits, chooseLayout } from './chooseLayout.ts'
import type { Core } from './core.ts'
import type { Batch } from './db/batches.ts'
import { addExport, type WrittenFile } from './db/exports.ts'
import { readSettings } from './db/settings.ts'
import { drawEvidence } from './drawEvidence.ts'
import { exportReading } from './exportReading.ts'
import { recordsOf, type Selection } from './exportRecords.ts'
import { hashedFiles, hashOf } from './hashedFiles.ts'
import { withLaidDown } from './layDown.ts'
import { ledgerOf } from './ledger.ts'
import { partialWords } from './partialWords.ts'
import type { Proof } from './proof/proof.ts'
import { writeProof } from './proof/writeProof.ts'
import { runInfoOf } from './runInfo.ts'

/** What is written, and how. */
export interface ExportWish {
  /** What a person chose of the batch; null: all of it. */
  readonly selection?: Selection | null
  readonly options?: Partial<ExportOptions> | undefined
  /** Where another program holds the file: `results (2).xlsx` is written instead, or a person is asked. */
  readonly whenLocked: 'number' | 'fail'
}

/** An export on its way: what it is made of. */
interface Writing {
  readonly core: Core
  readonly batch: Batch
  readonly selection: Selection | null
  readonly options: SettledOptions
}

/** The layout as it says itself: a later change of the saved one changes no export that was written. */
type SettledOptions = Omit<ExportOptions, 'layout'> & { readonly layout: ColumnLayout | null }

/** What was written to a temporary name. */
interface Written {
  readonly format: ExportFormat
  readonly documents: number
  /** What it holds, one record a line; null: words alone. */
  readonly records: Proof['records']
}

/**
 * Writes what a batch has so far, or what a person chose of it, and remembers it; the end of `path` decides the
 * format.
 */
export async function exportBatch(
  core: Core,
  batch: Batch,
  path: string,
  { selection = null, options: asked, whenLocked }: ExportWish,
): Promise<Output<'export.write'>> {
  const options = withDefaults(core, { batch, path, asked })
  const writing = { core, batch, selection, options }
  const {
    place,
    records: _,
    ...written
  } = await writeWhereFree(path, whenLocked, (place) => writeTo(place, writing))
  const isPartial = partialWords(ledgerOf(core.db, batch.id), selection) !== null
  const id = addExport(core.db, {
    ...{ ...written, batchId: batch.id, path: place, asked: path, at: core.now().toISOString() },
    ...{ options, selection, isPartial },
  })
  const { format, documents, files } = written
  core.log('export.written', { batch: batch.id, format, documents })
  const sha256 = files.find(({ name }) => name === basename(place))?.sha256 ?? ''
  return { id, path: place, asked: path, format, documents, isPartial, sha256 }
}

/** Writes all that a batch has so far for somebody who takes it away at once: nothing is remembered. */
export async function writeUnremembered(
  core: Core,
  batch: Batch,
  path: string,
  asked: Partial<ExportOptions>,
): Promise<void> {
  const written = await writeTo(path, {
    ...{ core, batch, selection: null, options: withDefaults(core, { batch, path, asked }) },
  })
  const { format, documents } = written
  core.log('export.given', { batch: batch.id, format, documents })
}

function withDefaults(
  core: Core,
  {
    batch,
    path,
    asked = {},
  }: { batch: Batch; path: string; asked?: Partial<ExportOptions> | undefined },
): SettledOptions {
  const { csvFor, proof = false, evidence = false, layout = null } = asked
  return {
    csvFor: csvFor ?? readSettings(core.db).csvFor,
    ...{ proof, evidence, layout: layoutFor(core, batch, path, layout) },
  }
}

function layoutFor(
  core: Core,
  { kind }: Batch,
  path: string,
  asked: ExportOptions['layout'],
): ColumnLayout | null {
  if (asked === null) return null
  const layout = chooseLayout(core, asked)
  assertLayoutFits(layout, { path, kind })
  return layout
}

/** A run is not lost because somebody has the older file open: it is written beside it. */
async function writeWhereFree<T>(
  path: string,
  whenLocked: ExportWish['whenLocked'],
  write: (place: string) => Promise<T>,
): Promise<T & { readonly place: string }> {
  try {
    return { ...(await write(path)), place: path }
  } catch (thrown) {
    const other = thrown instanceof AppError ? thrown.details.other : undefined
    if (whenLocked === 'fail' || typeof other !== 'string') throw thrown
    return { ...(await write(other)), place: other }
  }
}

async function writeTo(
  path: string,
  writing: Writing,
): Promise<Written & { readonly files: readonly WrittenFile[] }> {
  const write = writing.batch.kind === 'read' ? writeReading : writeDocuments
  let written: (Written & { readonly files: readonly WrittenFile[] }) | null = null
  await atomicWrite(path, async (file) => {
    const what = await write(path, file, writing)
    const files = await hashedFiles(dirname(file))
    const { core, batch, selection, options } = writing
    if (options.proof) {
      const partial = partialWords(ledgerOf(core.db, batch.id), selection)
      const pages = await pagesBeside(evidenceFolder(path), dirname(file))
      await writeProof(core, batch, file, { files, pages, records: what.records, partial })
    }
    written = { ...what, files }
  })
  if (written === null) throw new Error('an export was put in place before it was written')
  return written
}

async function writeReading(
  path: string,
  file: string,
  { core, batch, selection }: Writing,
): Promise<Written> {
  const format = formatOf(path, 'read')
  const documents = await exportReading(core, batch, { format, file, selection })
  return { format, documents, records: null }
}

async function writeDocuments(
  path: string,
  file: string,
  { core, batch, selection, options }: Writing,
): Promise<Written> {
  const format = formatOf(path, 'extract')
  const holds: Holds = batch.kind === 'extract' ? 'fields' : 'types'
  const csvFor = options.csvFor ?? 'standard'
  // Before the first of them is looked at: what is corrected meanwhile is in it, or comes after it.
  const exportedAt = core.now().toISOString()
  return withLaidDown(core, recordsOf(core, batch, selection), async (recordsFile, sums) => {
    const run = runInfoOf(core, batch, sums, { selection, exportedAt })
    const hasEvidence = options.evidence && format === 'xlsx' && holds === 'fields'
    const folder = join(dirname(file), basename(evidenceFolder(path)))
    if (hasEvidence) await drawEvidence(core, recordsFile, folder)
    const evidence = hasEvidence ? { evidenceFolder: folder } : {}
    const layout = options.layout ? { layout: options.layout } : {}
    const how = { format, holds, csvFor, ...evidence, ...layout } as const
    await core.pool.writeExport({ ...how, file, recordsFile, run })
    const records = options.proof
      ? { count: sums.records, sha256: await hashOf(recordsFile) }
      : null
    return { format, documents: sums.documents, records }
  })
}

/** The pages and pictures that were written beside a workbook, for its proof; none without evidence. */
async function pagesBeside(placed: string, hidden: string): Promise<readonly WrittenFile[]> {
  const name = basename(placed)
  const folder = join(hidden, name)
  if (!existsSync(folder)) return []
  const under = async (part: string) =>
    (await hashedFiles(join(folder, part))).map((file) => ({
      ...{ ...file, name: [name, part, file.name].filter(Boolean).join('/') },
    }))
  return [...(await under('')), ...(await under('pages'))]
}
