import type { LineText } from '../layout/lineText.ts'
import type { Template } from '../template.ts'
import { findLabels, type LabelHit } from './labels.ts'
import { lexiconOf } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { columnLexicon, findHeaders } from './tableHeader.ts'

/** The labels of a template’s fields on the pages; “Amount” over a column is no label of the first amount below it. */
export function fieldLabels(template: Template, reading: Reading): readonly LabelHit[] {
  const headers = template.tables.flatMap((table) =>
    table.kind === 'tax' ? [] : findHeaders(reading.lines, table, columnLexicon(table)),
  )
  const isHeading = (line: LineText) => headers.some((header) => header.lines.includes(line))
  return findLabels(reading.lines, lexiconOf(template)).filter((hit) => !isHeading(hit.line))
}
