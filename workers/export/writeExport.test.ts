import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { exampleRecords, exampleRun } from './exampleRecords.ts'
import { recordLine } from './recordLines.ts'
import { writeExport } from './writeExport.ts'

const folder = mkdtempSync(join(tmpdir(), 'sheaf-export-'))
const recordsFile = join(folder, 'records')
writeFileSync(recordsFile, exampleRecords.map(recordLine).join(''))
afterAll(() => rmSync(folder, { recursive: true }))

const formats = ['xlsx', 'csv', 'json', 'jsonl'] as const

for (const format of formats) {
  const task = { format, recordsFile, run: exampleRun }

  test(`a folder that is not there locks the output (${format})`, async () => {
    const file = join(tmpdir(), 'no such folder', `x.${format}`)
    const failure = { code: 'output_locked', details: { path: file } }
    await expect(writeExport({ holds: 'fields', ...task, file })).rejects.toMatchObject(failure)
  })

  test.skipIf(!existsSync('/dev/full'))(`a full disk is said to be full (${format})`, async () => {
    const failure = { code: 'disk_full' }
    await expect(
      writeExport({ holds: 'fields', ...task, file: '/dev/full' }),
    ).rejects.toMatchObject(failure)
  })
}
