import path from 'node:path'
import { expect, test } from 'vitest'
import { insertBatch } from '../../electron/core/db/batches.ts'
import { insertItem } from '../../electron/core/db/items.ts'
import { migrate } from '../../electron/core/db/migrate.ts'
import { change, openDatabase } from '../../electron/core/db/open.ts'
import { keepPage } from '../../electron/core/db/pages.ts'
import { testFolder } from '../../electron/core/testing/testApp.ts'
import { typedPage } from '../../workers/testing/typedPage.ts'
import { keptPages } from './keptPages.ts'

const batch: Parameters<typeof insertBatch>[1] = {
  id: 'b',
  name: 'b',
  reference: null,
  sources: [],
  kind: 'extract',
  template: 'auto',
  config: { templates: [], settings: { mode: 'auto', languages: [] }, appVersion: '0' },
  readerKey: 'k',
  priority: 'normal',
  output: null,
  createdAt: '2026-05-04T09:30:00.000Z',
}

/** A data folder with files of a run by name, each with the content that it has. */
function folderWith(files: Readonly<Record<string, string>>) {
  const folder = testFolder()
  const db = openDatabase(path.join(folder, 'sheaf.db'))
  migrate(db)
  insertBatch(db, batch)
  Object.entries(files).forEach(([filename, sha256], seq) => {
    insertItem(db, { batchId: 'b', seq, path: `/${filename}`, filename, size: 1 })
    change(db, 'update items set sha256 = @sha256 where filename = @filename', { sha256, filename })
  })
  const keep = (sha256: string, number: number, text: string, readerKey = 'k') =>
    keepPage(
      db,
      { sha256, readerKey },
      {
        page: typedPage([[40, 60, text]], { number }),
        ...{ engine: 'typed', seconds: 1, previewWritten: false },
      },
    )
  return { folder, keep }
}

/** The words of every page, by file. */
function textsIn(folder: string): Record<string, readonly string[]> {
  const texts = [...keptPages(folder)].map(([name, pages]) => [
    name,
    pages.map(({ words }) => words.map(({ text }) => text).join(' ')),
  ])
  return Object.fromEntries(texts)
}

test('the pages of each file come by its name, in their order', () => {
  const { folder, keep } = folderWith({ 'one.pdf': 'a', 'two.pdf': 'b' })
  keep('a', 2, 'Page two')
  keep('a', 1, 'Invoice')
  keep('b', 1, 'Receipt')
  expect(textsIn(folder)).toEqual({ 'one.pdf': ['Invoice', 'Page two'], 'two.pdf': ['Receipt'] })
})

test('two files of the same content have the same pages', () => {
  const { folder, keep } = folderWith({ 'one.pdf': 'a', 'copy.pdf': 'a' })
  keep('a', 1, 'Invoice')
  expect(textsIn(folder)).toEqual({ 'one.pdf': ['Invoice'], 'copy.pdf': ['Invoice'] })
})

test('a file that was never read is left out', () => {
  const { folder, keep } = folderWith({ 'one.pdf': 'a', 'locked.pdf': 'b' })
  keep('a', 1, 'Invoice')
  expect(Object.keys(textsIn(folder))).toEqual(['one.pdf'])
})

test('pages that were read in two ways are never mixed', () => {
  const { folder, keep } = folderWith({ 'one.pdf': 'a' })
  keep('a', 1, 'lnvoice', 'engine 1')
  keep('a', 2, 'Paqe two', 'engine 1')
  keep('a', 1, 'Invoice', 'engine 2')
  expect(textsIn(folder)).toEqual({ 'one.pdf': ['Invoice'] })
})
