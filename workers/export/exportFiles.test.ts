import { expect, test } from 'vitest'
import { exportFiles, provenFile } from './exportFiles.ts'

test('a workbook and JSON are one file, and may have a proof', () => {
  expect(exportFiles('/out/may.xlsx')).toEqual([
    '/out/may.xlsx',
    '/out/may-evidence',
    '/out/may.xlsx.run.json',
  ])
  expect(exportFiles('may.json')).toEqual(['may.json', 'may.json.run.json'])
  expect(provenFile('may.json.run.json')).toBe('may.json')
  expect(provenFile('may.json')).toBeNull()
})

test('CSV has its other tables beside it, whatever the case of its ending', () => {
  expect(exportFiles('/out/may.2026.CSV')).toEqual([
    '/out/may.2026.CSV',
    '/out/may.2026-line-items.CSV',
    '/out/may.2026-tax-breakdown.CSV',
    '/out/may.2026.CSV.run.json',
  ])
})
