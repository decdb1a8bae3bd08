import { z } from 'zod'
import type { ColumnLayout } from '../../workers/columnLayout.ts'
import { fieldTypes } from '../../workers/model.ts'

export type { ColumnLayout, LayoutColumn } from '../../workers/columnLayout.ts'

/* Column layouts and what they can show. */

const named = z.object({
  name: z.string(),
  label: z.string(),
  type: z.enum(fieldTypes),
  /** Documents of the batch that was asked for may have it; of none: always. */
  isHere: z.boolean(),
})

/** All that a column can show. */
export const layoutSources = z.object({
  fields: z.array(named),
  /** Columns of line items. */
  items: z.array(named),
  properties: z.array(z.object({ name: z.string(), label: z.string() })),
})

export type LayoutSources = z.output<typeof layoutSources>

const layoutProblem = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  sentence: z.string(),
})

/** What a layout makes of the first rows of a batch. */
export const layoutPreview = z.object({
  /** What keeps it from being used. */
  problems: z.array(layoutProblem),
  /** What may not be meant. */
  warnings: z.array(layoutProblem),
  rows: z.array(
    z.array(z.object({ text: z.string(), isNumber: z.boolean(), isMarked: z.boolean() })),
  ),
  /** The batch has more than these. */
  isCut: z.boolean(),
})

export type LayoutPreview = z.output<typeof layoutPreview>

/** A layout as it was saved. */
export const savedLayout = z.object({ layout: z.custom<ColumnLayout>(), savedAt: z.string() })
