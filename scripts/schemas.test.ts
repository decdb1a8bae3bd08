import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { publishedSchemas, schemaFile } from './schemas.ts'

for (const [name, text] of Object.entries(publishedSchemas()))
  test(`${name} is what the code says (else: node scripts/schemas.ts)`, () => {
    expect(readFileSync(schemaFile(name), 'utf8')).toBe(text)
  })
