import { z } from 'zod'
import { readerModes } from '../choices.ts'
import { decisions, preflightReport } from '../preflightView.ts'
import { batchSummary, difference, priorities } from '../views.ts'
import { batchId, itemId, password } from './commandParts.ts'

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
  hooks: decisions.shape.hooks,
  /** Tried on every file that asks for one. */
  passwords: z.array(password).default([]),
})
/** What the person changed their mind about since the draft. */
const change = decisions.partial().extend({ batchId: z.string() })

/** The life of a batch: made, started, changed, stopped, deleted. */
export const batchCommands = {
  /** Takes in folders and files (or the samples) and starts at once; refuses what cannot succeed. */
  'batch.create': { input: intake, output: batchSummary },
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
} as const
