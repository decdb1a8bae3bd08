import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { openTestApp, type TestApp, testFolder } from '../../core/testing/testApp.ts'
import { type Loopback, serve } from '../../server.ts'
import { apiError } from './apiSchemas.ts'
import { type OperationName, operations } from './operations.ts'

/** The HTTP interface on a real server with real SQLite; only the pages are read by a stub. */
let desk: TestApp
let dataDir: string
let loopback: Loopback
let base: string
let source: string
let writer: string
let reader: string

beforeEach(async () => {
  dataDir = testFolder()
  source = testFolder({ 'a.pdf': '2 pages one', 'b.pdf': '1 page two review', 'c.pdf': '' })
  desk = await openTestApp(dataDir, { answerClients: true })
  const rendererDir = testFolder({ 'index.html': '<title>Sheaf</title>' })
  loopback = await serve({ app: desk.app, rendererDir })
  base = new URL(loopback.url).origin
  writer = await keyOf('write')
  reader = await keyOf('read')
})

afterEach(async () => {
  await loopback.close()
  await desk.app.close()
})

async function keyOf(scope: 'read' | 'write', days: number | null = null): Promise<string> {
  const input = { name: `robot that may ${scope}`, scope, folders: [source], days }
  return (await desk.call('client.add', input)).key
}

interface Told {
  readonly key?: string | null
  readonly method?: string
  readonly body?: BodyInit
  readonly headers?: Record<string, string>
}

function ask(path: string, { key = reader, method = 'GET', body, headers }: Told = {}) {
  return fetch(base + path, {
    method,
    ...(body !== undefined && { body, duplex: 'half' }),
    headers: { ...(key !== null && { authorization: `Bearer ${key}` }), ...headers },
  })
}

/** A success of an operation, in the shape that its schema says. */
async function good<T = Record<string, unknown>>(
  name: OperationName,
  answer: Promise<Response>,
): Promise<T> {
  const response = await answer
  const body = await response.json()
  const operation = operations[name]
  expect([response.status, body]).toEqual([operation.status, body])
  if (operation.answer.kind === 'json') operation.answer.schema.parse(body)
  return body as T
}

/** A failure, in the one shape that all of them have. */
async function bad(answer: Promise<Response>) {
  const response = await answer
  const { error }: z.infer<typeof apiError> = apiError.strict().parse(await response.json())
  expect(error.message.length).toBeGreaterThan(10)
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
  return { status: response.status, ...error, headers: response.headers }
}

interface Begun {
  readonly batch_id: string
}

function begin(body: unknown, headers: Record<string, string> = {}, key = writer) {
  return ask('/v1/batches', {
    ...{ key, method: 'POST', body: JSON.stringify(body) },
    headers: { 'content-type': 'application/json', ...headers },
  })
}

describe('a batch from its beginning to its end', () => {
  test('of paths: begun, followed, taken as results and as a file', async () => {
    const begun = await good<Begun>(
      'createBatch',
      begin({ paths: [source], reference: 'PO-7', review_threshold: 0.5 }),
    )
    expect(begun).toMatchObject({ total: 3, estimated_seconds: expect.any(Number) })
    await desk.app.idle(begun.batch_id)
    const at = `/v1/batches/${begun.batch_id}`
    const batch = await good('getBatch', ask(at))
    expect(batch).toMatchObject({
      ...{ status: 'finished', outcome: 'partial_failed', total: 3, processed: 3, percent: 100 },
      ...{ reference: 'PO-7', estimated_seconds: 0 },
      counts: { completed: 1, needs_review: 1, failed: 1 },
    })
    const results = await good<{ filename: string; document_id: string }[]>(
      'getResults',
      ask(`${at}/results`),
    )
    expect(results.map(({ filename }) => filename)).toEqual(['a.pdf', 'b.pdf', 'c.pdf'])
    expect(await good('getBatch', ask(`${at}?expand=results`))).toEqual({ ...batch, results })
    expect(await good('getDocument', ask(`/v1/documents/${results[0]?.document_id}`))).toEqual(
      results[0],
    )
    const page = await ask(`/v1/documents/${results[0]?.document_id}/pages/1.png`)
    expect(page.headers.get('content-type')).toBe('image/png')
    expect(await page.text()).toContain('picture of page 1')
    const file = await ask(`${at}/export?format=json`)
    expect(await file.json()).toEqual(results)
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="sheaf-test-/)
    await expect.poll(() => readdirSync(join(dataDir, 'exporting'))).toEqual([])
    expect(await desk.call('export.list', { batchId: begun.batch_id })).toEqual([])
  })
})

test('a request that Sheaf cannot take says so in the one shape', async () => {
  const { status, code } = await bad(ask('/v1/batches', { key: null }))
  expect([status, code]).toEqual([401, 'key_missing'])
})
