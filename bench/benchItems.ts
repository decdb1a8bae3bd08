import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { addTallies, type Item, type ItemTally, parts, tallyItems } from './lineItems.ts'

const text = z
  .union([z.string(), z.number().transform(String)])
  .nullable()
  .default(null)
const item = z.object({ description: text, quantity: text, unit_price: text, line_total: text })
const truthSchema = z.object({
  file: z.string(),
  layout: z.string().default('all'),
  fields: z.object({ line_items: z.array(item).default([]) }),
  /** For every item whether the page shows it as it stands here. */
  lines_printed: z.array(z.boolean()).default([]),
})
const cell = z
  .object({ value: z.string().nullable() })
  .optional()
  .transform((field) => field?.value ?? null)
const exportSchema = z.array(
  z.object({
    filename: z.string(),
    line_items: z.array(
      z.object({ description: cell, quantity: cell, unit_price: cell, line_total: cell }),
    ),
  }),
)

/** The items of an export beside those of a truth.jsonl, one line a layout and one for all. */
export function benchItems(files: { exported: string; truth: string }): readonly string[] {
  const found = new Map(
    exportSchema
      .parse(JSON.parse(readFileSync(files.exported, 'utf8')))
      .map((record) => [basename(record.filename), record.line_items]),
  )
  const documents = readFileSync(files.truth, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => truthSchema.parse(JSON.parse(line)))
  const scored = documents.map(({ file, layout, fields, lines_printed }) => ({
    layout,
    ...scoresOf(fields.line_items, lines_printed, found.get(basename(file)) ?? []),
  }))
  const layouts = [...new Set(scored.map(({ layout }) => layout))]
  const groups = [...(layouts.length > 1 ? layouts : []), null]
  return groups.flatMap((layout) => {
    const members = scored.filter((one) => layout === null || one.layout === layout)
    const name = layout ?? 'all'
    return [
      lineOf(name, addTallies(members.map(({ all }) => all))),
      lineOf(`${name}, as printed`, addTallies(members.map(({ printed }) => printed))),
    ]
  })
}

/** All items, and those alone that the page shows in so many words; surplus counts once, with all. */
function scoresOf(
  truth: readonly Item[],
  isPrinted: readonly boolean[],
  found: readonly Item[],
): { readonly all: ItemTally; readonly printed: ItemTally } {
  const all = tallyItems(truth, found)
  const shown = truth.filter((_, i) => isPrinted[i] !== false)
  return { all, printed: { ...tallyItems(shown, found), surplus: all.surplus } }
}

function lineOf(name: string, { rows, right, exact, surplus, asked, hits }: ItemTally): string {
  const share = (part: number, whole: number) =>
    whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
  const each = parts.map((part) => `${part} ${share(hits[part], asked[part])}`).join(', ')
  return `${name}: ${rows} rows, all right ${share(right, rows)} (${share(exact, rows)} with the description alone); ${each}; ${surplus} surplus`
}
