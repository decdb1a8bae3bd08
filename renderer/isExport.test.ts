import { expect, test } from 'vitest'
import { isExport } from './isExport.ts'

test('one workbook alone is an export that comes back; among other files it is one that cannot be read', () => {
  expect(isExport(['May.xlsx'])).toBe(true)
  expect(isExport(['C:\\Users\\a\\May.XLSX'])).toBe(true)
  expect(isExport(['May.csv'])).toBe(true)
  expect(isExport(['May.xlsx', 'a.pdf'])).toBe(false)
  expect(isExport(['May.pdf'])).toBe(false)
  expect(isExport(['May.xlsx.d'])).toBe(false)
  expect(isExport([])).toBe(false)
})
