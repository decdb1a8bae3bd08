import { expect, test } from 'vitest'
import { evidenceFolder } from './evidenceNames.ts'

test('the folder of a plain name is called after it', () => {
  expect(evidenceFolder('/out/results.xlsx')).toBe('/out/results-evidence')
})

test('a name with anything that a link could stumble on gets letters and a mark of its own', () => {
  const names = [
    'März #3.xlsx',
    'Marz 3.xlsx',
    '請求書.xlsx',
    '100 %20.xlsx',
    'a\nb.xlsx',
    '=cmd|x.xlsx',
  ]
  const folders = names.map((name) => evidenceFolder(`/o/${name}`).slice('/o/'.length))
  for (const folder of folders) expect(folder).toMatch(/^[A-Za-z0-9_-]+-[0-9a-f]{6}-evidence$/)
  expect(new Set(folders).size).toBe(names.length)
})
