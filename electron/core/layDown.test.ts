import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '../../workers/errors.ts'
import { exampleRecord } from '../../workers/export/exampleRecords.ts'
import { recordsIn } from '../../workers/export/recordLines.ts'
import { withLaidDown } from './layDown.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

async function* records() {
  yield exampleRecord({ filename: 'a.pdf', status: 'completed', page_count: 2 })
  yield exampleRecord({ filename: 'b.pdf', status: 'failed', document_id: null, page_count: null })
  yield exampleRecord({ filename: 'c.pdf', status: 'completed', page_count: 3 })
}

test('records lie in the data folder while they are needed, summed up, and are gone then', async () => {
  const dataDir = testFolder()
  const names = await withLaidDown({ dataDir }, records(), async (file, sums) => {
    expect(file.startsWith(dataDir)).toBe(true)
    expect(sums).toEqual({
      ...{ counts: { completed: 2, failed: 1 }, pages: 5, records: 3, documents: 2 },
    })
    return [...recordsIn(file)].map(({ filename }) => filename)
  })
  expect(names).toEqual(['a.pdf', 'b.pdf', 'c.pdf'])
  expect(readdirSync(join(dataDir, 'exporting'))).toEqual([])
})

test('they are gone, too, when the export fails', async () => {
  const dataDir = testFolder()
  const failing = withLaidDown({ dataDir }, records(), async () => {
    throw new AppError('output_locked', { path: 'x.xlsx' })
  })
  await expect(failing).rejects.toMatchObject({ code: 'output_locked' })
  expect(readdirSync(join(dataDir, 'exporting'))).toEqual([])
})

test('what a killed process left is taken away at the next start', async () => {
  const dataDir = testFolder()
  mkdirSync(join(dataDir, 'exporting'))
  writeFileSync(join(dataDir, 'exporting', 'half'), '{"filename":')
  const { app } = await openTestApp(dataDir)
  expect(existsSync(join(dataDir, 'exporting'))).toBe(false)
  await app.close()
})
