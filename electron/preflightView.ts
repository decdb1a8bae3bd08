import { z } from 'zod'
import { readerModes } from './choices.ts'
import { batchKinds, exportOptions, forecast, hook, priorities } from './views.ts'

/** What a person decides before a batch starts, and the report that they decide by. */

const name = z.string().trim().min(1).max(200).nullable()

export const decisions = z.object({
  name,
  reference: name,
  kind: z.enum(batchKinds),
  priority: z.enum(priorities),
  /** `auto`: a file may hold several documents; of `extract`, since `split` always looks for them. */
  split: z.enum(['never', 'auto']),
  /** `auto`, a template's name, or the path of a template file. */
  template: z.string(),
  /** Export to write by itself when the batch is finished, also after a resume. */
  output: z.string().nullable(),
  /** How that export is written; left out: as usual. */
  exportOptions: exportOptions.optional(),
  /** `auto` takes the text layer of a page where it can be trusted, else reads its picture. */
  reader: z.enum(readerModes),
  /** To read pictures in; empty: found page by page. ISO 639-1 or Tesseract's codes. */
  languages: z.array(z.string()),
  /** Words are exported with tables as grids; of `read` alone. */
  tables: z.boolean(),
  /** Of files with the same content, only the first is read. */
  leaveOutDuplicates: z.boolean(),
  /** Values that are less sure are looked at; null: as was measured. Of `extract` alone. */
  threshold: z.number().min(0).max(1).nullable(),
  /** What happens after it, beside what happens after every batch; never shown again, because of their secrets. */
  hooks: z.array(hook).max(20).optional(),
})
export type Decisions = z.infer<typeof decisions>
/** Of the decisions, those that a person changed. */
export type Change = { readonly [K in keyof Decisions]?: Decisions[K] | undefined }

const failure = z.object({ code: z.string(), message: z.string() })
const count = z.number().int()

/** Files that will not be read, for one reason. */
const unreadable = z.object({
  code: z.string(),
  sentence: z.string(),
  files: count,
  /** The first of them, in the order of intake. */
  named: z.array(z.object({ itemId: count, filename: z.string(), path: z.string() })),
})

export const duplicateKinds = ['same_content', 'read_before', 'read_under_other_name'] as const

const duplicate = z.object({
  itemId: count,
  filename: z.string(),
  path: z.string(),
  kind: z.enum(duplicateKinds),
  /** The file that it is the same as. */
  other: z.object({ filename: z.string(), path: z.string() }),
  /** Why they are the same, and what follows. */
  sentence: z.string(),
})

export const preflightReport = z.object({
  batchId: z.string(),
  name: z.string(),
  /** What would be started now: as drafted, with what came along in the question. */
  decisions,
  files: count,
  /** Files that were looked into so far; when all of them were, the report is whole. */
  inspected: count,
  isWhole: z.boolean(),
  willRead: z.object({
    files: count,
    pages: count,
    /** Pages that somebody read before in the same way: they are taken as they are. */
    pagesKept: count,
    /** Pages of files with the same content as another one here: read once. */
    pagesRepeated: count,
    pagesToRead: count,
    /** Of those to read, by a sample of each file: with a text layer, pictures, and not known. */
    textPages: count,
    picturePages: count,
    unknownPages: count,
  }),
  /** Files that only a password keeps from being read; they are among `willNot`, too. */
  locked: count,
  willNot: z.array(unreadable),
  duplicates: z.object({
    /** Files with the same content as an earlier one of this batch. */
    here: count,
    /** Files whose content was in another batch. */
    before: count,
    pairs: z.array(duplicate),
  }),
  space: z.object({
    neededBytes: z.number(),
    /** null: the system does not say. */
    freeBytes: z.number().nullable(),
    /** What a page took on average so far; else what one usually takes. */
    isMeasured: z.boolean(),
    sentence: z.string(),
  }),
  languages: z.object({ asked: z.array(z.string()), missing: z.array(z.string()) }),
  estimate: z.object({
    lowSeconds: z.number(),
    highSeconds: z.number(),
    /** Nothing was measured on this computer yet. */
    isGuess: z.boolean(),
    measuredPages: count,
    sentence: z.string(),
  }),
  /** How many documents a person will be shown; null for a batch without fields. */
  forecast: forecast.nullable(),
  /** Why it cannot start; empty when it can, as far as is known. */
  refusals: z.array(failure),
})
export type PreflightReport = z.infer<typeof preflightReport>
