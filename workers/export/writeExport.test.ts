import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleRecords, exampleRun } from './exampleRecords.ts'
import { writeExport } from './writeExport.ts'

const formats = ['xlsx', 'csv', 'json'] as const

for (const format of formats) {
  const task = { format, records: exampleRecords, run: exampleRun }

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
