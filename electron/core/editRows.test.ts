import { expect, test } from 'vitest'
import type { Field } from '../../workers/model.ts'
import type { DocumentView } from '../views.ts'
import { type Desk, openDesk, sidesOf } from './testing/reviewDesk.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'
import { testFolder } from './testing/testApp.ts'

const column = (name: string, type = 'amount') => ({ name, label: name, type })
const template = {
  ...{ name: 'invoice', version: 1, title: 'Invoice', category: 'invoice' },
  fields: [{ name: 'net_total', label: 'Net', type: 'amount', total: 'net' }],
  tables: [
    {
      ...{ name: 'line_items', label: 'Items', kind: 'items' },
      columns: [
        column('description', 'text'),
        column('quantity', 'number'),
        column('unit_price'),
        column('line_total'),
      ],
    },
  ],
}

/** Words of a page: text, left and top. */
const words: readonly (readonly [string, number, number])[] = [
  ['Paper', 50, 100],
  ['white', 100, 100],
  ['2', 200, 100],
  ['25.00', 250, 100],
  ['50.00', 300, 100],
  ['Pens', 50, 120],
  ['50.00', 300, 120],
  ['Net', 50, 200],
  ['100.00', 300, 200],
]

function cell(
  name: string,
  value: string,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
): Field {
  return {
    ...{ name, label: name, value, raw: value, confidence: 0.9, reader: 'ocr' },
    type: name === 'description' ? 'text' : name === 'quantity' ? 'number' : 'amount',
    ...{ needsReview: false, reasons: [], candidates: [] },
    provenance: { page: 1, box: [x0, y0, x1, y1], pageSize: [595, 842], text: value },
  }
}

/** One row in which two were read as one. */
const joined = {
  description: cell('description', 'Paper white Pens', [50, 100, 140, 130]),
  quantity: cell('quantity', '2', [200, 100, 206, 110]),
  line_total: cell('line_total', '50.00', [300, 100, 330, 130]),
}

function desk(): Promise<Desk> {
  const pool = stubPool({
    async readPage(task) {
      const placed = words.map(([text, x, y]) => ({
        ...{ text, box: [x, y, x + 6 * text.length, y + 10] as const },
        ...{ confidence: 0.9, reader: 'ocr' as const },
      }))
      const page = { ...(await stubPage(task)), words: placed }
      return { page, engine: 'e', seconds: 0, previewWritten: false }
    },
    async extract(task) {
      const { documents } = await stubPool().extract(task)
      const [document] = documents
      const net = cell('net_total', '100.00', [300, 200, 336, 210])
      return {
        documents: document
          ? [{ ...document, fields: [net], tables: { line_items: [joined] }, checks: [] }]
          : [],
      }
    },
  })
  const resourcesDir = testFolder({ 'templates/invoice.json': JSON.stringify(template) })
  return openDesk('1 page', { pool, resourcesDir })
}

const valuesOf = ({ tables }: DocumentView) =>
  tables[0]?.rows.map((row) =>
    ['description', 'quantity', 'unit_price', 'line_total'].map((name) => row[name]?.value),
  )

test('a row is split where its lines part, and the arithmetic follows', async () => {
  const test = await desk()
  const { call, documentId } = test
  const before = await test.view()
  expect(before.equations.find(({ code }) => code === 'sum_of_lines')?.state).toBe('broken')
  const split = { kind: 'split', row: 0 } as const
  const after = await call('document.editRows', { documentId, table: 'line_items', edit: split })
  expect(valuesOf(after)).toEqual([
    ['Paper white', '2', undefined, '50.00'],
    ['Pens', null, undefined, '50.00'],
  ])
  expect(after.equations.find(({ code }) => code === 'sum_of_lines')).toMatchObject({
    ...{ state: 'proven', computed: '100.00', terms: [{ value: '50.00' }, { value: '50.00' }] },
  })
  expect(after.checks.find(({ code }) => code === 'lines_add_up')?.passed).toBe(true)
  expect(after.tables[0]?.rows[1]?.description).toMatchObject({
    provenance: { page: 1, box: [50, 120, 74, 130], text: 'Pens' },
    corrected: true,
  })
  const { desk: again, sides, expected } = await sidesOf(test, { before, after })
  expect(sides).toEqual(expected)
  await again.app.close()
})

test('a row is split at a word of a column', async () => {
  const { app, call, codeOf, documentId } = await desk()
  const input = (word: number) => ({
    ...{ documentId, table: 'line_items' },
    edit: { kind: 'split', row: 0, at: { column: 'description', word } } as const,
  })
  expect(valuesOf(await call('document.editRows', input(1)))).toEqual([
    ['Paper', '2', undefined, '50.00'],
    ['white Pens', null, undefined, null],
  ])
  expect(await codeOf('document.editRows', input(1))).toBe('invalid_input')
  await app.close()
})

test('two rows are merged: texts go on, and numbers are those of whichever has them', async () => {
  const test = await desk()
  const { call, documentId, undo } = test
  const edit = async (edit: Parameters<typeof call<'document.editRows'>>[1]['edit']) =>
    call('document.editRows', { documentId, table: 'line_items', edit })
  const whole = await test.view()
  const parted = await edit({ kind: 'split', row: 0, at: { column: 'description', word: 2 } })
  const merged = await edit({ kind: 'merge', row: 0 })
  expect(valuesOf(merged)).toEqual([['Paper white Pens', '2', undefined, '50.00']])
  expect(merged.tables[0]?.rows[0]?.description?.provenance).toMatchObject({
    ...{ box: [50, 100, 130, 130], text: 'Paper white Pens' },
  })
  expect(
    await test.codeOf('document.editRows', {
      ...{ documentId, table: 'line_items', edit: { kind: 'merge', row: 0 } },
    }),
  ).toBe('not_found')
  expect(await undo()).toEqual(parted)
  expect(await undo()).toEqual(whole)
  await test.app.close()
})

test('rows are added above, below and deleted, and their cells can be filled', async () => {
  const test = await desk()
  const { call, documentId } = test
  const edit = async (edit: Parameters<typeof call<'document.editRows'>>[1]['edit']) =>
    call('document.editRows', { documentId, table: 'line_items', edit })
  const before = await test.view()
  const added = await edit({ kind: 'add', after: 0 })
  expect(valuesOf(added)).toEqual([
    ['Paper white Pens', '2', undefined, '50.00'],
    [null, null, null, null],
  ])
  expect(added.status).toBe(before.status)
  const fieldId = added.tables[0]?.rows[1]?.line_total?.id ?? 0
  const filled = await call('document.correct', { documentId, fieldId, value: '50' })
  expect(filled.equations.find(({ code }) => code === 'sum_of_lines')?.state).toBe('proven')
  expect(valuesOf(await edit({ kind: 'add', after: -1 }))?.[0]).toEqual([null, null, null, null])
  const deleted = await edit({ kind: 'delete', row: 1 })
  expect(valuesOf(deleted)?.map(([description]) => description)).toEqual([null, null])

  await test.undo()
  await test.undo()
  expect(await test.undo()).toEqual(added)
  expect(await test.undo()).toEqual(before)
  for (const expected of [added, filled]) expect(await test.redo()).toEqual(expected)
  await test.redo()
  expect(await test.redo()).toEqual(deleted)
  await test.app.close()
})

test('a cell that a row lacks is made, so that it can be filled', async () => {
  const { app, call, codeOf, documentId } = await desk()
  const cellOf = (column: string) => ({
    ...{ documentId, table: 'line_items', edit: { kind: 'cell', row: 0, column } as const },
  })
  const made = await call('document.editRows', cellOf('unit_price'))
  const fieldId = made.tables[0]?.rows[0]?.unit_price?.id ?? 0
  const after = await call('document.correct', { documentId, fieldId, value: '25.00' })
  expect(after.equations.find(({ code }) => code === 'row_amount')).toMatchObject({
    ...{ state: 'proven', row: 0, operator: 'times', computed: '50.00' },
  })
  expect(await codeOf('document.editRows', cellOf('colour'))).toBe('not_found')
  await app.close()
})
