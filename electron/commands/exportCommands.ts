import { z } from 'zod'
import { exportFormats } from '../choices.ts'
import { exportLine, exportOptions } from '../views.ts'
import { batchId, itemId } from './commandParts.ts'

const writtenExport = z.object({
  /** Under which it can be repeated. */
  id: z.number().int(),
  path: z.string(),
  /** Where it was asked for: another place than `path` where that file could not be replaced. */
  asked: z.string(),
  format: z.enum(exportFormats),
  /** Documents in it; in one of words alone, files. */
  documents: z.number().int(),
  /** It does not hold the whole batch. */
  isPartial: z.boolean(),
  /** Of the main file. */
  sha256: z.string(),
})

/** Where another program holds the file: `results (2).xlsx` is written instead, or it fails and names that. */
const whenLocked = z.enum(['number', 'fail']).default('fail')

/** Results, written to files. */
export const exportCommands = {
  /** Writes an export beside its name and renames it; `path` decides the format. */
  'export.write': {
    input: z.object({
      batchId: z.string(),
      path: z.string().min(1),
      /** Only these documents, and files without any; null: the whole batch. */
      selection: z
        .object({
          documentIds: z.array(z.string()).max(100_000),
          itemIds: z.array(itemId).max(100_000),
        })
        .nullable()
        .default(null),
      ...exportOptions.shape,
      whenLocked,
    }),
    output: writtenExport,
  },
  /** What was written of a batch, the newest first. */
  'export.list': { input: batchId, output: z.array(exportLine) },
  /** Writes an export once more, as it was asked for then; what was corrected since is in it. */
  'export.repeat': {
    input: z.object({
      exportId: z.number().int(),
      /** Another place, of the same or another format; null: where it was asked for. */
      path: z.string().min(1).nullable().default(null),
      whenLocked,
    }),
    output: writtenExport,
  },
} as const
