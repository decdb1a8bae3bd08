import type { z } from 'zod'
import {
  apiBatch,
  apiBatchWithResults,
  apiDocument,
  apiResults,
  batchBegun,
  batchPage,
  batchQuery,
  exportQuery,
  listQuery,
  noQuery,
  templatePage,
} from './apiSchemas.ts'

/** What an operation answers when all went well. */
export type Answer =
  | { readonly kind: 'json'; readonly schema: z.ZodType }
  | { readonly kind: 'file'; readonly types: readonly string[] }

export interface Operation {
  readonly method: 'GET' | 'POST'
  /** `{id}` stands for one part of the address. */
  readonly path: string
  readonly summary: string
  readonly scope: 'none' | 'read' | 'write'
  readonly query: z.ZodType
  readonly status: 200 | 202
  readonly answer: Answer
  /** Statuses besides those that any operation may answer. */
  readonly failures: readonly number[]
}

const json = (schema: z.ZodType): Answer => ({ kind: 'json', schema })

/** Everything that other programs may ask: the router and the OpenAPI file both go by this table. */
export const operations = {
  createBatch: {
    ...{ method: 'POST', path: '/v1/batches', scope: 'write', query: noQuery },
    summary: 'Begin a batch: of paths on this computer (JSON), or of files sent along (multipart)',
    ...{ status: 202, answer: json(batchBegun), failures: [409, 413, 415, 422, 507] },
  },
  listBatches: {
    ...{ method: 'GET', path: '/v1/batches', scope: 'read', query: listQuery },
    summary: 'Batches, the newest first, a page at a time',
    ...{ status: 200, answer: json(batchPage), failures: [] },
  },
  getBatch: {
    ...{ method: 'GET', path: '/v1/batches/{batch_id}', scope: 'read', query: batchQuery },
    summary: 'How a batch stands; with ?expand=results also what was found',
    ...{ status: 200, answer: json(apiBatchWithResults), failures: [404, 422] },
  },
  getResults: {
    ...{ method: 'GET', path: '/v1/batches/{batch_id}/results', scope: 'read', query: noQuery },
    summary: 'What was found, as a JSON export has it',
    ...{ status: 200, answer: json(apiResults), failures: [404, 422] },
  },
  exportBatch: {
    ...{ method: 'GET', path: '/v1/batches/{batch_id}/export', scope: 'read' },
    query: exportQuery,
    summary: 'What was found, as a file',
    status: 200,
    answer: {
      kind: 'file',
      types: [
        'text/csv',
        'application/json',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ],
    },
    failures: [404, 422],
  },
  cancelBatch: {
    ...{ method: 'POST', path: '/v1/batches/{batch_id}/cancel', scope: 'write', query: noQuery },
    summary: 'Give a batch up; what was read of it stays',
    ...{ status: 200, answer: json(apiBatch), failures: [404] },
  },
  retryBatch: {
    ...{ method: 'POST', path: '/v1/batches/{batch_id}/retry', scope: 'write', query: noQuery },
    summary: 'Try again what failed or was cancelled',
    ...{ status: 200, answer: json(apiBatch), failures: [404, 422] },
  },
  getDocument: {
    ...{ method: 'GET', path: '/v1/documents/{document_id}', scope: 'read', query: noQuery },
    summary: 'One document with its values, and where each was seen',
    ...{ status: 200, answer: json(apiDocument), failures: [404] },
  },
  getPage: {
    ...{ method: 'GET', path: '/v1/documents/{document_id}/pages/{page}.png', scope: 'read' },
    query: noQuery,
    summary: 'The picture of a page, by its number within the file, upright as it was read',
    ...{ status: 200, answer: { kind: 'file', types: ['image/png'] }, failures: [404] },
  },
  listTemplates: {
    ...{ method: 'GET', path: '/v1/templates', scope: 'read', query: noQuery },
    summary: 'What can be extracted',
    ...{ status: 200, answer: json(templatePage), failures: [] },
  },
  getOpenApi: {
    ...{ method: 'GET', path: '/v1/openapi.json', scope: 'none', query: noQuery },
    summary: 'This description',
    ...{ status: 200, answer: { kind: 'file', types: ['application/json'] }, failures: [] },
  },
} as const satisfies Readonly<Record<string, Operation>>

export type OperationName = keyof typeof operations
