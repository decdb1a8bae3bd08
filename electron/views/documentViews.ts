import { z } from 'zod'
import { box, failure, size, status } from './viewParts.ts'

/* Documents with their fields, pages and history. */

export const provenance = z.object({
  page: z.number().int(),
  box,
  pageSize: size,
  text: z.string(),
})

const candidate = z.object({
  value: z.string(),
  raw: z.string(),
  confidence: z.number(),
  /** Null: an exact source states it, and it is printed nowhere. */
  provenance: provenance.nullable(),
  why: z.array(z.string()),
})

export const field = z.object({
  /** Stable id of the stored value. */
  id: z.number().int(),
  name: z.string(),
  label: z.string(),
  type: z.string(),
  value: z.string().nullable(),
  raw: z.string().nullable(),
  confidence: z.number(),
  needsReview: z.boolean(),
  reasons: z.array(z.string()),
  reader: z.string().nullable(),
  /** A person changed the value. */
  corrected: z.boolean(),
  /** A person stands by the value as it was found. */
  accepted: z.boolean(),
  /** Why it has this value, in one sentence. */
  why: z.string(),
  /** Why it needs review, in one sentence; null when it does not. */
  doubt: z.string().nullable(),
  provenance: provenance.nullable(),
  candidates: z.array(candidate),
})

export type FieldView = z.infer<typeof field>

export const check = z.object({
  code: z.string(),
  level: z.enum(['error', 'warning']),
  passed: z.boolean(),
  sentence: z.string(),
  fields: z.array(z.string()),
})

export type CheckView = z.infer<typeof check>

const term = z.object({
  /** Null where it is no field: the sum of some, or one that the row lacks. */
  fieldId: z.number().int().nullable(),
  label: z.string(),
  value: z.string().nullable(),
})

const equation = z.object({
  code: z.enum(['net_and_tax', 'sum_of_lines', 'row_amount', 'balance', 'rule']),
  /** Where it is one of a row, counted from 0. */
  table: z.string().nullable(),
  row: z.number().int().nullable(),
  operator: z.enum(['plus', 'times']),
  terms: z.array(term),
  result: term,
  /** What the terms make; null while one is missing. */
  computed: z.string().nullable(),
  state: z.enum(['open', 'proven', 'broken']),
  /** What of the page explains that it need not hold to the hundredth. */
  note: z.string().nullable(),
})

export type EquationView = z.infer<typeof equation>

export const documentView = z.object({
  id: z.string(),
  batchId: z.string(),
  itemId: z.number().int(),
  filename: z.string(),
  path: z.string(),
  /** `pdf`, `jpeg`, …: only a PDF has a text layer. */
  fileType: z.string().nullable(),
  status,
  review: z.enum(['none', 'approved', 'rejected']),
  /** Why it was rejected. */
  reviewReason: z.string().nullable(),
  /** Put off to a date (or, with null, until nothing else is left to review). */
  postponed: z.object({ at: z.string(), until: z.string().nullable() }).nullable(),
  type: z.string(),
  typeConfidence: z.number(),
  category: z.string(),
  language: z.string().nullable(),
  confidence: z.number(),
  /** Pages of the file that this document takes, with the id under which a host serves the picture. */
  pages: z.array(
    z.object({
      number: z.number().int(),
      imageId: z.string(),
      size,
      /** Degrees clockwise by which it was turned to stand upright. */
      rotation: z.literal([0, 90, 180, 270]),
      reader: z.string(),
      readerReason: z.string(),
      /** ISO 639-1, null when nothing tells. */
      language: z.string().nullable(),
      confidence: z.number(),
      error: failure.nullable(),
    }),
  ),
  fields: z.array(field),
  tables: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      columns: z.array(z.object({ name: z.string(), label: z.string(), type: z.string() })),
      /** One record per row: column name to field; a column that the row lacks is left out. */
      rows: z.array(z.record(z.string(), field)),
    }),
  ),
  checks: z.array(check),
  /** The arithmetic of the document, from open to proven. */
  equations: z.array(equation),
  error: failure.nullable(),
  /** Neighbours in the order of intake, for “previous” and “next”. */
  previousId: z.string().nullable(),
  nextId: z.string().nullable(),
  /** The next that waits for a person, from here to the end and then from the start; postponed ones last. */
  nextToReviewId: z.string().nullable(),
})

export type DocumentView = z.infer<typeof documentView>

/** Acts of a person that can be taken back and done again. */
const act = z.enum([
  ...(['extracted', 'corrected', 'accepted', 'approved', 'rejected', 'postponed'] as const),
  ...(['rows_edited', 'retyped', 'rotated', 'arranged'] as const),
])

/** What undo would take back and redo would do again; null: nothing. */
export const nextMoves = z.object({ undo: act.nullable(), redo: act.nullable() })

/** Words of a page in reading order. */
export const pageWords = z.object({
  page: z.number().int(),
  size,
  /** Text, left, top, right, bottom. */
  words: z.array(z.tuple([z.string(), z.number(), z.number(), z.number(), z.number()])),
})

/** Place of a value in the order of doubt. */
export const valueCursor = z.object({
  needsReview: z.boolean(),
  confidence: z.number(),
  fieldId: z.number().int(),
})

/** The same field of several documents. */
export const valuesSlice = z.object({
  rows: z.array(
    z.object({
      documentId: z.string(),
      itemId: z.number().int(),
      filename: z.string(),
      status,
      fieldId: z.number().int(),
      type: z.string(),
      value: z.string().nullable(),
      raw: z.string().nullable(),
      confidence: z.number(),
      needsReview: z.boolean(),
      reasons: z.array(z.string()),
      corrected: z.boolean(),
      accepted: z.boolean(),
      /** With the id of the picture from which the place can be cut. */
      provenance: provenance.extend({ imageId: z.string() }).nullable(),
    }),
  ),
  /** Where the next slice begins; null after the last. */
  after: valueCursor.nullable(),
})

export type ValuesSlice = z.infer<typeof valuesSlice>

/** The pages of a file and the documents that they are put together to. */
export const itemPages = z.object({
  itemId: z.number().int(),
  batchId: z.string(),
  filename: z.string(),
  pages: z.array(
    z.object({ number: z.number().int(), imageId: z.string(), size: size.nullable() }),
  ),
  documents: z.array(
    z.object({ id: z.string(), type: z.string(), pages: z.array(z.number().int()) }),
  ),
  leftOut: z.array(z.object({ page: z.number().int(), reason: z.string() })),
})

export type ItemPages = z.infer<typeof itemPages>
