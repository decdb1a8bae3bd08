import { z } from 'zod'
import { fieldTypes } from '../../workers/model.ts'

/* What a corrected export says that Sheaf does not. */

const place = {
  documentId: z.string(),
  /** Position of its file in the batch, from 0. */
  index: z.number().int(),
  filename: z.string(),
  /** null: a field of the document itself, else a cell or row of this table. */
  table: z.string().nullable(),
  /** Counted from 0, as it stands now; of an added row where it comes. */
  row: z.number().int().nullable(),
  /** Both sides were changed since the export. */
  isConflict: z.boolean(),
}

/** One thing that a person changed in an export. */
export const correction = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('value'),
    ...place,
    /** null: the row has no such cell yet. */
    fieldId: z.number().int().nullable(),
    name: z.string(),
    label: z.string(),
    type: z.enum(fieldTypes),
    /** As it was exported, as it is in Sheaf now, as the file has it. */
    exported: z.string().nullable(),
    now: z.string().nullable(),
    next: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('row_deleted'),
    ...place,
    /** Of the row, so that no other one is taken away. */
    fieldIds: z.array(z.number().int()),
    /** What stands in it, for a person. */
    words: z.string(),
  }),
  z.object({
    kind: z.literal('row_added'),
    ...place,
    cells: z.array(z.object({ name: z.string(), value: z.string() })),
    words: z.string(),
  }),
])
export type Correction = z.output<typeof correction>

/** Something in an export that Sheaf cannot take or has passed over, with the first places where it is so. */
export const roundTripNotice = z.object({
  code: z.enum([
    'unreadable_value',
    'leading_zeros',
    'digits_lost',
    'unknown_document',
    'other_batch',
    'twice',
    'rearranged',
    'row_gone',
    'row_without_document',
    'no_rows_left',
    'no_such_field',
    'unknown_column',
    'more',
  ]),
  count: z.number().int(),
  sentence: z.string(),
  /** “invoice.pdf, Total: …” */
  places: z.array(z.string()),
})
export type RoundTripNotice = z.output<typeof roundTripNotice>

export const comparison = z.object({
  batchId: z.string(),
  batchName: z.string(),
  file: z.string(),
  /** null: an older Sheaf did not say, and nothing is known of it. */
  exportedAt: z.string().nullable(),
  documents: z.number().int(),
  values: z.number().int(),
  /** Changed in Sheaf alone since the export; they stay. */
  kept: z.number().int(),
  corrections: z.array(correction),
  notices: z.array(roundTripNotice),
})
export type Comparison = z.output<typeof comparison>
