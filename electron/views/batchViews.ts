import { z } from 'zod'
import { failure, status } from './viewParts.ts'

/* Batches, their rows, and how they stand. */

export const lifecycles = [
  'draft',
  'queued',
  'running',
  'throttled',
  'paused',
  'cancelling',
  'finished',
] as const

export const outcomes = ['completed', 'partial_failed', 'failed', 'cancelled'] as const

/**
 * `extract`: documents with fields. `classify`: the type of each file. `split`: the documents of each file with
 * first and last page and type. `read`: the words of pages alone.
 */
export const batchKinds = ['extract', 'classify', 'split', 'read'] as const

export type BatchKind = (typeof batchKinds)[number]

/** Among batches, the least first. */
export const priorities = ['low', 'normal', 'high'] as const

export type Priority = (typeof priorities)[number]

/** Why a batch makes way for now; it goes on by itself. */
export const throttleCauses = ['low_disk', 'low_memory', 'battery'] as const

export type ThrottleCause = (typeof throttleCauses)[number]

export const batchSummary = z.object({
  id: z.string(),
  name: z.string(),
  reference: z.string().nullable(),
  kind: z.enum(batchKinds),
  priority: z.enum(priorities),
  /** `auto` or a template's name. */
  template: z.string(),
  /** The folder or files it was made from, as the person named them. */
  sources: z.array(z.string()),
  lifecycle: z.enum(lifecycles),
  /** Only when throttled. */
  throttledBy: z.enum(throttleCauses).nullable(),
  /** Only when finished. */
  outcome: z.enum(outcomes).nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** Items and documents by status; the sum is `items`. */
  counts: z.record(status, z.number().int()),
  items: z.number().int(),
  /** Documents that a person rejected. */
  rejected: z.number().int(),
  /** Documents that a person put off; they count as to be reviewed. */
  postponed: z.number().int(),
  /** Failed ones that wait for a password. */
  locked: z.number().int(),
  pagesDone: z.number().int(),
  pagesTotal: z.number().int(),
  /** Pages taken from an earlier reading instead of being read now. */
  pagesKept: z.number().int(),
  /** 0 to 100, never goes back; of a cancelled batch, where it was stopped. */
  percent: z.number(),
  /** Seconds left at the speed measured so far; null until there is a measure. */
  secondsLeft: z.number().nullable(),
  pagesPerMinute: z.number().nullable(),
  /** Trouble of the batch as a whole (source gone, disk full), not the sum of bad files. */
  error: failure.nullable(),
  /** When it was deleted: it can be restored for a while; null for one that is listed. */
  deletedAt: z.string().nullable(),
})

export type BatchSummary = z.infer<typeof batchSummary>

/** Files or pages by how they ended; `open`: not yet. The others make up `all`. */
const tally = z.object({
  all: z.number().int(),
  read: z.number().int(),
  failed: z.number().int(),
  skipped: z.number().int(),
  open: z.number().int(),
})

/** Every file and page of a batch, accounted for. */
export const ledger = z.object({
  files: tally,
  pages: tally,
  /** The sum of pages is what the files have, counted apart from each other. */
  isProven: z.boolean(),
  /** Files that are read but for a page. */
  incomplete: z.number().int(),
  /** Files of which nobody could count the pages, or not yet. */
  uncounted: z.number().int(),
  /** What read the pages, the most pages first; `unknown` for pages of an older Sheaf. */
  readers: z.array(z.object({ reader: z.string(), pages: z.number().int() })),
  /** Of the pages read, those that were there before the batch came to them. */
  pagesKept: z.number().int(),
  /** What was not read, by its code. */
  reasons: z.array(
    z.object({
      state: z.enum(['failed', 'skipped']),
      code: z.string(),
      pages: z.number().int(),
      /** Files that ended so as a whole. */
      files: z.number().int(),
      /** Files that are read but for a page that ended so. */
      partly: z.number().int(),
      /** Of the files, those whose pages nobody could count. */
      uncounted: z.number().int(),
    }),
  ),
})

export type Ledger = z.infer<typeof ledger>

/** Pages of a file that were not read, one after the other and for the same reason. */
export const unreadLine = z.object({
  /** Position of the file in the order of intake, from 0. */
  index: z.number().int(),
  itemId: z.number().int(),
  /** The document that they are missing in. */
  documentId: z.string().nullable(),
  filename: z.string(),
  path: z.string(),
  state: z.enum(['failed', 'skipped']),
  /** Its file ended so; else it is read but for these pages. */
  isWhole: z.boolean(),
  code: z.string(),
  message: z.string(),
  /** null: its pages could not be counted. */
  firstPage: z.number().int().nullable(),
  lastPage: z.number().int().nullable(),
})

export type UnreadLine = z.infer<typeof unreadLine>

/** One row of a batch's table: a document, or an item that has none (yet). */
export const documentRow = z.object({
  /** Position in the order of intake, from 0; with `documentId` the row's key. */
  index: z.number().int(),
  itemId: z.number().int(),
  documentId: z.string().nullable(),
  filename: z.string(),
  path: z.string(),
  status,
  type: z.string().nullable(),
  confidence: z.number().nullable(),
  /** How many of its fields a person should look at. */
  reviewFields: z.number().int(),
  /** What a person decided about the document; null for an item without one. */
  review: z.enum(['none', 'approved', 'rejected']).nullable(),
  /** Why it was rejected. */
  reviewReason: z.string().nullable(),
  isPostponed: z.boolean(),
  pagesDone: z.number().int(),
  pageCount: z.number().int().nullable(),
  /** Numbers of its pages that could not be read. */
  missingPages: z.array(z.number().int()),
  /** Seconds spent reading and extracting; null before it started. */
  seconds: z.number().nullable(),
  error: failure.nullable(),
})

export type DocumentRow = z.infer<typeof documentRow>

/** A place of a row that has what was searched for. */
export const excerpt = z.object({
  itemId: z.number().int(),
  documentId: z.string().nullable(),
  /** Number of the page within the file; null for a value. */
  page: z.number().int().nullable(),
  /** Of a value what it is called; null on a page. */
  label: z.string().nullable(),
  before: z.string(),
  hit: z.string(),
  after: z.string(),
})

export type Excerpt = z.infer<typeof excerpt>

/** How many documents a person is shown, by the confidence under which values are looked at. */
export const forecast = z.object({
  /** As it is now, and the one that was measured: under it two of a hundred that pass are wrong at most. */
  threshold: z.number(),
  measured: z.number(),
  /** All of them; before a start, files. */
  documents: z.number().int(),
  /** What it goes by: the documents themselves, those read here before, or too few of these. */
  basis: z.enum(['counted', 'kept', 'guess']),
  keptDocuments: z.number().int(),
  /** From few to many. */
  looks: z.array(z.object({ threshold: z.number(), documents: z.number().int() })),
})

export type Forecast = z.infer<typeof forecast>

/** One thing in which a batch is not what it would be if it were started now. */
export const difference = z.object({
  kind: z.enum([
    'template_missing',
    'template_added',
    'template_changed',
    'field_added',
    'field_removed',
    'field_changed',
    'table_changed',
    'settings',
    'retried',
    'template_replaced',
    'language_data',
    'reading',
    'app_version',
  ]),
  /** The template that it is about; null: none in particular. */
  template: z.string().nullable(),
  /** The field that it is about; null: none in particular. */
  field: z.string().nullable(),
  /** In this batch, and now; null where there is nothing. */
  before: z.string().nullable(),
  now: z.string().nullable(),
  /** For a person. */
  sentence: z.string(),
})

export type Difference = z.infer<typeof difference>
