import { z } from 'zod'
import type { ColumnLayout } from '../../workers/columnLayout.ts'
import { csvFor, layoutAsked, layoutPreview, layoutSources, savedLayout } from '../views.ts'
import { empty } from './commandParts.ts'

const layoutName = z.object({ name: z.string().min(1) })
const someBatch = z.string().nullable().default(null)
/** Whatever a person is at. */
const draft = z.record(z.string(), z.unknown())
const layout = z.object({ layout: z.custom<ColumnLayout>() })

/** Which columns exports have, in which order and how they are written. */
export const layoutCommands = {
  /** Those that were saved, by name. */
  'layout.list': { input: empty, output: z.array(savedLayout) },
  /** A saved one by its name, one in a file (.json), or what it says itself, looked at. */
  'layout.get': { input: z.object({ layout: layoutAsked }), output: layout },
  /** What a column can show; of a batch, what its documents have comes first. */
  'layout.sources': { input: z.object({ batchId: someBatch }), output: layoutSources },
  /** `replaces`: the layout that was edited, which may get another name; null: a new one. */
  'layout.save': {
    input: z.object({
      layout: draft,
      replaces: z.string().nullable(),
      /** Fields that only documents of this batch have are known, too. */
      batchId: someBatch,
    }),
    output: layout,
  },
  'layout.remove': { input: layoutName, output: empty },
  /** A new one that says the same. */
  'layout.duplicate': { input: layoutName, output: layout },
  /** What the header and the rows of another program’s CSV say: a draft to look at. Nothing is saved. */
  'layout.fromHeader': {
    input: z.object({
      batchId: someBatch,
      filename: z.string().min(1).max(300),
      /** Its beginning, in base64: what its letters are is looked at, too. */
      bytes: z.base64().max(1_400_000),
    }),
    output: z.object({
      layout: z.custom<ColumnLayout>(),
      /** Places of columns that nobody knows; they are constants without a text. */
      unmatched: z.array(z.number().int()),
      separator: z.enum([';', ',', '\t', '|']),
      /** What could be meant in another way. */
      notes: z.array(z.string()),
    }),
  },
  /** The first rows of a batch as a draft would write them, and what is wrong with it. Nothing is written. */
  'layout.preview': {
    input: z.object({
      batchId: z.string(),
      layout: draft,
      rows: z.number().int().min(1).max(100).default(8),
      /** null: as the settings say. */
      csvFor: csvFor.nullable().default(null),
    }),
    output: layoutPreview,
  },
} as const
