import { z } from 'zod'
import {
  batchSummary,
  documentRow,
  excerpt,
  forecast,
  ledger,
  status,
  unreadLine,
  valueCursor,
  valuesSlice,
} from '../views.ts'
import { batchId, itemId } from './commandParts.ts'

/** As many as are done before a face hears how far it is. */
const someDocuments = z.array(z.string()).min(1).max(1000)
const failed = z.object({ code: z.string(), message: z.string() })

/** What is in a batch: lists, counts, and acts on many documents at once. */
export const batchContentCommands = {
  /** Batches, the newest first; those that were deleted and can still be restored are listed apart. */
  'batch.list': {
    input: z.object({
      deleted: z.boolean().default(false),
      /** Id of the last one already there; those after it are returned. */
      after: z.string().nullable().default(null),
      limit: z.number().int().min(1).max(1000).default(1000),
    }),
    output: z.array(batchSummary),
  },
  'batch.get': { input: batchId, output: batchSummary },
  /** How many of its documents a person is shown under other thresholds; nothing is changed. */
  'batch.forecast': { input: batchId, output: forecast },
  /** Values that are less sure than this are looked at from now on; null: as was measured. */
  'batch.setThreshold': {
    input: batchId.extend({ threshold: z.number().min(0).max(1).nullable() }),
    output: batchSummary,
  },
  /** Approves several documents; those that are approved already are left out of the answer. */
  'batch.approve': {
    input: batchId.extend({ documentIds: someDocuments }),
    output: z.object({ acts: z.array(z.number().int()) }),
  },
  /** Takes several documents for another type, as `document.setType` does; those that are of it already stay as they are. */
  'batch.setType': {
    input: batchId.extend({ documentIds: someDocuments, template: z.string() }),
    output: z.object({
      acts: z.array(z.number().int()),
      /** Why some could not be. */
      failures: z.array(z.object({ documentId: z.string(), failure: failed })),
    }),
  },
  /** Takes acts on documents back, those alone after which nothing else was done to them. */
  'batch.undo': {
    input: batchId.extend({ acts: z.array(z.number().int()).min(1).max(1000) }),
    output: z.object({ documentIds: z.array(z.string()) }),
  },
  /** Takes files out of the batch, and their documents with them; the files themselves stay as they are. */
  'batch.remove': {
    input: batchId.extend({ itemIds: z.array(itemId).min(1).max(1000) }),
    /** Those that were taken out; one that is being read stays. */
    output: z.object({ itemIds: z.array(itemId) }),
  },
  /** Puts files back that were taken out, as they were. */
  'batch.putBack': {
    input: batchId.extend({ itemIds: z.array(itemId).min(1).max(1000) }),
    output: z.object({ itemIds: z.array(itemId) }),
  },
  /** A slice of the table, in the order of intake. */
  'batch.documents': {
    input: z.object({
      batchId: z.string(),
      statuses: z.array(status).default([]),
      search: z.string().default(''),
      /** `index` of the last row already there; rows after it are returned. */
      after: z.number().int().default(-1),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({
      rows: z.array(documentRow),
      total: z.number().int(),
      /** Of a search: files whose words are not in the index yet; they are found once they are. */
      unsearched: z.number().int(),
    }),
  },
  /** Where rows have what is searched for; a row without such a place is left out. */
  'batch.excerpts': {
    input: batchId.extend({
      search: z.string().min(1),
      rows: z.array(z.object({ itemId, documentId: z.string().nullable() })).max(200),
    }),
    output: z.object({ excerpts: z.array(excerpt) }),
  },
  /** Names of fields and how many of their values are in doubt, the most doubtful first. */
  'batch.fields': {
    input: batchId,
    output: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        type: z.string(),
        doubtful: z.number().int(),
      }),
    ),
  },
  /** The same field of all documents, the most doubtful value first. */
  'batch.values': {
    input: z.object({
      batchId: z.string(),
      field: z.string(),
      statuses: z.array(status).default([]),
      /** `after` of the slice before; null begins. */
      after: valueCursor.nullable().default(null),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    output: valuesSlice,
  },
  /** Stands by the same field of many documents; each can be taken back by itself. */
  'batch.acceptValues': {
    input: z.object({
      batchId: z.string(),
      field: z.string(),
      documentIds: z.array(z.string()).min(1).max(1000),
    }),
    /** Those that it was not settled in before. */
    output: z.object({ documentIds: z.array(z.string()) }),
  },
  /** How every file and page ended. */
  'batch.ledger': { input: batchId, output: ledger },
  /** What was not read, file by file in the order of intake. */
  'batch.unread': {
    input: z.object({
      batchId: z.string(),
      /** Only for this reason; null: for any. */
      code: z.string().nullable().default(null),
      /** `index` of the last file already there; lines of files after it are returned. */
      after: z.number().int().default(-1),
      /** Files, at most; each may have several lines. */
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    /** `files`: how many there are in all. */
    output: z.object({ lines: z.array(unreadLine), files: z.number().int() }),
  },
} as const
