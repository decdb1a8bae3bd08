import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRecordSchema } from '../export/readRecord.ts'
import { pageRecord } from '../export/renderPages.ts'
import { type TypedRun, typedPage } from '../testing/typedPage.ts'
import { pageTables } from './pageTables.ts'

const grid = (rows: readonly (readonly string[])[], top = 100): TypedRun[] =>
  rows.flatMap((cells, row) =>
    cells.flatMap((text, column): TypedRun[] =>
      text === '' ? [] : [[40 + 120 * column, top + 16 * row, text]],
    ),
  )

test('a page that is all table is one grid, and an empty cell stays where it is', () => {
  const rows = [
    ['Town', 'Spring', 'Autumn'],
    ['Arden', '12', '14'],
    ['Brill', '', '9'],
    ['Corfe', '7', ''],
  ]
  expect(pageTables(typedPage(grid(rows))).map(({ cells }) => cells)).toEqual([rows])
})

test('text around a table is no part of it', () => {
  const page = typedPage([
    [40, 40, 'Rainfall by season in the towns of the valley, in millimetres'],
    ...grid([
      ['Arden', '12', '14'],
      ['Brill', '8', '9'],
    ]),
  ])
  const [table] = pageTables(page)
  expect(table?.cells).toHaveLength(2)
  expect(table?.box).toEqual([40, 90, 290, 116])
})

test('every row of a grid has as many cells as the others', () => {
  const cell = fc.constantFrom('', 'one', '2', 'three words here', '4,50')
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 8 })
  fc.assert(
    fc.property(table, (rows) => {
      for (const { cells } of pageTables(typedPage(grid(rows))))
        expect(new Set(cells.map((row) => row.length)).size).toBe(1)
    }),
  )
})

test('the JSON of a page has its tables where they are asked for', () => {
  const page = typedPage(
    grid([
      ['Arden', '12', '14'],
      ['Brill', '8', '9'],
    ]),
  )
  const outcome = { kind: 'read', page } as const
  expect(pageRecord(outcome).tables).toBeUndefined()
  const record = pageRecord(outcome, true)
  expect(record.tables).toEqual([
    {
      page: 1,
      bbox: [40, 90, 290, 116],
      cells: [
        ['Arden', '12', '14'],
        ['Brill', '8', '9'],
      ],
    },
  ])
  expect(readRecordSchema.shape.pages.element.safeParse(record).success).toBe(true)
})
