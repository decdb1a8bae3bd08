import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { proofSchema } from '../electron/core/proof/proof.ts'
import { openApiText } from '../electron/server/api/openApi.ts'
import { columnLayoutSchema } from '../workers/columnLayout.ts'
import { readRecordSchema } from '../workers/export/readRecord.ts'
import { resultRecordSchema, typeRecordSchema } from '../workers/export/record.ts'
import { templateSchema } from '../workers/template.ts'

/** The schemas that the project publishes: file in resources/ and its text. */
export function publishedSchemas(): Readonly<Record<string, string>> {
  return {
    'result.schema.json': textOf({
      title: 'Sheaf results',
      description: 'What a JSON export holds: one object per document, in the order of intake.',
      ...z.toJSONSchema(z.array(resultRecordSchema)),
    }),
    'types.schema.json': textOf({
      title: 'Sheaf documents',
      description:
        'What `classify` and `split` write as JSON: one object per document, in the order of intake.',
      ...z.toJSONSchema(z.array(typeRecordSchema)),
    }),
    'pages.schema.json': textOf({
      title: 'Sheaf pages',
      description: 'What `read` writes as JSON: one object a file, in the order of intake.',
      ...z.toJSONSchema(z.array(readRecordSchema)),
    }),
    'run.schema.json': textOf({
      title: 'Sheaf proof',
      description:
        'What stands beside an export as `.run.json`: hashes of what went in, of the configuration and the results, and a chained log.',
      ...z.toJSONSchema(proofSchema),
    }),
    'template.schema.json': textOf({
      title: 'Sheaf template',
      description: 'What to extract from one type of document.',
      // As a person writes it: what has a default may be left out.
      ...z.toJSONSchema(templateSchema, { io: 'input' }),
    }),
    'openapi.json': openApiText(),
    'layout.schema.json': textOf({
      title: 'Sheaf column layout',
      description: 'Which columns an export has, in which order and how they are written.',
      ...z.toJSONSchema(columnLayoutSchema, { io: 'input' }),
    }),
  }
}

/** Where a published schema stands. */
export function schemaFile(name: string): string {
  return fileURLToPath(new URL(`../resources/${name}`, import.meta.url))
}

function textOf(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`
}

if (import.meta.main)
  for (const [name, text] of Object.entries(publishedSchemas()))
    writeFileSync(schemaFile(name), text)
