import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { exampleRecords } from './exampleRecords.ts'
import { readableJson, writeJson, writeJsonLines } from './json.ts'
import { resultRecordSchema } from './record.ts'

const folder = mkdtempSync(join(tmpdir(), 'sheaf-json-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string) => join(folder, name)

test('JSON gives back every record, in order, and the same bytes again', async () => {
  await writeJson(file('a.json'), exampleRecords)
  await writeJson(file('b.json'), structuredClone(exampleRecords))
  const bytes = readFileSync(file('a.json'), 'utf8')
  expect(JSON.parse(bytes)).toEqual(exampleRecords)
  expect(readFileSync(file('b.json'), 'utf8')).toBe(bytes)
  expect(bytes).toContain('\n    "pages": [1,2],\n')
})

test('no records are an empty array', async () => {
  await writeJson(file('none.json'), [])
  expect(readFileSync(file('none.json'), 'utf8')).toBe('[]\n')
})

test('JSON Lines are the same objects, one a line, and say what the schema says', async () => {
  await writeJsonLines(file('a.jsonl'), exampleRecords)
  const text = readFileSync(file('a.jsonl'), 'utf8')
  expect(text.endsWith('}\n')).toBe(true)
  const lines = text.trimEnd().split('\n')
  const objects = lines.map((line) => resultRecordSchema.strict().parse(JSON.parse(line)))
  expect(objects).toEqual(exampleRecords)
  await writeJsonLines(file('none.jsonl'), [])
  expect(readFileSync(file('none.jsonl'), 'utf8')).toBe('')
})

test('readable JSON says the same as plain JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(readableJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
