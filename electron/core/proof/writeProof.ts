import { basename, extname } from 'node:path'
import { proofFile } from '../../../workers/export/exportFiles.ts'
import { writeText } from '../../../workers/export/writeText.ts'
import type { Core } from '../core.ts'
import { listBatchEvents } from '../db/batchEvents.ts'
import { type Batch, configOf } from '../db/batches.ts'
import type { WrittenFile } from '../db/exports.ts'
import { listItems } from '../db/items.ts'
import { listEngines } from '../db/readings.ts'
import { chained, type Entry, hashOfText, type Proof, sealedParts } from './proof.ts'

interface Proven {
  /** The files of the export, as they were written. */
  readonly files: readonly WrittenFile[]
  /** Pages beside a workbook, by their names from its folder. */
  readonly pages: readonly WrittenFile[]
  readonly records: Proof['records']
  readonly partial: string | null
}

/** Writes the proof of an export beside it, entry by entry. */
export async function writeProof(
  core: Core,
  batch: Batch,
  file: string,
  { files, pages, records, partial }: Proven,
): Promise<void> {
  const { id, name, reference } = batch
  const writtenAt = core.now().toISOString()
  const parts = {
    batch: { id, name, reference },
    partial,
    results: [
      ...files.map((result) => ({ suffix: suffixOf(result.name, file), ...result })),
      ...pages.map((result) => ({ suffix: null, ...result })),
    ],
    records,
    configuration: configurationOf(core, batch),
    inputs: inputsOf(core, batch),
  } satisfies Pick<Proof, (typeof sealedParts)[number]>
  const seal = Object.fromEntries(
    sealedParts.map((part) => [part, hashOfText(JSON.stringify(parts[part]))]),
  )
  const head = { sheaf: 'proof', version: 1, app_version: core.version, written_at: writtenAt }
  await writeText(proofFile(file), linesOf())

  function* linesOf(): Generator<string> {
    yield JSON.stringify({ ...head, ...parts }, null, 1).replace(/\n}$/, ',\n "log": [\n')
    let hash = ''
    for (const entry of entriesOf(core, batch)) {
      hash = chained(hash, entry)
      yield `  ${JSON.stringify({ ...entry, hash })},\n`
    }
    const last = { at: writtenAt, event: 'export.written', app_version: core.version, ...seal }
    hash = chained(hash, last)
    yield `  ${JSON.stringify({ ...last, hash })}\n ],\n "proof": "${hash}"\n}\n`
  }
}

function suffixOf(name: string, file: string): string {
  const extension = extname(file)
  return name.slice(basename(file, extension).length, -extension.length)
}

/** What it was read with, templates by their hashes: their words are nobody else’s concern. */
function configurationOf({ db, version }: Core, { id, kind, template }: Batch) {
  const config = configOf(db, id)
  const templates = (config?.templates ?? []).map((known) => ({
    ...{ name: known.name, version: known.version, sha256: hashOfText(JSON.stringify(known)) },
  }))
  return {
    ...{ kind, template, templates },
    settings: config?.settings ?? null,
    threshold: config?.threshold ?? null,
    split: config?.split ?? false,
    own_data: config?.ownData ?? null,
    app_version: config?.appVersion ?? version,
    engines: listEngines(db, id),
    // Without what happens afterwards: its secrets are nobody’s to guess at.
    sha256: hashOfText(JSON.stringify(config && { ...config, hooks: undefined })),
  }
}

function inputsOf({ db }: Core, batch: Batch): Proof['inputs'] {
  return listItems(db, batch.id).map(({ seq, filename, size, sha256, status }) => ({
    ...{ index: seq, filename, bytes: size, sha256, status },
  }))
}

function* entriesOf({ db }: Core, batch: Batch): Generator<Entry> {
  yield { at: batch.createdAt, event: 'batch.created' }
  if (batch.startedAt) yield { at: batch.startedAt, event: 'batch.started' }
  for (const { at, event, fileIndex, documentId, fieldId, after } of listBatchEvents(db, batch.id))
    yield {
      ...{ at, event, file_index: fileIndex },
      ...(documentId !== null && { document_id: documentId }),
      ...(fieldId !== null && { field_id: fieldId }),
      // Not what was typed, but what proves that it was this.
      ...(after !== null && { after: hashOfText(after) }),
    }
}
