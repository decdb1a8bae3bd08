import { z } from 'zod'
import { isCsvDialect } from '../workers/export/csvDialect.ts'
import { statuses } from '../workers/model.ts'
import { templateSchema } from '../workers/template.ts'

/** What crosses to the face and is shown there: batches, rows, documents, templates, folders. */

/** [left, top, right, bottom] in page points, origin top left, of the upright page. */
const box = z.tuple([z.number(), z.number(), z.number(), z.number()])
const size = z.tuple([z.number(), z.number()])
const failure = z.object({ code: z.string(), message: z.string() })

export const status = z.enum(statuses)
export type Status = z.infer<typeof status>

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

/** What a person is told while a batch makes way. */
export const throttleWords = {
  low_disk: 'Waiting: the disk is almost full. Free some space; reading goes on by itself.',
  low_memory: 'Slowed down: other programs need the memory. Reading goes on by itself.',
  battery: 'Waiting for mains power, to spare the battery. Reading goes on by itself.',
} as const satisfies Record<ThrottleCause, string>

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
  /** 0 to 100, never goes back. */
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

const provenance = z.object({ page: z.number().int(), box, pageSize: size, text: z.string() })

const candidate = z.object({
  value: z.string(),
  raw: z.string(),
  confidence: z.number(),
  /** Null: an exact source states it, and it is printed nowhere. */
  provenance: provenance.nullable(),
  why: z.array(z.string()),
})

const field = z.object({
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

const check = z.object({
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

/** `changed`: one of the person's own in the place of one that came along. */
const templateSource = z.enum(['built_in', 'own', 'changed'])

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

export const templateSummary = z.object({
  name: z.string(),
  title: z.string(),
  version: z.number().int(),
  category: z.string(),
  description: z.string(),
  fields: z.array(z.object({ name: z.string(), label: z.string(), type: z.string() })),
  fieldCount: z.number().int(),
  tableCount: z.number().int(),
  source: templateSource,
  /** Null for one that came along. */
  savedAt: z.string().nullable(),
})
export type TemplateSummary = z.infer<typeof templateSummary>

/** A template as it is now or was once, and all that it was. */
export const templateView = z.object({
  template: templateSchema,
  source: templateSource,
  /** Of the template that is given. */
  version: z.number().int(),
  /** The newest first. */
  versions: z.array(
    z.object({
      version: z.number().int(),
      /** Null: it came with Sheaf. */
      savedAt: z.string().nullable(),
      /** New batches take this one. */
      isCurrent: z.boolean(),
    }),
  ),
})
export type TemplateView = z.infer<typeof templateView>

/** What keeps a template from being used, and where in it that is. */
export const templateProblem = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  sentence: z.string(),
})
export type TemplateProblem = z.infer<typeof templateProblem>

/** One thing in which a version of a template is not what another one is. */
export const templateDifference = z.object({
  kind: z.enum(['added', 'removed', 'changed']),
  /** “Field ‘Due date’”, “Column ‘Price’ of ‘Line items’”, “The template”. */
  place: z.string(),
  /** What of it has changed, in words; null: the whole of it came or went. */
  what: z.string().nullable(),
  /** In words; null where there is nothing. */
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type TemplateDifference = z.infer<typeof templateDifference>

/** A document that a template can be tried on. */
export const triableDocument = z.object({
  documentId: z.string(),
  filename: z.string(),
  batchName: z.string(),
  /** The name of its type, `unknown` without one. */
  template: z.string(),
  status,
})

/** A value that a draft finds, or no longer finds. */
const trialValue = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  /** Null: of the document. */
  table: z.string().nullable(),
  /** Counted from 0; null outside of tables. */
  row: z.number().int().nullable(),
  value: z.string().nullable(),
  raw: z.string().nullable(),
  confidence: z.number(),
  needsReview: z.boolean(),
  reasons: z.array(z.string()),
  provenance: provenance.nullable(),
  /** Null where the saved template does not know it. */
  saved: z.object({ value: z.string().nullable() }).nullable(),
  /** Against what is saved. */
  change: z.enum(['same', 'changed', 'found', 'lost']),
})
export type TrialValue = z.infer<typeof trialValue>

/** What a draft finds on the kept pages of one document. */
export const templateTrial = z.object({
  documentId: z.string(),
  /** How long finding took. */
  ms: z.number().int(),
  pages: z.array(z.object({ number: z.number().int(), imageId: z.string(), size })),
  /** In the order of the template, rows of tables behind them, then what only the saved one finds. */
  fields: z.array(trialValue),
  checks: z.array(check.omit({ fields: true })),
  /** Why it could not be tried. */
  error: failure.nullable(),
})
export type TemplateTrial = z.infer<typeof templateTrial>

export const folderListing = z.object({
  path: z.string(),
  /** null at the top of the file system. */
  parent: z.string().nullable(),
  folders: z.array(z.object({ name: z.string(), path: z.string() })),
  /** Files that Sheaf could read, by name alone. */
  files: z.array(z.object({ name: z.string(), path: z.string(), size: z.number() })),
  /** Starting points: home, documents, desktop, drives. */
  places: z.array(z.object({ name: z.string(), path: z.string() })),
})
export type FolderListing = z.infer<typeof folderListing>

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

export const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]

/** How CSV is written: `standard`, or a locale, for the Excel of a computer of that locale. */
export const csvFor = z
  .string()
  .max(40)
  .refine(isCsvDialect, 'say “standard”, or a locale such as de-DE')

/** How an export is written, beside its format. */
export const exportOptions = z.object({
  /** Of CSV alone; null: as the settings say. */
  csvFor: csvFor.nullable().default(null),
  /** A proof beside it, by which anybody can see that it is what was written. */
  proof: z.boolean().default(false),
  /** Of workbooks: pictures of what was reviewed or flagged, and a folder of pages that its values link to. */
  evidence: z.boolean().default(false),
})
export type ExportOptions = z.output<typeof exportOptions>

/** An export that was written. */
export const exportLine = z.object({
  id: z.number().int(),
  at: z.string(),
  path: z.string(),
  /** Where it was asked for; null: an older Sheaf did not say. */
  asked: z.string().nullable(),
  format: z.string().nullable(),
  documents: z.number().int(),
  /** It does not hold the whole batch. */
  isPartial: z.boolean(),
  options: exportOptions.partial(),
  /** Of the main file; null: an older Sheaf did not say. */
  sha256: z.string().nullable(),
  /** How many documents and files were chosen; null: the whole batch. */
  selected: z.number().int().nullable(),
  /** As they were written; none by an older Sheaf. */
  files: z.array(z.object({ name: z.string(), bytes: z.number().int(), sha256: z.string() })),
  /** The main file is still where it was written, as it was or changed. */
  isThere: z.boolean(),
})

/** What a person has chosen once, for everything. */
export const settings = z.object({
  /** Days after which a finished batch is deleted by itself; null: never. */
  retentionDays: z.number().int().min(1).max(3650).nullable(),
  /** Batches do not wait for mains power. */
  ignoreBattery: z.boolean(),
  /** Pages that are read at a time, from the next start on; null: one a core. */
  threads: z.number().int().min(1).max(64).nullable(),
  /** How CSV is written where nothing else is said. */
  csvFor,
  /** How close rows stand. */
  density: z.enum(densities),
  /** Keys without Ctrl, Alt or ⌘ (letters, `?`, `/`) run commands. */
  letterKeys: z.boolean(),
  /** Columns of the table of documents that are left out. */
  hiddenColumns: z.array(z.string().max(40)).max(40),
  /** Percent of the room that pages take beside their fields. */
  pagesBeside: z.number().min(20).max(80),
  /** The same where the window is narrow and fields stand below. */
  pagesAbove: z.number().min(20).max(80),
})
export type Settings = z.infer<typeof settings>

/** What this computer gives to reading, and how fast it was so far. */
export const limits = z.object({
  /** Pages that are read at a time. */
  threads: z.number().int(),
  /** Where nobody has chosen a number. */
  usualThreads: z.number().int(),
  /** Kinds of page of which some were read here. */
  speeds: z.array(
    z.object({
      kind: z.enum(['text', 'ocr']),
      /** How many were measured. */
      pages: z.number().int(),
      /** With all threads at work. */
      pagesPerMinute: z.number(),
    }),
  ),
})
export type Limits = z.infer<typeof limits>

export const findingLevels = ['ok', 'warning', 'error'] as const

/** One thing that the doctor looked at. */
export const finding = z.object({
  name: z.string(),
  level: z.enum(findingLevels),
  /** What is so. */
  sentence: z.string(),
  /** What to do about it; null where nothing is to be done. */
  advice: z.string().nullable(),
})
export type Finding = z.infer<typeof finding>
