import { expect, test } from 'vitest'
import { exampleRecords } from './exampleRecords.ts'
import { resultRecordSchema } from './record.ts'

test('the published schema knows everything that an export holds', () => {
  for (const record of exampleRecords)
    expect(resultRecordSchema.parse(structuredClone(record))).toEqual(record)
})
