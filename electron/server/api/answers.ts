import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { z } from 'zod'
import { AppError } from '../../../workers/errors.ts'
import { type Call, callOf } from '../../cli/call.ts'
import type { App } from '../../core/createApp.ts'
import type { Client } from '../../core/db/clients.ts'
import type { BatchSummary } from '../../views.ts'
import { replyJson } from '../reply.ts'
import {
  type batchBegun,
  type batchPage,
  batchQuery,
  exportQuery,
  listQuery,
  type templatePage,
} from './apiSchemas.ts'
import { batchOf } from './batchOf.ts'
import { beginBatch, type UploadLimit } from './beginBatch.ts'
import { openApi } from './openApi.ts'
import type { OperationName } from './operations.ts'
import { parsed } from './parsed.ts'
import { sendFile, sendWithFile } from './sendFile.ts'

export type ApiApp = Pick<App, 'dispatch' | 'clients' | 'droppedDir' | 'inspected'>

/** A request that was let in. */
export interface Asking {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** null: anybody may ask this. */
  readonly client: Client | null
  readonly parts: readonly string[]
  readonly query: Readonly<Record<string, string>>
}

/** How long an answer waits for all files to be looked into, for a better guess. */
const patienceMs = 2500

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const json = { format: 'json', csvFor: null, table: 'documents' } as const

/** One function per operation. */
export function createAnswers(
  app: ApiApp,
  { uploadLimit }: { readonly uploadLimit: UploadLimit },
): Readonly<Record<OperationName, (asking: Asking) => Promise<void>>> {
  const { clients } = app
  const call = callOf(app)

  return {
    async createBatch({ request, response, client }) {
      if (!client) throw new AppError('key_missing')
      const id = await beginBatch(app, client, request, uploadLimit)
      const batch = await batchNamed(call, id)
      const begun: z.infer<typeof batchBegun> = {
        ...{ batch_id: id, status: batch.lifecycle, total: batch.items },
        estimated_seconds: await estimateOf(id),
      }
      response.setHeader('location', `/v1/batches/${id}`)
      replyJson(response, 202, begun)
    },
    async listBatches({ response, query }) {
      const { cursor: after = null, limit } = parsed(listQuery, query)
      if (after !== null) await call('batch.get', { batchId: after }).catch(refuseCursor)
      const found = await call('batch.list', { after, limit: limit + 1 })
      const shown = found.slice(0, limit)
      const page: z.infer<typeof batchPage> = {
        batches: shown.map(batchOf),
        next_cursor: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
      }
      replyJson(response, 200, page)
    },
    async getBatch({ response, parts: [id = ''], query }) {
      const { expand } = parsed(batchQuery, query)
      const batch = batchOf(await batchNamed(call, id))
      if (expand === undefined) return replyJson(response, 200, batch)
      await sendWithFile(response, batch, 'results', await clients.results(id, json))
    },
    async getResults({ response, parts: [id = ''] }) {
      await sendFile(response, await clients.results(id, json), { type: contentTypes.json })
    },
    async exportBatch({ response, parts: [id = ''], query }) {
      const { format, csv_for: csvFor = null, table } = parsed(exportQuery, query)
      if (format !== 'csv' && (csvFor !== null || table !== 'documents'))
        throw new AppError('invalid_input', { problem: 'csv_for and table go with format=csv.' })
      const { name } = await batchNamed(call, id)
      const given = await clients.results(id, { format, csvFor, table })
      const suffix = table === 'documents' ? '' : `-${table.replace('_', '-')}`
      const filename = `${name.slice(0, 100)}${suffix}.${format}`
      await sendFile(response, given, { type: contentTypes[format], name: filename })
    },
    async cancelBatch({ response, parts: [id = ''] }) {
      await batchNamed(call, id)
      replyJson(response, 200, batchOf(await call('batch.cancel', { batchId: id })))
    },
    async retryBatch({ response, parts: [id = ''] }) {
      await batchNamed(call, id)
      replyJson(response, 200, batchOf(await call('batch.retry', { batchId: id })))
    },
    async getDocument({ response, parts: [id = ''] }) {
      const record = clients.record(id)
      if (!record) throw new AppError('not_known', { what: 'document', id })
      replyJson(response, 200, record)
    },
    async getPage({ response, parts: [id = '', page = ''] }) {
      if (!clients.record(id)) throw new AppError('not_known', { what: 'document', id })
      const { pages } = await call('document.get', { documentId: id })
      const found = pages.find(({ number }) => String(number) === page)
      const given = found && (await clients.pagePng(found.imageId))
      if (!given) throw new AppError('not_known', { what: 'picture of a page', id: page })
      await sendFile(response, given, { type: 'image/png' })
    },
    async listTemplates({ response }) {
      const list = await call('template.list', {})
      const page: z.infer<typeof templatePage> = {
        templates: list.map(({ name, title, version, category, description, fields }) => ({
          ...{ name, title, version, category, description, fields },
        })),
      }
      replyJson(response, 200, page)
    },
    async getOpenApi({ response }) {
      replyJson(response, 200, openApi())
    },
  }

  /** Seconds, in the middle of what is likely; null while not every file was looked into. */
  async function estimateOf(batchId: string): Promise<number | null> {
    await Promise.race([app.inspected(batchId), wait(patienceMs)])
    const { isWhole, estimate } = await call('batch.preflight', { batchId, most: 0 })
    return isWhole ? Math.round((estimate.lowSeconds + estimate.highSeconds) / 2) : null
  }
}

/** An empty page would say that the list has ended. */
function refuseCursor(): never {
  const problem = 'no page ended with this cursor, or its batch is gone. Begin anew without it.'
  throw new AppError('invalid_input', { problem })
}

async function batchNamed(call: Call, id: string): Promise<BatchSummary> {
  const batch = await call('batch.get', { batchId: id }).catch((thrown) => {
    const isUnknown = thrown instanceof AppError && thrown.code === 'not_found'
    throw isUnknown ? new AppError('not_known', { what: 'batch', id }) : thrown
  })
  if (batch.deletedAt !== null) throw new AppError('not_known', { what: 'batch', id })
  return batch
}
