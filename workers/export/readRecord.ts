import { z } from 'zod'
import { readers, statuses } from '../model.ts'

/**
 * What `read` writes as JSON: one object a file. The schema is the source; `scripts/schemas.ts`
 * publishes it as `resources/pages.schema.json`.
 */

const points = z.number().nonnegative().describe('Points (1/72 inch) of the upright page.')
const confidence = z.number().min(0).max(1).describe('0 to 1: the chance of being right.')
const failure = z.object({ code: z.string(), message: z.string() })

const bbox = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .describe('Left, top, right, bottom in points, origin top left.')

const word = z.object({
  text: z.string(),
  bbox,
  confidence,
  reader: z.enum(readers).optional().describe('Where it differs from that of the page.'),
  alternative: z
    .object({ text: z.string(), confidence })
    .optional()
    .describe('What another reading of the same place says.'),
})

const pageRecord = z.object({
  page: z.int().positive().describe('Counted from 1 within the file.'),
  width: points.nullable(),
  height: points.nullable(),
  rotation: z
    .literal([0, 90, 180, 270])
    .describe('Degrees clockwise by which the page was turned to stand upright.'),
  reader: z.enum(readers).nullable().describe('null for a page that could not be read.'),
  language: z.string().nullable().describe('ISO 639-1, null when nothing tells.'),
  confidence: confidence.describe('Mean of its words; 0 without words.'),
  text: z.string().describe('All words in reading order, lines broken as printed.'),
  words: z.array(word),
  tables: z
    .array(
      z.object({
        page: z.int().positive().describe('Counted from 1 within the file.'),
        bbox,
        cells: z
          .array(z.array(z.string()))
          .describe('Rows, top to bottom, of one text a column; empty where a row has nothing.'),
      }),
    )
    .optional()
    .describe('With --tables: what stands in rows and columns, in reading order.'),
  error: failure.optional(),
})

export const readRecordSchema = z.object({
  reference: z.string().nullable().describe('The user’s own id for the batch.'),
  filename: z.string(),
  sha256: z.string().nullable().describe('Hex, of the whole file.'),
  status: z.enum(statuses),
  error: failure.nullable(),
  page_count: z.int().min(0).nullable().describe('null where the file could not be opened.'),
  missing_pages: z
    .array(z.int().positive())
    .describe('Of its pages, those that could not be read.'),
  pages: z.array(pageRecord),
})

type ReadRecord = z.infer<typeof readRecordSchema>
export type PageRecord = ReadRecord['pages'][number]
/** A file without its pages, which follow one by one. */
export type ReadFile = Readonly<Omit<ReadRecord, 'pages'>>
