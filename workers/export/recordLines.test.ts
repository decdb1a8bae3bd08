import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { exampleRecord } from './exampleRecords.ts'
import { recordLine, recordsIn } from './recordLines.ts'

function laidDown(filenames: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-lines-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'records')
  const lines = filenames.map((filename) => recordLine(exampleRecord({ filename })))
  writeFileSync(file, lines.join(''))
  return file
}

const namesIn = (file: string) => [...recordsIn(file)].map(({ filename }) => filename)

test('records come back as often as they are asked for, whatever their names hold', () => {
  const names = ['a.pdf', 'two\nlines.pdf', 'Überfällig „zwei“ 🧾.pdf', '\u2028.pdf']
  const file = laidDown(names)
  expect(namesIn(file)).toEqual(names)
  expect(namesIn(file)).toEqual(names)
})

test('a letter of several bytes may lie over the end of what is read at once', () => {
  const names = Array.from({ length: 400 }, (_, i) => `${'€'.repeat(1000 + i)}.pdf`)
  expect(namesIn(laidDown(names))).toEqual(names)
})

test.runIf(process.platform === 'linux')('whoever stops in between leaves no file open', () => {
  const open = () => readdirSync('/proc/self/fd').length
  const file = laidDown(['a.pdf', 'b.pdf'])
  const before = open()
  for (const record of recordsIn(file)) if (record.filename === 'a.pdf') break
  expect(open()).toBe(before)
})

test('no record at all is no line', () => {
  expect(namesIn(laidDown([]))).toEqual([])
})
