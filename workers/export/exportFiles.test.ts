import { expect, test } from 'vitest'
import { exportFiles } from './exportFiles.ts'

test('a workbook and JSON are one file', () => {
  expect(exportFiles('/out/may.xlsx')).toEqual(['/out/may.xlsx'])
  expect(exportFiles('may.json')).toEqual(['may.json'])
})

test('CSV has its other tables beside it, whatever the case of its ending', () => {
  expect(exportFiles('/out/may.2026.CSV')).toEqual([
    '/out/may.2026.CSV',
    '/out/may.2026-line-items.CSV',
    '/out/may.2026-tax-breakdown.CSV',
  ])
})
