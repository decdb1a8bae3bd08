import { z } from 'zod'
import type { ColumnLayout } from '../columnLayout.ts'
import { fieldTypes, readers, statuses } from '../model.ts'

/**
 * What an export holds: one object per document, or per item that gave none. The schemas are the
 * source; `scripts/schemas.ts` publishes them as `resources/result.schema.json`.
 */

const confidence = z.number().min(0).max(1).describe('0 to 1: the chance of being right.')
const page = z.int().positive().describe('Counted from 1 within the file.')
const time = z.string().describe('ISO 8601 with a time zone: 2026-05-04T09:30:00.000Z.')

/** Files or pages by how they ended; `open`: not yet. The others make up `all`. */
const tally = z.object({
  all: z.int().min(0),
  read: z.int().min(0),
  failed: z.int().min(0),
  skipped: z.int().min(0),
  open: z.int().min(0),
})

const provenance = z.object({
  page,
  bbox: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .describe('Left, top, right, bottom in points (1/72 inch), origin top left, upright page.'),
  page_size: z.tuple([z.number(), z.number()]).describe('Width and height of the page in points.'),
  text: z.string().describe('The text inside the box, white space collapsed.'),
})

const field = z.object({
  name: z.string(),
  label: z.string(),
  type: z.enum(fieldTypes),
  value: z
    .string()
    .nullable()
    .describe(
      'Dates YYYY-MM-DD, amounts and numbers with a point (“1234.50”), currencies ISO 4217, text as printed; null when absent.',
    ),
  raw: z.string().nullable().describe('As printed.'),
  confidence,
  needs_review: z.boolean(),
  reasons: z.array(z.string()).describe('Why it needs review, as codes.'),
  reader: z.enum(readers).nullable(),
  corrected: z.boolean().describe('A person changed the value.'),
  accepted: z
    .literal(true)
    .optional()
    .describe('A person stands by the value as it was found; only of those.'),
  provenance: provenance.nullable().describe('Where the value was seen.'),
})

const rows = z.array(z.record(z.string(), field)).describe('Rows, top to bottom: column to field.')

const failedCheck = z.object({
  code: z.string(),
  message: z.string(),
  fields: z.array(z.string()).describe('Names of the fields that it speaks of.'),
})

export const resultRecordSchema = z.object({
  file_index: z.int().min(0).describe('Position of the file in the order of intake, from 0.'),
  document_id: z.string().nullable().describe('null for a file that gave no document.'),
  batch_id: z.string(),
  reference: z.string().nullable().describe('The user’s own id for the batch.'),
  filename: z.string(),
  path: z.string(),
  sha256: z.string().nullable().describe('Hex, of the whole file.'),
  pages: z.tuple([page, page]).nullable().describe('First and last page within the file.'),
  page_list: z
    .array(page)
    .optional()
    .describe('Its pages in order, where a person put them together; else from first to last.'),
  page_count: z
    .int()
    .min(0)
    .nullable()
    .describe('Pages of the document, or of the file without one.'),
  missing_pages: z.array(page).describe('Of its pages, those that could not be read.'),
  status: z.enum(statuses),
  document_type: z.string().nullable().describe('A template’s name, or “unknown”.'),
  document_category: z.string().nullable(),
  type_confidence: confidence.nullable(),
  confidence: confidence.nullable(),
  needs_review: z.boolean(),
  review: z.enum(['none', 'approved', 'rejected']),
  review_reason: z.string().optional().describe('Why a person rejected it; only of those.'),
  postponed: z
    .object({ at: time, until: time.nullable().describe('null: until nothing else is left.') })
    .optional()
    .describe('A person put its review off; only of those.'),
  fields: z.array(field).describe('In the template’s order.'),
  line_items: rows,
  tax_breakdown: rows.optional(),
  validation: z.object({
    math_valid: z.boolean().nullable().describe('null when there is nothing to check.'),
    errors: z.array(failedCheck),
    warnings: z.array(failedCheck),
  }),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  run: z.object({
    template: z.string().nullable(),
    template_version: z.int().positive().nullable(),
    app_version: z.string(),
    engine: z.string().nullable().describe('What read the pages.'),
    started_at: time.nullable(),
    finished_at: time.nullable(),
    partial: z
      .literal(true)
      .optional()
      .describe(
        'The export does not hold the whole batch: it was not finished, or some was chosen.',
      ),
    ledger: z
      .object({ files: tally, pages: tally })
      .describe('Every file and page of the whole batch, by how it ended.'),
  }),
})

/** What a batch that only tells types or documents exports: a record without what a page says. */
export const typeRecordSchema = resultRecordSchema.omit({
  confidence: true,
  fields: true,
  line_items: true,
  tax_breakdown: true,
})

type Frozen<T> = { readonly [K in keyof T]: Frozen<T[K]> }

/** One object of an export: a document, or an item that gave none. */
export type ResultRecord = Frozen<z.infer<typeof resultRecordSchema>>
export type TypeRecord = Frozen<z.infer<typeof typeRecordSchema>>
export type ResultField = ResultRecord['fields'][number]
export type ResultRow = ResultRecord['line_items'][number]

/** The batch that an export comes from, for the sheet Run. */
export interface RunInfo {
  readonly batchId: string
  readonly name: string
  readonly reference: string | null
  /** The folders or files it was made from, as the person named them. */
  readonly sources: readonly string[]
  readonly templates: readonly { readonly name: string; readonly version: number }[]
  readonly appVersion: string
  /** Every engine that read a page of it, in words; null when no page was read. */
  readonly engine: string | null
  readonly startedAt: string | null
  readonly finishedAt: string | null
  /** When its values were taken; what comes back corrected is compared with how they stood then. */
  readonly exportedAt?: string
  readonly counts: Readonly<Partial<Record<ResultRecord['status'], number>>>
  readonly pages: number
  /** Every file and page, by how it ended, and why some were not read. */
  readonly ledger: BatchLedger
  /** What was not read, in the order of intake. */
  readonly unread: readonly UnreadPages[]
  /** It does not hold the whole batch, and why. Left out: it does. */
  readonly partial?: string
  /** A person chose some of its documents: how many of how many are in the export. Left out: all of them. */
  readonly selection?: { readonly rows: number; readonly of: number }
}

export type Tally = Readonly<z.infer<typeof tally>>

export interface BatchLedger {
  readonly files: Tally
  readonly pages: Tally
  readonly reasons: readonly {
    readonly state: 'failed' | 'skipped'
    readonly code: string
    readonly pages: number
    /** Files that ended so as a whole. */
    readonly files: number
    /** Files that are read but for a page that ended so. */
    readonly partly: number
  }[]
}

/** Pages of a file that were not read, one after the other and for the same reason. */
export interface UnreadPages {
  readonly index: number
  readonly documentId: string | null
  readonly filename: string
  readonly path: string
  readonly state: 'failed' | 'skipped'
  readonly code: string
  readonly message: string
  /** null: the pages could not be counted. */
  readonly firstPage: number | null
  readonly lastPage: number | null
}

export interface WriteExportTask {
  readonly format: 'xlsx' | 'csv' | 'json' | 'jsonl'
  /** `types`: what the documents are, without fields. */
  readonly holds: 'fields' | 'types'
  /** How CSV is written (csvDialect.ts); left out: by the standard. */
  readonly csvFor?: string
  /** Of workbooks: the folder to stand beside it, with pictures of pages in it (writeEvidence.ts). */
  readonly evidenceFolder?: string
  /** The columns that a person laid out, of workbooks and CSV; left out: the usual ones. */
  readonly layout?: ColumnLayout
  /** Path to write, already a temporary name; CSV puts its tables beside it (exportFiles.ts). */
  readonly file: string
  /** Where the records lie, in the order of intake (recordLines.ts). */
  readonly recordsFile: string
  readonly run: RunInfo
}
