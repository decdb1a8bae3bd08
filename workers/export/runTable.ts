import { statuses } from '../model.ts'
import { type Cell, countCell, textCell } from './cell.ts'
import type { BatchLedger, RunInfo, Tally } from './record.ts'
import type { Table } from './table.ts'

/** What was run, with what, and how it came out: one property a row. */
export function runTable(run: RunInfo): Table {
  return {
    name: 'Run',
    suffix: '-run',
    columns: [
      { name: 'property', width: 24, workbook: 'shown' },
      { name: 'value', width: 70, workbook: 'shown' },
    ],
    frozenColumns: 0,
    rows: () => propertiesOf(run).map(([name, cell]) => [textCell(name), cell]),
  }
}

type Property = readonly [name: string, Cell]

/** `files known`, `files read` … : the others make up the first. */
function tallyOf(what: string, { all, read, failed, skipped, open }: Tally): readonly Property[] {
  const sums = { known: all, read, failed, skipped, 'not yet': open }
  return Object.entries(sums).map(([name, count]) => [`${what} ${name}`, countCell(count)])
}

function reasonOf({ state, code, ...sums }: BatchLedger['reasons'][number]): Property {
  const { files, partly, pages } = sums
  const whole = `${files} files, ${pages} pages`
  return [`${state} ${code}`, textCell(partly === 0 ? whole : `${whole}, in part ${partly} files`)]
}

/** That only a part is here has to be said: the sums below are those of the whole batch. */
function selectionOf({ selection }: RunInfo): readonly Property[] {
  if (!selection) return []
  const { rows, of } = selection
  const words = `${rows} of ${of} documents, as selected; files and pages below are those of the whole batch`
  return [['selection', textCell(words)]]
}

function propertiesOf(run: RunInfo): readonly Property[] {
  return [
    ['batch_id', textCell(run.batchId)],
    ['name', textCell(run.name)],
    ['reference', textCell(run.reference)],
    ['export', textCell(run.partial === undefined ? 'complete' : `partial: ${run.partial}`)],
    ...selectionOf(run),
    ...run.sources.map((source) => ['source', textCell(source)] as const),
    ...run.templates.map(
      ({ name, version }) => ['template', textCell(`${name} (version ${version})`)] as const,
    ),
    ['app_version', textCell(run.appVersion)],
    ['engine', textCell(run.engine)],
    ['started_at', textCell(run.startedAt)],
    ['finished_at', textCell(run.finishedAt)],
    ['exported_at', textCell(run.exportedAt ?? null)],
    ...statuses.map((status) => [status, countCell(run.counts[status] ?? 0)] as const),
    ['pages', countCell(run.pages)],
    ...tallyOf('files', run.ledger.files),
    ...tallyOf('pages', run.ledger.pages),
    ...run.ledger.reasons.map(reasonOf),
    ['rows in Documents', countCell(sumOf(Object.values(run.counts)))],
  ]
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
