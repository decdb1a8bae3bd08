import { z } from 'zod'
import { languages } from './languages.ts'
import { fieldTypes } from './model.ts'

const name = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]*$/,
    'a name is lower-case letters, digits and underscores, such as invoice_number',
  )
  .describe('Stable name, used as column name in exports.')

/** Words printed beside a value: one list for any language, or a list per language. */
const labels = z
  .union([
    z.array(z.string().min(1)),
    z.partialRecord(z.enum(languages), z.array(z.string().min(1))),
  ])
  .describe('Words printed beside the value, as a list or as a list per language.')

const term = z
  .string()
  .regex(/^BT-\d{1,3}$/, 'a business term of EN 16931, such as BT-1')
  .nullable()
  .default(null)
  .describe('Business term of EN 16931 under which e-invoices and payment codes state the value.')

const share = z.number().min(0).max(1)

const where = z
  .object({
    pages: z
      .enum(['any', 'first', 'last'])
      .default('any')
      .describe('Pages of the document on which the value may stand.'),
    box: z
      .tuple([share, share, share, share])
      .refine(([left, top, right, bottom]) => left < right && top < bottom, {
        error: 'a box is left, top, right and bottom, as shares of the page',
      })
      .nullable()
      .default(null)
      .describe('Left, top, right and bottom as shares of the page, from 0 to 1.'),
  })
  .nullable()
  .default(null)
  .describe('Where to look: only words whose middle lies there answer the field.')

const fieldSchema = z.object({
  name,
  label: z.string().min(1).describe('What a person sees on the screen.'),
  type: z.enum(fieldTypes),
  description: z.string().default('').describe('What the value is, for the person who reviews it.'),
  required: z.boolean().default(false).describe('A required field that is missing needs review.'),
  labels: labels.default([]),
  weakLabels: labels
    .default([])
    .describe('Labels that count only where nothing better does: “Invoice” beside a number.'),
  notLabels: labels
    .default([])
    .describe('Words that speak against the value, such as “customer number”.'),
  pattern: z
    .string()
    .nullable()
    .default(null)
    .describe('Regular expression that the whole raw text must match.'),
  role: z
    .enum(['seller', 'buyer', 'document'])
    .default('document')
    .describe('Whose block the value stands in.'),
  total: z
    .enum(['net', 'tax', 'extra', 'gross', 'due', 'prepaid'])
    .nullable()
    .default(null)
    .describe(
      'The part that an amount plays in the document’s arithmetic; `extra` is a tip or the like, on top of net and tax.',
    ),
  term,
  where,
})

const supportSchema = z.object({
  name,
  part: z.enum(['paid', 'change', 'rounding', 'adjustment']),
  labels: labels.describe('Words printed beside the amount.'),
})

const columnSchema = z.object({
  name,
  label: z.string().min(1),
  type: z.enum(fieldTypes),
  labels: labels.default([]).describe('Words in the column’s header.'),
  required: z.boolean().default(false),
  term,
})

const tableSchema = z.object({
  name,
  label: z.string().min(1),
  kind: z
    .enum(['items', 'tax', 'ledger'])
    .describe(
      '`items`: rows under a header; `tax`: rate, basis and tax per rate; `ledger`: the movements of an account.',
    ),
  columns: z.array(columnSchema).min(1),
  endsBefore: labels.default([]).describe('Words that open the first line after the table.'),
})

const ruleBasis = {
  code: name.describe('Names the check in exports.'),
  level: z
    .enum(['error', 'warning'])
    .default('warning')
    .describe('An error sends the fields it names to review.'),
  sentence: z
    .string()
    .min(1)
    .optional()
    .describe('What a person reads when the rule does not hold.'),
}

const ruleSchema = z.union([
  z.strictObject({
    ...ruleBasis,
    sum: z.array(z.string()).min(1).describe('Fields that add up.'),
    equals: z.string().describe('The field that holds their sum.'),
    tolerance: z
      .number()
      .nonnegative()
      .default(0.02)
      .describe('How far apart they may be, in the unit of the fields.'),
  }),
  z.strictObject({
    ...ruleBasis,
    before: z.string().describe('The field whose date, time or number may not be the later one.'),
    after: z.string().describe('The field that may not be the earlier one.'),
  }),
  z.strictObject({
    ...ruleBasis,
    field: z.string().describe('The field whose value has to say the same.'),
    equals: z.string().describe('As this one.'),
  }),
  z.strictObject({
    ...ruleBasis,
    field: z.string().describe('The field whose value has to look like the pattern.'),
    pattern: z
      .string()
      .min(1)
      .describe('Regular expression that the whole value must match, as results give it.'),
  }),
])

const templateShape = z.object({
  name,
  version: z.int().positive(),
  title: z.string().min(1),
  category: z.string().min(1).default('other'),
  description: z.string().default(''),
  titles: labels
    .default([])
    .describe(
      'What such a document calls itself at its head; without any, its keywords are taken.',
    ),
  keywords: labels.default([]).describe('Words that name this type of document on its pages.'),
  notKeywords: labels.default([]).describe('Words that name another type.'),
  letterhead: z
    .enum(['seller', 'buyer'])
    .default('seller')
    .describe('Whose name stands at the head: orders are written by the buyer.'),
  pairs: z
    .boolean()
    .default(false)
    .describe('Also report every label that stands on the pages with a value, under its own name.'),
  fields: z.array(fieldSchema).describe('May be empty where all pairs are asked for.'),
  support: z
    .array(supportSchema)
    .default([])
    .describe(
      'Amounts that are looked for only to prove the totals or to be kept apart from them; they are not exported.',
    ),
  tables: z.array(tableSchema).default([]),
  rules: z
    .array(ruleSchema)
    .default([])
    .describe(
      'What must hold: a sum of fields, an order of two, two that say the same, or how one looks.',
    ),
})

/** What to extract from one type of document. Data, versioned; the code that reads it is generic. */
export const templateSchema = templateShape.refine(
  ({ fields, pairs }) => fields.length > 0 || pairs,
  {
    path: ['fields'],
    error: 'A template needs at least one field, unless it reports every label with a value.',
  },
)

export type Template = z.infer<typeof templateSchema>
export type TemplateField = Template['fields'][number]
export type TemplateTable = Template['tables'][number]
export type TemplateRule = Template['rules'][number]
export type TemplateColumn = TemplateTable['columns'][number]
export type Labels = z.infer<typeof labels>

/** The labels as one list, those of the preferred language first. */
export function labelList(source: Labels, preferred: string | null = null): readonly string[] {
  if (Array.isArray(source)) return source
  const entries = Object.entries(source)
  return [
    ...entries.filter(([code]) => code === preferred),
    ...entries.filter(([code]) => code !== preferred),
  ].flatMap(([, list]) => list ?? [])
}
