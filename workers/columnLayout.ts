import { z } from 'zod'
import { propertyNames } from './export/documentProperties.ts'
import { isDatePattern } from './export/formatDate.ts'
import { decimalMarks, signRules, thousandsMarks } from './export/layoutChoices.ts'

const fieldName = z.string().min(1).max(200)

const source = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('field'),
    name: fieldName.describe('Of a field of the template, such as invoice_number.'),
    otherwise: z
      .array(fieldName)
      .max(10)
      .default([])
      .describe('Fields of other types of documents: the first that a document has stands here.'),
  }),
  z.strictObject({
    kind: z.literal('property'),
    name: z.enum(propertyNames).describe('What is known of the document itself.'),
  }),
  z.strictObject({
    kind: z.literal('item'),
    name: fieldName.describe('Of a column of the line items, such as line_total.'),
  }),
  z.strictObject({
    kind: z.literal('constant'),
    text: z.string().max(1000).default('').describe('The same text in every row.'),
  }),
])

const number = z
  .strictObject({
    decimals: z
      .int()
      .min(0)
      .max(8)
      .nullable()
      .default(null)
      .describe('How many; what is cut off is rounded. null: as many as the value has.'),
    mark: z
      .enum(decimalMarks)
      .nullable()
      .default(null)
      .describe('Before the decimals, in CSV; null: as the CSV is written otherwise.'),
    thousands: z.enum(thousandsMarks).default('').describe('Between groups of three figures.'),
  })
  .refine(({ mark, thousands }) => mark === null || mark !== thousands, {
    error: 'decimals and thousands need different marks',
    path: ['thousands'],
  })

const column = z.strictObject({
  source,
  header: z.string().max(200).default('').describe('What stands above the column.'),
  date: z
    .string()
    .max(40)
    .refine(isDatePattern, {
      error: 'a date is written with dd, MM and yyyy, such as dd.MM.yyyy, or as excel',
    })
    .nullable()
    .default(null)
    .describe(
      'How dates are written: d, dd, M, MM, yy, yyyy and marks between them; `excel`: the number that Excel keeps for a day. null: yyyy-MM-dd.',
    ),
  number: number.nullable().default(null).describe('How numbers are written; null: as they are.'),
  sign: z
    .enum(signRules)
    .default('as_is')
    .describe(
      'Of numbers. `credit_negative`: below zero where the document gives money back (its type says so, or its total is below zero).',
    ),
})

/** Which columns an export has, in which order and how they are written. Data, like a template. */
export const columnLayoutSchema = z.strictObject({
  name: z.string().trim().min(1).max(80).describe('What a person calls it.'),
  rows: z
    .enum(['documents', 'line_items'])
    .default('documents')
    .describe(
      'One row a document, or one a line item; a document without any has one row all the same.',
    ),
  header: z.boolean().default(true).describe('The first row says what the columns are.'),
  unread: z
    .boolean()
    .default(false)
    .describe('Files that gave no document have a row, too: they are left out otherwise.'),
  columns: z.array(column).min(1).max(500),
})

export type ColumnLayout = z.infer<typeof columnLayoutSchema>
export type LayoutColumn = ColumnLayout['columns'][number]
