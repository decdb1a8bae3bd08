import type { ColumnLayout } from '../../workers/columnLayout.ts'
import type { Cell } from '../../workers/export/cell.ts'
import { cellText } from '../../workers/export/cellText.ts'
import { csvDialect } from '../../workers/export/csvDialect.ts'
import { layoutTable } from '../../workers/export/layoutTable.ts'
import type { ResultRecord } from '../../workers/export/record.ts'
import type { LayoutPreview } from '../views.ts'
import type { Core } from './core.ts'
import type { Batch } from './db/batches.ts'
import { readSettings } from './db/settings.ts'
import { recordsOf } from './exportRecords.ts'
import { layoutWarnings, unknownColumns } from './layoutProblems.ts'
import { layoutSources } from './layoutSources.ts'
import { readLayout } from './readLayout.ts'

interface Preview {
  readonly layout: unknown
  readonly rows: number
  readonly csvFor: string | null
}

/** The first rows of a batch as a layout would write them, and what is wrong with it or may not be meant. */
export async function previewLayout(
  core: Core,
  batch: Batch,
  { layout: source, rows: most, csvFor }: Preview,
): Promise<LayoutPreview> {
  const { layout, problems } = readLayout(source)
  const told = (list: readonly { path: readonly (string | number)[]; sentence: string }[]) =>
    list.map(({ path, sentence }) => ({ path: [...path], sentence }))
  if (layout === null)
    return { ...{ problems: told(problems), warnings: [] }, ...{ rows: [], isCut: false } }
  const sources = layoutSources(core, batch.id)
  const dialect = csvDialect(csvFor ?? readSettings(core.db).csvFor)
  const { records, isCut } = await firstRecords(core, batch, layout, most)
  const rows = [...layoutTable(records, layout, batch.name).rows()].slice(0, most)
  return {
    problems: told([...problems, ...unknownColumns(layout, sources)]),
    warnings: told(layoutWarnings(layout, sources)),
    rows: rows.map((cells) =>
      cells.map((cell) => ({
        text: cellText(cell, dialect),
        isNumber: isNumber(cell),
        isMarked: cell.isMarked ?? false,
      })),
    ),
    isCut,
  }
}

const isNumber = ({ kind }: Cell) => kind === 'number'

/** As many as give so many rows; files without a document only where the layout has them. */
async function firstRecords(core: Core, batch: Batch, layout: ColumnLayout, most: number) {
  const records: ResultRecord[] = []
  for await (const record of recordsOf(core, batch)) {
    if (record.document_id === null && !layout.unread) continue
    if (records.length === most) return { records, isCut: true }
    records.push(record)
  }
  return { records, isCut: false }
}
