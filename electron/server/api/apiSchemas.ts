import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { readRecordSchema } from '../../../workers/export/readRecord.ts'
import { resultRecordSchema, typeRecordSchema } from '../../../workers/export/record.ts'
import { statuses } from '../../../workers/model.ts'
import { batchKinds, lifecycles, outcomes } from '../../views/batchViews.ts'
import { csvFor } from '../../views/exportViews.ts'

/* What goes in and out of the HTTP interface for other programs; the OpenAPI file is made from these. */

const time = z.string().describe('ISO 8601, UTC.')
const count = z.int().min(0)
const reference = z.string().trim().min(1).max(200).nullable()

export const apiError = z
  .object({
    error: z.object({
      code: z.string().describe('Stable; for programs.'),
      message: z.string().describe('What happened and what to do; for people.'),
      details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  })
  .describe('Every answer that is no success.')

/** A path says where it begins, and ends where it ends. */
const isWhole = (path: string) => isAbsolute(path) && !path.includes('\0')

/** What both ways of beginning a batch have in common. */
const wish = {
  template: z
    .string()
    .regex(/^[A-Za-z0-9][\w-]*$/, 'say “auto” or the name of a template')
    .max(100)
    .default('auto')
    .describe('“auto”, or the name of a template as GET /v1/templates lists it.'),
  name: reference.default(null).describe('What people see; by default the names of the files.'),
  reference: reference.default(null).describe('Your own id; it stands in every result.'),
  review_threshold: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .default(null)
    .describe('Values that are less sure need a person; null: as was measured.'),
  webhook: z
    .strictObject({
      url: z.url({ protocol: /^https?$/ }).max(2000),
      secret: z
        .string()
        .min(1)
        .max(200)
        .nullable()
        .default(null)
        .describe('Signs the body: X-Sheaf-Signature: sha256=<HMAC-SHA256, hex>.'),
    })
    .nullable()
    .default(null)
    .describe(
      'Is told when the batch is over, by POST. On this computer or its private network alone; for other addresses a person sets a hook up in Sheaf.',
    ),
}

export const newBatch = z
  .strictObject({
    paths: z
      .array(z.string().min(1).max(4096).refine(isWhole, 'say an absolute path'))
      .min(1)
      .max(10_000)
      .describe('Absolute paths of files and folders on this computer.'),
    ...wish,
  })
  .describe('A batch of what lies on this computer already.')

export const newBatchFields = z
  .strictObject(wish)
  .describe('What a multipart body may say beside its files, each as a part of text.')

const batchId = z.string().describe('As POST /v1/batches gave it.')

export const batchBegun = z.object({
  batch_id: batchId,
  status: z.enum(lifecycles),
  total: count.describe('Files.'),
  estimated_seconds: z
    .number()
    .min(0)
    .nullable()
    .describe('A guess at first; null where nothing is known yet.'),
})

const batchShape = {
  batch_id: batchId,
  name: z.string(),
  reference,
  kind: z.enum(batchKinds),
  template: z.string(),
  status: z.enum(lifecycles),
  outcome: z.enum(outcomes).nullable().describe('null until status is “finished”.'),
  total: count.describe('Files.'),
  processed: count.describe('Of these, done with, however they ended.'),
  percent: z.number().min(0).max(100),
  counts: z
    .record(z.enum(statuses), count)
    .describe('Files without a document, and documents, by status.'),
  pages_total: count,
  pages_done: count,
  estimated_seconds: z.number().min(0).nullable().describe('Left; null while nothing is known.'),
  created_at: time,
  started_at: time.nullable(),
  finished_at: time.nullable(),
  error: z
    .object({ code: z.string(), message: z.string() })
    .nullable()
    .describe('Trouble of the batch as a whole, such as a full disk.'),
}

export const apiBatch = z.object(batchShape)

/** One object per document; of batches that a person began, perhaps types or words alone. */
export const apiResults = z
  .union([z.array(resultRecordSchema), z.array(typeRecordSchema), z.array(readRecordSchema)])
  .describe('As a JSON export: one object per document, in the order of intake.')

export const apiBatchWithResults = z.object({
  ...batchShape,
  results: apiResults.optional().describe('Only with ?expand=results.'),
})

export const batchPage = z.object({
  batches: z.array(apiBatch).describe('The newest first.'),
  next_cursor: z.string().nullable().describe('For the next page; null after the last.'),
})

export const apiDocument = resultRecordSchema

export const templatePage = z.object({
  templates: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      version: z.int(),
      category: z.string(),
      description: z.string(),
      fields: z.array(z.object({ name: z.string(), label: z.string(), type: z.string() })),
    }),
  ),
})

/** A number in an address. */
const numeral = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `say a number from ${from} to ${to}`)
    .transform(Number)
    .pipe(z.int().min(from).max(to))

export const listQuery = z.strictObject({
  cursor: z.string().min(1).max(100).optional().describe('next_cursor of the page before.'),
  limit: numeral(1, 200).default(50),
})

export const batchQuery = z.strictObject({ expand: z.literal('results').optional() })

export const exportQuery = z.strictObject({
  format: z.enum(['csv', 'json', 'xlsx']),
  csv_for: csvFor
    .optional()
    .describe('Of CSV: “standard”, or a locale such as de-DE for the Excel of such a computer.'),
  table: z
    .enum(['documents', 'line_items', 'tax_breakdown'])
    .default('documents')
    .describe('Of CSV, which has a file a table.'),
})

export const noQuery = z.strictObject({})
