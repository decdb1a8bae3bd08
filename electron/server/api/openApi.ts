import { z } from 'zod'
import { readRecordSchema } from '../../../workers/export/readRecord.ts'
import { typeRecordSchema } from '../../../workers/export/record.ts'
import {
  apiBatch,
  apiBatchWithResults,
  apiDocument,
  apiError,
  apiResults,
  batchBegun,
  batchPage,
  newBatch,
  newBatchFields,
  templatePage,
} from './apiSchemas.ts'
import { type Operation, operations } from './operations.ts'

const named = {
  Error: apiError,
  BatchBegun: batchBegun,
  Batch: apiBatch,
  BatchWithResults: apiBatchWithResults,
  BatchPage: batchPage,
  Document: apiDocument,
  TypeRecord: typeRecordSchema,
  ReadRecord: readRecordSchema,
  Results: apiResults,
  Templates: templatePage,
} as const

const failureWords: Readonly<Record<number, string>> = {
  400: 'The request has the wrong shape.',
  401: 'No key, or one that is unknown, expired or revoked.',
  403: 'The key may not do this, or name this path; the interface is off; or a web page asked.',
  404: 'There is no such thing.',
  405: 'The address does not know this method.',
  409: 'The Idempotency-Key came before with another request.',
  413: 'More than is taken at once.',
  415: 'A body of another kind than the two that are understood.',
  422: 'Understood, and still not possible: the message says why.',
  429: 'Too many wrong keys.',
  500: 'An error that nobody expected; the log of Sheaf knows more.',
  503: 'Another program holds the database for a moment: try again.',
  507: 'The disk is full.',
}
const anyFailures = [400, 401, 403, 405, 429, 500, 503]

/** Every named schema; where one stands in another, it is referred to. */
function schemas(): Readonly<Record<string, object>> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const made = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(
    Object.entries(made.schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [
      name,
      schema,
    ]),
  )
}

function reference(schema: z.ZodType): object {
  const [name] = Object.entries(named).find(([, each]) => each === schema) ?? []
  if (name === undefined) throw new Error('a schema of the HTTP interface has no name')
  return { $ref: `#/components/schemas/${name}` }
}

/** The description of the HTTP interface (OpenAPI 3.1), made from the schemas that it goes by. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const [id, operation] of Object.entries(operations)) {
    const path = paths[operation.path] ?? {}
    paths[operation.path] = path
    path[operation.method.toLowerCase()] = described(id, operation)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sheaf',
      version: '1',
      description:
        'For programs on the computer that Sheaf runs on: documents in, checked values out. Nothing leaves the computer.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'Where Sheaf says in Settings, “Other programs”.' }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: {
        key: {
          ...{ type: 'http', scheme: 'bearer' },
          description: 'A key of Settings, “Other programs”, or of the command `clients add`.',
        },
      },
      schemas: schemas(),
    },
  }
}

export function openApiText(): string {
  return `${JSON.stringify(openApi(), null, 2)}\n`
}

function described(operationId: string, operation: Operation): object {
  const { summary, scope, status, answer, failures, path, query } = operation
  const content =
    answer.kind === 'json'
      ? { 'application/json': { schema: reference(answer.schema) } }
      : Object.fromEntries(answer.types.map((type) => [type, {}]))
  const usual = scope === 'none' ? [400, 403, 405, 500] : anyFailures
  const refused = [...new Set([...usual, ...failures])].sort((a, b) => a - b)
  return {
    ...{ operationId, summary, description: `Needs a key that may ${scope}.` },
    ...(scope === 'none' && { description: 'Needs no key.', security: [] }),
    parameters: [
      ...inPath(path),
      ...inQuery(query),
      ...(operationId === 'createBatch' ? [repeatable] : []),
    ],
    ...(operationId === 'createBatch' && { requestBody: newBatchBody() }),
    responses: {
      [status]: { description: 'So it is.', content },
      ...Object.fromEntries(
        refused.map((code) => [
          code,
          {
            description: failureWords[code],
            content: { 'application/json': { schema: reference(apiError) } },
          },
        ]),
      ),
    },
  }
}

function inPath(path: string): object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true },
    schema: name === 'page' ? { type: 'integer', minimum: 1 } : { type: 'string' },
  }))
}

function inQuery(query: z.ZodType): object[] {
  const { properties = {}, required = [] } = schemaOf(query) as {
    properties?: Record<string, object>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { ...schema }]) => ({
    ...{ name, in: 'query', required: required.includes(name), schema },
  }))
}

const repeatable = {
  ...{ name: 'Idempotency-Key', in: 'header', required: false },
  description:
    'Of your own making, 1 to 255 characters. The same key with the same body gives the same batch, for seven days; with another body 409.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}

function newBatchBody(): object {
  const { properties, ...fields } = schemaOf(newBatchFields) as { properties?: object }
  const files = {
    ...{ type: 'array', minItems: 1, items: { type: 'string', format: 'binary' } },
    description: 'Any number of files, under any name.',
  }
  return {
    required: true,
    content: {
      'application/json': { schema: schemaOf(newBatch) },
      'multipart/form-data': {
        schema: { ...fields, properties: { ...properties, files }, required: ['files'] },
      },
    },
  }
}

/** As it comes in: what has a default may be left out. */
function schemaOf(schema: z.ZodType): object {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io: 'input' })
  return plain
}
