import { mkdirSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { findFiles } from './intake.ts'
import { testFolder } from './testing/testApp.ts'

async function found(root: string, leaveOut?: ReadonlySet<string>): Promise<string[]> {
  const files = await findFiles([root], leaveOut)
  return files.map(({ path }) => relative(root, path))
}

async function codeOf(paths: readonly string[]): Promise<string> {
  return findFiles(paths).then(
    () => 'ok',
    (error) => error.code,
  )
}

test('files come in the order in which people count, folder by folder', async () => {
  const names = ['10.pdf', '2.pdf', 'b/1.pdf', 'a/12.png', 'a/3.png', 'B2.pdf', 'b10.pdf']
  const root = testFolder(Object.fromEntries(names.map((name) => [name, 'x'])))
  expect(await found(root)).toEqual([
    '2.pdf',
    '10.pdf',
    'a/3.png',
    'a/12.png',
    'b/1.pdf',
    'B2.pdf',
    'b10.pdf',
  ])
})

test('hidden and temporary files are nobody’s documents', async () => {
  const names = ['.DS_Store', '.git/x.pdf', '~$a.pdf', 'Thumbs.db', 'desktop.ini', 'a.pdf.part']
  const root = testFolder(Object.fromEntries([...names, 'a.pdf'].map((name) => [name, 'x'])))
  expect(await found(root)).toEqual(['a.pdf'])
})

test('companions of a folder are left out; a text among the invoices is not', async () => {
  const names = ['README', 'readme.txt', 'LICENSE', 'NOTICE.md', 'truth.jsonl', 'notes.md']
  const root = testFolder(
    Object.fromEntries([...names, 'a.pdf', 'list.csv', 'notes.txt'].map((name) => [name, 'x'])),
  )
  expect(await found(root)).toEqual(['a.pdf', 'list.csv', 'notes.txt'])
})

test('a file named by itself is always meant', async () => {
  const root = testFolder({ 'a.pdf': 'x', 'README.md': 'x' })
  const files = await findFiles([join(root, 'README.md'), join(root, 'a.pdf'), root])
  expect(files.map(({ filename }) => filename)).toEqual(['README.md', 'a.pdf'])
})

test('our own exports and data folder are no sources', async () => {
  const root = testFolder({ 'a.pdf': 'x', 'results.xlsx': 'x', 'data/sheaf.db': 'x' })
  const own = new Set([join(root, 'results.xlsx'), join(root, 'data')])
  expect(await found(root, own)).toEqual(['a.pdf'])
})

test('links to folders are followed, and a loop of them comes to an end', async () => {
  const root = testFolder({ 'a/1.pdf': 'x' })
  const other = testFolder({ '2.pdf': 'x' })
  symlinkSync(root, join(root, 'a', 'loop'))
  symlinkSync(other, join(root, 'linked'))
  symlinkSync(join(root, 'nowhere.pdf'), join(root, 'broken.pdf'))
  expect(await found(root)).toEqual(['a/1.pdf', 'broken.pdf', 'linked/2.pdf'])
})

test('what is not there or holds nothing to read is said before anything starts', async () => {
  const root = testFolder({ 'notes.txt': 'no document' })
  mkdirSync(join(root, 'empty'))
  expect(await codeOf([join(root, 'nowhere')])).toBe('folder_not_found')
  expect(await codeOf([join(root, 'empty')])).toBe('nothing_to_read')
  expect(await codeOf([root])).toBe('nothing_to_read')
  expect(await codeOf([])).toBe('nothing_to_read')
})

test('a document without an extension is known by its content', async () => {
  const root = testFolder({ scan0001: '%PDF-1.7 …' })
  expect(await found(root)).toEqual(['scan0001'])
})

test('an empty file with a document’s name is listed: somebody misses it', async () => {
  const root = testFolder({ 'scan.pdf': '' })
  expect(await found(root)).toEqual(['scan.pdf'])
})
