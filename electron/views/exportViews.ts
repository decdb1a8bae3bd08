import { z } from 'zod'
import { isCsvDialect } from '../../workers/export/csvDialect.ts'

/* Exports and how they are written. */

/** How CSV is written: `standard`, or a locale, for the Excel of a computer of that locale. */
export const csvFor = z
  .string()
  .max(40)
  .refine(isCsvDialect, 'say “standard”, or a locale such as de-DE')

/** A column layout: the name of a saved one, the path of a file (.json), or what it says itself. */
export const layoutAsked = z.union([z.string().min(1).max(4000), z.record(z.string(), z.unknown())])

/** How an export is written, beside its format. */
export const exportOptions = z.object({
  /** Of CSV alone; null: as the settings say. */
  csvFor: csvFor.nullable().default(null),
  /** A proof beside it, by which anybody can see that it is what was written. */
  proof: z.boolean().default(false),
  /** Of workbooks: pictures of what was reviewed or flagged, and a folder of pages that its values link to. */
  evidence: z.boolean().default(false),
  /** Of workbooks and CSV: which columns; null: the usual ones. It is kept with the export as it was then. */
  layout: layoutAsked.nullable().default(null),
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
