import { z } from 'zod'
import { templateSchema } from '../../workers/template.ts'
import { check, provenance } from './documentViews.ts'
import { failure, size, status } from './viewParts.ts'

/* Templates, what is wrong with them, and what they would find. */

/** `changed`: one of the person's own in the place of one that came along. */
const templateSource = z.enum(['built_in', 'own', 'changed'])

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
