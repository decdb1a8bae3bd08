import { z } from 'zod'
import type { Failure, Result } from '../workers/errors.ts'
import { fieldTypes } from '../workers/model.ts'
import { decisions, preflightReport, readerModes } from './preflightView.ts'
import {
  type BatchKind,
  batchSummary,
  difference,
  documentRow,
  documentView,
  excerpt,
  exportLine,
  exportOptions,
  finding,
  folderListing,
  forecast,
  itemPages,
  ledger,
  limits,
  nextMoves,
  pageWords,
  priorities,
  settings,
  status,
  templateDifference,
  templateProblem,
  templateSummary,
  templateTrial,
  templateView,
  triableDocument,
  unreadLine,
  valueCursor,
  valuesSlice,
} from './views.ts'

/**
 * Every command and event that crosses from the face to the core, once.
 * Adding a command touches this file and its handler; hosts and client never change.
 * What they give to be shown is described in views.ts.
 */

export {
  type Decisions,
  type PreflightReport,
  type ReaderMode,
  readerModes,
} from './preflightView.ts'

const empty = z.object({})
const batchId = z.object({ batchId: z.string() })
/** Kept in memory alone. */
const password = z.string().min(1).max(1000)
const documentId = z.object({ documentId: z.string() })
const fieldOf = documentId.extend({ fieldId: z.number().int() })
const templateName = z.object({ name: z.string().min(1) })
const templateVersion = z.number().int().positive()
const versionOrDraft = z.union([templateVersion, z.looseObject({})])
/** Ours, or the names and types of its fields alone. */
const templateFormat = z.enum(['sheaf', 'named_entities'])
export type TemplateFormat = z.infer<typeof templateFormat>
const pageNumber = z.number().int().min(1)
/** What a person says about it, for colleagues and exports. */
const reason = z.string().trim().min(1).max(500)
const itemId = z.number().int()
/** As many as are done before a face hears how far it is. */
const someDocuments = z.array(z.string()).min(1).max(1000)
/** Where another program holds the file: `results (2).xlsx` is written instead, or it fails and names that. */
const whenLocked = z.enum(['number', 'fail']).default('fail')
const failed = z.object({ code: z.string(), message: z.string() })
/** A row of a table, counted from 0. */
const rowNumber = z.number().int().min(0)

export const exportFormats = ['xlsx', 'csv', 'json', 'jsonl', 'txt', 'md'] as const
export type ExportFormat = (typeof exportFormats)[number]
/** What a batch of each kind can be written as. */
export const formatsOf = {
  extract: ['xlsx', 'csv', 'json', 'jsonl'],
  classify: ['xlsx', 'csv', 'json', 'jsonl'],
  split: ['xlsx', 'csv', 'json', 'jsonl'],
  read: ['json', 'txt', 'md'],
} as const satisfies Record<BatchKind, readonly ExportFormat[]>

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

export function isFormatOf(kind: BatchKind, format: ExportFormat): boolean {
  return (formatsOf[kind] as readonly ExportFormat[]).includes(format)
}

/** What a batch is made of; everything but the files has a good answer already. */
const intake = z.object({
  paths: z.array(z.string().min(1)).default([]),
  samples: z.boolean().default(false),
  name: decisions.shape.name.default(null),
  reference: decisions.shape.reference.default(null),
  kind: decisions.shape.kind.default('extract'),
  priority: decisions.shape.priority.default('normal'),
  split: decisions.shape.split.default('never'),
  template: decisions.shape.template.default('auto'),
  output: decisions.shape.output.default(null),
  exportOptions: decisions.shape.exportOptions,
  reader: decisions.shape.reader.default('auto'),
  languages: decisions.shape.languages.default([]),
  tables: decisions.shape.tables.default(false),
  leaveOutDuplicates: decisions.shape.leaveOutDuplicates.default(false),
  threshold: decisions.shape.threshold.default(null),
  /** Tried on every file that asks for one. */
  passwords: z.array(password).default([]),
})
/** What the person changed their mind about since the draft. */
const change = decisions.partial().extend({ batchId: z.string() })

export const commands = {
  /** What a face needs once at its start. */
  'app.state': {
    input: empty,
    output: z.object({
      version: z.string(),
      dataDir: z.string(),
      /** Which of the host's own dialogs there are; without them the face shows its folder browser. */
      dialogs: z.boolean(),
      hasSamples: z.boolean(),
      templates: z.array(templateSummary),
      /** What scans can be read in: languages that came along, and the person's own in the data folder. */
      languages: z.array(
        z.object({
          /** ISO 639-1 where there is one, else the name of the data. */
          code: z.string(),
          /** Tesseract's code, the name of its file. */
          data: z.string(),
          name: z.string(),
          origin: z.enum(['shipped', 'own']),
        }),
      ),
    }),
  },
  /** Looks whether everything is in order; `fix` takes away what belongs to nothing any more. */
  'app.doctor': {
    input: z.object({ fix: z.boolean().default(false) }),
    output: z.object({ findings: z.array(finding) }),
  },
  /** What this computer gives to reading, and how fast it was so far. */
  'app.limits': { input: empty, output: limits },
  /** How many passwords are tried on every batch until the program ends, after one was added or all were forgotten. */
  'app.passwords': {
    input: z.object({ add: password.nullable().default(null), forget: z.boolean().default(false) }),
    output: z.object({ count: z.number().int() }),
  },
  /** Gives the room that deleted batches left in the database back to the disk. */
  'app.compact': { input: empty, output: z.object({ freedBytes: z.number().int() }) },
  /** Writes what helps to find an error, without names of files or anything that stands in them. */
  'app.diagnose': {
    /** null: into the data folder. */
    input: z.object({ path: z.string().min(1).nullable().default(null) }),
    output: z.object({ path: z.string() }),
  },
  /** Takes in folders and files (or the samples) and starts at once; refuses what cannot succeed. */
  'batch.create': { input: intake, output: batchSummary },
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
  'batch.pause': { input: batchId, output: batchSummary },
  /** Goes on; with passwords also with files that wait for one. */
  'batch.resume': {
    input: z.object({ batchId: z.string(), passwords: z.array(password).default([]) }),
    output: batchSummary,
  },
  /** Tries a password on every file that waits for one; those that it opens are read. */
  'batch.unlock': {
    input: z.object({ batchId: z.string(), password }),
    output: z.object({ opened: z.number().int(), stillLocked: z.number().int() }),
  },
  /** `now`: at once, pages in hand are given up. `after_pages`: those are read to their end and kept. */
  'batch.cancel': {
    input: z.object({ batchId: z.string(), when: z.enum(['now', 'after_pages']).default('now') }),
    output: batchSummary,
  },
  /** Failed and cancelled items become pending again; what is named here is read in that way from now on. */
  'batch.retry': {
    input: z.object({
      batchId: z.string(),
      /** null: as before. */
      reader: z.enum(readerModes).nullable().default(null),
      /** null: as before; empty: found page by page. */
      languages: z.array(z.string()).nullable().default(null),
      passwords: z.array(password).default([]),
      /** Only these files; null: all of them. */
      itemIds: z.array(itemId).max(100_000).nullable().default(null),
    }),
    output: batchSummary,
  },
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
  /** The pages of a file, for thumbnails, and the documents that they make up. */
  'item.pages': { input: z.object({ itemId: z.number().int() }), output: itemPages },
  /**
   * Puts the pages of a file together in another way; the file itself stays as it is. Every page is in one of
   * the documents, in the order of the list, or left out with a reason.
   */
  'item.arrange': {
    input: z.object({
      itemId: z.number().int(),
      documents: z.array(z.object({ pages: z.array(pageNumber).min(1) })).min(1),
      leftOut: z.array(z.object({ page: pageNumber, reason })).default([]),
    }),
    output: itemPages,
  },
  /** What a person calls it and how much it matters among others; what is left out stays. */
  'batch.update': {
    input: z.object({
      batchId: z.string(),
      name: z.string().trim().min(1).max(200).optional(),
      reference: z.string().trim().min(1).max(200).nullable().optional(),
      priority: z.enum(priorities).optional(),
    }),
    output: batchSummary,
  },
  /** More files and folders; those that it has already, by path, are left out. A finished batch opens again. */
  'batch.add': {
    input: z.object({
      batchId: z.string(),
      paths: z.array(z.string().min(1)).min(1),
      passwords: z.array(password).default([]),
    }),
    output: z.object({
      added: z.number().int(),
      /** It had them already. */
      known: z.number().int(),
      batch: batchSummary,
    }),
  },
  /**
   * Finds the values of every document anew with a template as it is today (`auto`, a name, or the path of a
   * file), from kept pages: nothing is read. Corrections of fields that it has stay; undo takes it back, document by document.
   */
  'batch.reextract': {
    input: z.object({ batchId: z.string(), template: z.string().min(1) }),
    output: batchSummary,
  },
  /** A new batch from the same sources and configuration; `templates` says whose: today's, or those it was frozen with. */
  'batch.duplicate': {
    input: z.object({
      batchId: z.string(),
      templates: z.enum(['today', 'frozen']),
      name: z.string().trim().min(1).max(200).nullable().default(null),
    }),
    output: batchSummary,
  },
  /** In what a batch is not what it would be if it were started now; empty: in nothing. */
  'batch.differences': { input: batchId, output: z.array(difference) },
  /** Takes in the same, looks into every file and waits for the person; told by `batch.changed`. */
  'batch.draft': { input: intake, output: batchSummary },
  /** What would be read, what not and why, as far as it is known; of a batch that runs, too. */
  'batch.preflight': {
    input: change.extend({
      /** How many files and pairs are named in each list. */
      most: z.number().int().min(0).max(100_000).default(50),
    }),
    output: preflightReport,
  },
  /** Starts a draft with what the person decided; throws what keeps it from succeeding. */
  'batch.start': { input: change, output: batchSummary },
  /** Forgets a draft. */
  'batch.discard': { input: batchId, output: z.object({}) },
  /** Out of the list, stopped if it was being worked on; it can be restored for seven days. */
  'batch.delete': { input: batchId, output: batchSummary },
  'batch.restore': { input: batchId, output: batchSummary },
  /** A deleted batch is gone at once, with its previews and the kept pages that no other batch has. */
  'batch.purge': { input: batchId, output: z.object({ purged: z.literal(true) }) },
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
  'document.get': { input: z.object({ documentId: z.string() }), output: documentView },
  /** Sets a value by hand; `null` says the document has none. Checks and review flags follow. */
  'document.correct': {
    input: z.object({
      documentId: z.string(),
      fieldId: z.number().int(),
      value: z.string().trim().min(1).nullable(),
    }),
    output: documentView,
  },
  /** Words of its pages in reading order: to be found by typing, and to be clicked. */
  'document.words': { input: documentId, output: z.array(pageWords) },
  /** The words in a box of a page (or the word that is clicked) become the value, read as the field's type. */
  'document.fill': {
    input: fieldOf.extend({
      page: pageNumber,
      box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    }),
    output: documentView,
  },
  /** Takes one of its candidates, counted from 1. */
  'document.take': {
    input: fieldOf.extend({ candidate: z.number().int().min(1).max(5) }),
    output: documentView,
  },
  /** Stands by a value as it was found, or by there being none. */
  'document.accept': { input: fieldOf, output: documentView },
  'document.editRows': {
    input: documentId.extend({
      table: z.string(),
      edit: z.discriminatedUnion('kind', [
        /** Below a row; -1 is above the first. */
        z.object({ kind: z.literal('add'), after: z.number().int().min(-1) }),
        z.object({ kind: z.literal('delete'), row: rowNumber }),
        /** Before a word of a column (1: after its first), or where the lines of its cells part. */
        z.object({
          kind: z.literal('split'),
          row: rowNumber,
          at: z
            .object({ column: z.string(), word: z.number().int().min(1) })
            .nullable()
            .default(null),
        }),
        /** With the row below it. */
        z.object({ kind: z.literal('merge'), row: rowNumber }),
        /** Gives a row the cell that it lacks, without a value. */
        z.object({ kind: z.literal('cell'), row: rowNumber, column: z.string() }),
      ]),
    }),
    output: documentView,
  },
  /** Finds its values anew as a document of another type (or with `auto` of the likeliest) in its kept pages. */
  'document.setType': { input: documentId.extend({ template: z.string() }), output: documentView },
  /** Turns a page clockwise from how it is shown, and reads that page again. */
  'document.rotate': {
    input: documentId.extend({
      page: pageNumber,
      turn: z.union([z.literal(90), z.literal(180), z.literal(270)]),
    }),
    output: documentView,
  },
  /** Reads its pages with other settings and finds its values anew; corrections stay, and undo takes it back. */
  'document.readAgain': {
    input: z.object({
      documentId: z.string(),
      mode: z.enum(readerModes),
      languages: z.array(z.string()).default([]),
      /** For a locked file whose password this process does not know (any more). */
      password: password.nullable().default(null),
    }),
    output: documentView,
  },
  'document.approve': { input: z.object({ documentId: z.string() }), output: documentView },
  /** Not now: it comes last among those to review, or waits for a date. */
  'document.postpone': {
    input: documentId.extend({ until: z.iso.datetime().nullable().default(null) }),
    output: documentView,
  },
  /** It is not what it should be; exports say why. */
  'document.reject': { input: documentId.extend({ reason }), output: documentView },
  /** What undo and redo would do now. */
  'document.moves': { input: documentId, output: nextMoves },
  /**
   * Takes back the last act on a document, of whatever kind. Where that put the pages of its file together
   * differently, the document may be gone: then its file's first one is given.
   */
  'document.undo': { input: documentId, output: documentView },
  /** Does again what was taken back last, until something new is done. */
  'document.redo': { input: documentId, output: documentView },
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
  'template.list': { input: empty, output: z.array(templateSummary) },
  /** As it is now, or as it was under the number of a version. */
  'template.get': {
    input: templateName.extend({ version: templateVersion.optional() }),
    output: templateView,
  },
  /** What keeps a draft from being saved, whatever it is; `replaces` as for saving, left out: any name is free. */
  'template.check': {
    input: z.object({ template: z.unknown(), replaces: z.string().nullable().optional() }),
    output: z.object({ problems: z.array(templateProblem) }),
  },
  /**
   * Keeps a draft as a new version and gives it to new batches at once; one that says nothing new is not kept
   * again. `replaces`: the template that was edited, which may get another name; null: a new one. One that came
   * along stays as it is, and the person's own takes its place.
   */
  'template.save': {
    input: z.object({ template: z.unknown(), replaces: z.string().nullable() }),
    output: templateView,
  },
  /** Out of the list; in the place of one that came along, that one is back. What it was stays for `template.restore`. */
  'template.remove': { input: templateName, output: empty },
  /** Takes a removal back: the template is as it was then. */
  'template.restore': { input: templateName, output: templateView },
  /** Saves what it was under a number as its newest version. */
  'template.revert': {
    input: templateName.extend({ version: templateVersion }),
    output: templateView,
  },
  /** A new template of one's own that says the same. */
  'template.duplicate': { input: templateName, output: templateView },
  /** What the text of a file says, in either format: a draft to look at, with its problems. Nothing is saved. */
  'template.read': {
    input: z.object({ filename: z.string().min(1), text: z.string().max(5_000_000) }),
    /** `template`: null where the text is not JSON at all. */
    output: z.object({ template: z.unknown(), problems: z.array(templateProblem) }),
  },
  /** What a file of it would say. */
  'template.text': {
    input: templateName.extend({ version: templateVersion.optional(), format: templateFormat }),
    output: z.object({ filename: z.string(), text: z.string() }),
  },
  /** Writes it beside its name, which ends in .json, and renames it. */
  'template.write': {
    input: templateName.extend({
      version: templateVersion.optional(),
      format: templateFormat,
      path: z.string().min(1),
    }),
    output: z.object({ path: z.string() }),
  },
  /** In what `to` says something else than `from`, each the number of a version or a draft. */
  'template.differences': {
    input: templateName.extend({ from: versionOrDraft, to: versionOrDraft }),
    output: z.array(templateDifference),
  },
  /** Kept documents that a draft can be tried on, those of the newest batch first. */
  'template.documents': {
    input: z.object({
      /** In names of files, types and values. */
      search: z.string().default(''),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    output: z.array(triableDocument),
  },
  /** What a draft finds on kept pages beside what is saved finds there; nothing is read again or stored. */
  'template.try': {
    input: z.object({
      template: z.unknown(),
      documentIds: z.array(z.string()).min(1).max(20),
      /** The name under which it is saved, where the draft has another one. */
      replaces: z.string().nullable().optional(),
    }),
    output: z.array(templateTrial),
  },
  /** Where the pattern of a field matches on kept pages, 200 places at most. */
  'template.matches': {
    input: z.object({
      pattern: z.string().min(1).max(2000),
      /** Text is searched; of other types, whole values have to match, as the field will ask. */
      type: z.enum(fieldTypes).default('text'),
      documentIds: z.array(z.string()).min(1).max(20),
    }),
    output: z.object({
      /** Why it is no pattern. */
      problem: z.string().nullable(),
      matches: z.array(
        z.object({
          documentId: z.string(),
          page: z.number().int(),
          pageSize: z.tuple([z.number(), z.number()]),
          text: z.string(),
          box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
        }),
      ),
      /** There are more. */
      isCut: z.boolean(),
    }),
  },
  /** The host's folder browser; `null` starts at the user's home. */
  'folder.list': {
    input: z.object({ path: z.string().nullable().default(null) }),
    output: folderListing,
  },
  /** Native dialogs; each gives null when the host has none or the person closed it. */
  'host.chooseFolder': { input: empty, output: z.string().nullable() },
  'host.chooseFiles': { input: empty, output: z.array(z.string()).nullable() },
  'host.chooseSavePath': {
    input: z.object({ suggestedName: z.string(), format: z.enum(exportFormats) }),
    output: z.string().nullable(),
  },
  /** Shows a file in the computer's file manager; false when the host cannot. */
  'host.reveal': { input: z.object({ path: z.string() }), output: z.boolean() },
  'settings.get': { input: empty, output: settings },
  /** Changes what is named; gives all of them. */
  'settings.set': { input: settings.partial(), output: settings },
} as const

export type CommandName = keyof typeof commands
export type Input<N extends CommandName> = z.input<(typeof commands)[N]['input']>
export type ParsedInput<N extends CommandName> = z.output<(typeof commands)[N]['input']>
export type Output<N extends CommandName> = z.output<(typeof commands)[N]['output']>

/** One function per command; a missing one is a type error. */
export type Handlers = {
  [N in CommandName]: (input: ParsedInput<N>) => Output<N> | Promise<Output<N>>
}

export const events = {
  /** The batch moved: counts, pages, lifecycle. At most five a second and batch, and one at its end. */
  'batch.changed': batchSummary,
  /** A document was stored, corrected, approved or failed. At most five a second and batch. */
  'document.changed': z.object({
    batchId: z.string(),
    itemId: z.number().int(),
    documentId: z.string().nullable(),
    /** More of them, where they come faster than they are told. */
    others: z
      .array(z.object({ itemId: z.number().int(), documentId: z.string().nullable() }))
      .optional(),
  }),
  /** A template was saved, removed or brought back: all that can be chosen now. */
  'templates.changed': z.array(templateSummary),
} as const
export type EventName = keyof typeof events
export type AppEvent = {
  [N in EventName]: { name: N; payload: z.output<(typeof events)[N]> }
}[EventName]

/** How a face reaches the core, whatever the host: window.bridge in Electron, fetch and EventSource on loopback. */
export interface Transport {
  call(name: string, input: unknown): Promise<Result<unknown>>
  /** Returns what ends the subscription. */
  listen(receive: (event: AppEvent) => void): () => void
  /** Address of a page's picture for an <img>. */
  pageUrl(imageId: string): string
  /**
   * Paths of what was dropped or picked in the page. Electron knows them; the loopback host is sent
   * copies, which it keeps in the data folder, and answers with their place there.
   */
  pathsOf(files: readonly DroppedFile[]): Promise<Result<readonly string[]>>
}

export interface DroppedFile {
  readonly file: File
  /** Path inside what was dropped, with `/`: `invoices/may/1.pdf`. */
  readonly relativePath: string
}

/** What a host can do for the core; a host without dialogs gives null. */
export interface Host {
  readonly dialogs: boolean
  chooseFolder(): Promise<string | null>
  chooseFiles(): Promise<readonly string[] | null>
  chooseSavePath(suggestedName: string, format: ExportFormat): Promise<string | null>
  reveal(path: string): Promise<boolean>
  /** Whether the computer runs on battery, null when nobody knows; a host that cannot tell leaves it out. */
  onBattery?(): Promise<boolean | null>
}

export type { Failure, Result }
