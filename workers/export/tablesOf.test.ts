import { expect, test } from 'vitest'
import { exampleField, exampleRecord, exampleRecords, exampleRun } from './exampleRecords.ts'
import type { ResultRecord } from './record.ts'
import type { Table } from './table.ts'
import { csvTablesOf, tablesOf } from './tablesOf.ts'

const text = (name: string) => exampleField(name, 'text', name)
const namesOf = (table: Table | undefined) => table?.columns.map((column) => column.name) ?? []
const table = (name: string, records: readonly ResultRecord[] = exampleRecords) =>
  tablesOf(records, exampleRun).find((each) => each.name === name)
const rowsOf = (name: string, records?: readonly ResultRecord[]) => [
  ...(table(name, records)?.rows() ?? []),
]

test('every row has one cell per column', () => {
  for (const each of tablesOf(exampleRecords, exampleRun))
    for (const cells of each.rows()) expect(cells).toHaveLength(each.columns.length)
})

test('a document’s columns come first, then five per field in the order of first appearance', () => {
  const records = [
    exampleRecord({ fields: [text('a'), text('b')] }),
    exampleRecord({ fields: [text('c'), text('b')] }),
  ]
  const names = namesOf(table('Documents', records))
  expect(names.slice(0, 5)).toEqual([
    'file_index',
    'document_id',
    'batch_id',
    'reference',
    'filename',
  ])
  const fields = names.slice(names.indexOf('a'))
  expect(fields.filter((name) => !name.includes('__'))).toEqual(['a', 'b', 'c'])
  expect(fields.slice(5, 10)).toEqual([
    'b',
    'b__confidence',
    'b__needs_review',
    'b__page',
    'b__bbox',
  ])
})

test('no column stands there twice, whatever a template calls its fields', () => {
  const fields = ['status', 'status_2', 'total', 'total__page', 'filename'].map(text)
  const names = namesOf(table('Documents', [exampleRecord({ fields })]))
  expect(new Set(names).size).toBe(names.length)
  expect(names).toContain('status_2')
  expect(names).toContain('status_2_2')
})

test('a column that the first row leaves out keeps its place', () => {
  const row = (...names: string[]) => Object.fromEntries(names.map((name) => [name, text(name)]))
  const records = [
    exampleRecord({
      line_items: [
        row('description', 'total'),
        row('line_id', 'description', 'quantity', 'unit', 'total'),
      ],
    }),
  ]
  const names = namesOf(table('Line items', records)).filter((name) => !name.includes('__'))
  expect(names).toEqual([
    'file_index',
    'document_id',
    'filename',
    'document_currency',
    'row',
    'needs_review',
    'line_id',
    'description',
    'quantity',
    'unit',
    'total',
  ])
})

test('provenance has a row for every value and every gap that needs review', () => {
  const names = rowsOf('Provenance').map((cells) => cells[3])
  expect(names).toContainEqual({ kind: 'text', text: 'line_items[2].line_total' })
  expect(names).toContainEqual({ kind: 'text', text: 'tax_breakdown[1].rate' })
  expect(names).toContainEqual({ kind: 'text', text: 'due_date' })
  const gap = exampleRecord({ fields: [exampleField('x', 'text', null)] })
  expect(rowsOf('Provenance', [gap])).toEqual([])
})

test('problems name failed and cancelled files and failed checks', () => {
  const problems = rowsOf('Problems').map((cells) =>
    [0, 3, 6, 7].map((place) => {
      const cell = cells[place]
      return cell?.kind === 'text' ? cell.text : null
    }),
  )
  expect(problems).toEqual([
    ['check', 'invoice-001.pdf', 'error', 'totals_differ'],
    ['check', 'invoice-001.pdf', 'warning', 'due_date_missing'],
    ['file', 'broken.pdf', 'error', 'file_damaged'],
    ['file', 'late.pdf', 'error', 'cancelled'],
  ])
})

test('a document with an error is a problem, although it was read', () => {
  const error = { code: 'page_timeout', message: 'Page 2 took too long.' }
  const problems = rowsOf('Problems', [exampleRecord({ status: 'needs_review', error })])
  expect(problems).toHaveLength(1)
})

test('CSV has line items and tax breakdown only where there are any', () => {
  expect(csvTablesOf(exampleRecords).map((each) => each.suffix)).toEqual([
    '',
    '-line-items',
    '-tax-breakdown',
  ])
  expect(csvTablesOf([exampleRecord()]).map((each) => each.suffix)).toEqual([''])
})

test('what was not read is a list, and its sums stand in the sheet Run', () => {
  const said = (name: string) =>
    rowsOf(name).map((cells) =>
      cells.map((cell) =>
        cell.kind === 'text' ? cell.text : cell.kind === 'number' ? cell.decimal : null,
      ),
    )
  expect(said('Ledger').map((cells) => cells.filter((_, i) => i !== 3 && i !== 8))).toEqual([
    ['0', 'd1', 'invoice-001.pdf', '2', '2', 'failed', 'page_timeout'],
    ['2', null, 'broken.pdf', null, null, 'failed', 'file_damaged'],
    ['3', null, 'late.pdf', '1', '2', 'skipped', 'cancelled'],
  ])
  const run = new Map(said('Run').map(([name, value]) => [name, value]))
  expect(run.get('pages known')).toBe('6')
  expect(run.get('pages read')).toBe('3')
  expect(run.get('files not yet')).toBe('0')
  expect(run.get('failed page_timeout')).toBe('0 files, 1 pages, in part 1 files')
  const names = namesOf(table('Documents'))
  expect(names[names.indexOf('page_count') + 1]).toBe('missing_pages')
})

test('an export of a part says so in the sheet Run', () => {
  const run = { ...exampleRun, selection: { rows: 12, of: 212 } }
  const rows =
    tablesOf(exampleRecords, run)
      .find(({ name }) => name === 'Run')
      ?.rows() ?? []
  const words = JSON.stringify([...rows])
  expect(words).toContain('12 of 212 documents, as selected')
})
