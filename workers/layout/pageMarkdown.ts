import type { Page } from '../model.ts'
import { readingOrder } from './readingOrder.ts'
import { rowText } from './rows.ts'
import { partsOf } from './tables.ts'

/** A page as Markdown in reading order: paragraphs with their lines, and tables. '' without words. */
export function pageMarkdown(page: Page): string {
  const parts = readingOrder(page).flatMap(partsOf)
  return parts
    .map((part) =>
      part.kind === 'table'
        ? tableMarkdown(part.cells)
        : part.rows.map((row) => withoutBlockMark(escapeMarkdown(rowText(row)))).join('\n'),
    )
    .join('\n\n')
}

/** Markdown wants a heading row: the first one where it has no figures, else an empty one. */
function tableMarkdown(cells: readonly (readonly string[])[]): string {
  const [first = [], ...others] = cells
  const isHeading = !first.some((cell) => /\d/.test(cell))
  const heading = isHeading ? first : first.map(() => '')
  const rule = first.map(() => '---')
  return [heading, rule, ...(isHeading ? others : cells)]
    .map((row) => `| ${row.map(escapeMarkdown).join(' | ')} |`)
    .join('\n')
}

/** Text that Markdown shows as it is. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_<|]/g, '\\$&')
}

/** A line that begins like a heading, a quotation or a list is none. */
function withoutBlockMark(line: string): string {
  return line.replace(/^(#+|>|[-+=]+)(?=\s|$)/, '\\$1')
}
