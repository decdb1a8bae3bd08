import { expect, test } from 'vitest'
import type { Cell } from './cell.ts'
import { exampleRecord } from './exampleRecords.ts'
import { problemTable } from './problemTable.ts'

const textOf = (cell: Cell | undefined) => (cell?.kind === 'text' ? cell.text : null)

test('what a person rejected or postponed is among the problems, with the reason', () => {
  const at = '2026-05-04T09:30:00.000Z'
  const records = [
    exampleRecord({ review: 'rejected', review_reason: 'Not addressed to us.' }),
    exampleRecord({ postponed: { at, until: '2026-06-01T00:00:00.000Z' } }),
    exampleRecord({ postponed: { at, until: null } }),
    exampleRecord({ review: 'approved' }),
  ]
  const table = problemTable(records)
  const shown = ['kind', 'level', 'code', 'sentence'].map((name) =>
    table.columns.findIndex((column) => column.name === name),
  )
  const rows = [...table.rows()].map((cells) => shown.map((column) => textOf(cells[column])))
  expect(rows).toEqual([
    ['review', 'error', 'rejected', 'Not addressed to us.'],
    ['review', 'warning', 'postponed', 'Its review was postponed until 2026-06-01.'],
    ['review', 'warning', 'postponed', 'Its review was postponed.'],
  ])
})
