import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { writeCsv } from './csv.ts'
import { writeJson, writeJsonLines } from './json.ts'
import { layoutTable } from './layoutTable.ts'
import { outputError } from './outputError.ts'
import type { WriteExportTask } from './record.ts'
import { recordsIn } from './recordLines.ts'

/** Writes an export to its temporary name; CSV may put more files beside it (`exportFiles`). */
export async function writeExport(task: WriteExportTask): Promise<void> {
  try {
    await write(task)
  } catch (thrown) {
    throw outputError(task.file, thrown)
  }
}

async function write({
  format,
  holds,
  csvFor,
  evidenceFolder,
  file,
  recordsFile,
  run,
  layout,
}: WriteExportTask): Promise<void> {
  const records = recordsIn(recordsFile)
  const laidOut = layout ? layoutTable(records, layout, run.name) : null
  switch (format) {
    case 'json':
      return writeJson(file, records, holds)
    case 'jsonl':
      return writeJsonLines(file, records, holds)
    case 'csv':
      return writeCsv(file, records, { holds, csvFor, laidOut })
    case 'xlsx': {
      // Loaded when it is asked for: a thread that reads pages never needs it.
      const { writeXlsx } = await import('./xlsx.ts')
      if (evidenceFolder === undefined) return writeXlsx(file, records, run, { holds, laidOut })
      const { cropsIn, writeEvidence } = await import('./writeEvidence.ts')
      const evidence = { folder: evidenceFolder, crops: cropsIn(evidenceFolder) }
      await writeEvidence(records, evidence, basename(file))
      await writeXlsx(file, records, run, { holds, evidence, laidOut })
      return rm(evidence.crops, { recursive: true })
    }
    default:
      return format satisfies never
  }
}
