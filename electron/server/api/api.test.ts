import { createHmac } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { request } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { createGate } from '../../core/testing/gate.ts'
import { startReceiver } from '../../core/testing/receiver.ts'
import { stubPage, stubPool } from '../../core/testing/stubPool.ts'
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

let clock: number

beforeEach(async () => {
  dataDir = testFolder()
  source = testFolder({ 'a.pdf': '2 pages one', 'b.pdf': '1 page two review', 'c.pdf': '' })
  clock = Date.UTC(2026, 4, 4, 9, 30)
  await restart()
  writer = await keyOf('write')
  reader = await keyOf('read')
})

afterEach(async () => {
  await loopback.close()
  await desk.app.close()
})

/** A program on the same data folder; the one before was closed. */
async function restart(options: Parameters<typeof openTestApp>[1] = {}): Promise<void> {
  const now = () => {
    clock += 1000
    return new Date(clock)
  }
  desk = await openTestApp(dataDir, { answerClients: true, now, ...options })
  await reserve()
}

async function reserve(api: Parameters<typeof serve>[0]['api'] = {}): Promise<void> {
  const rendererDir = testFolder({ 'index.html': '<title>Sheaf</title>' })
  // Another port each time: fetch keeps connections to servers that are closed.
  const port = await freePort()
  loopback = await serve({ app: desk.app, rendererDir, port, api })
  base = new URL(loopback.url).origin
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

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

/** fetch does not send a Host of our choosing; node:http does. */
function raw(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
  body = '',
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(base)
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = ''
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    sent.on('error', reject)
    sent.end(body)
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

  test('a wish that a robot lost the answer of is repeated without a second batch', async () => {
    const key = { 'idempotency-key': 'order-4711' }
    const [first, second] = await Promise.all([
      good<Begun>('createBatch', begin({ paths: [source] }, key)),
      good<Begun>('createBatch', begin({ paths: [source] }, key)),
    ])
    expect(second.batch_id).toBe(first.batch_id)
    const third = await good<Begun>(
      'createBatch',
      begin({ template: 'auto', paths: [source] }, key),
    )
    expect(third.batch_id).toBe(first.batch_id)
    const other = await bad(begin({ paths: [source], reference: 'other' }, key))
    expect(other).toMatchObject({ status: 409, code: 'request_conflict' })
    const others = await keyOf('write')
    const apart = await good<Begun>('createBatch', begin({ paths: [source] }, key, others))
    expect(apart.batch_id).not.toBe(first.batch_id)
    expect(await desk.call('batch.list', {})).toHaveLength(2)
  })

  test('a wish that failed is no batch, and may be made again under the same key', async () => {
    const key = { 'idempotency-key': 'again' }
    const late = join(source, 'late.pdf')
    expect(await bad(begin({ paths: [late] }, key))).toMatchObject({
      ...{ status: 422, code: 'folder_not_found' },
    })
    writeFileSync(late, '1 page late')
    await good('createBatch', begin({ paths: [late] }, key))
    expect((await bad(begin({ paths: [source] }, { 'idempotency-key': 'ü' }))).status).toBe(400)
  })

  test('with a webhook, which is told when the batch is over, signed, and never outside', async () => {
    const receiver = await startReceiver([200])
    const webhook = { url: receiver.url, secret: 'between us' }
    const { batch_id: id } = await good<Begun>(
      'createBatch',
      begin({ paths: [source], reference: 'R-9', webhook }),
    )
    await expect.poll(() => receiver.received).toHaveLength(1)
    const [told] = receiver.received
    expect(JSON.parse(told?.body ?? '')).toMatchObject({
      ...{ batch_id: id, status: 'partial_failed', reference: 'R-9' },
    })
    const signed = createHmac('sha256', 'between us').update(told?.body ?? '')
    expect(told?.headers['x-sheaf-signature']).toBe(`sha256=${signed.digest('hex')}`)
    const sent = form({ 'a.pdf': '1 page' }, { webhook: JSON.stringify({ url: receiver.url }) })
    await good('createBatch', send(sent))
    await expect.poll(() => receiver.received).toHaveLength(2)
    const batch = await ask(`/v1/batches/${id}?expand=results`)
    expect(await batch.text()).not.toContain('between us')
    await receiver.close()

    const outside = { paths: [source], webhook: { url: 'http://93.184.216.34/done' } }
    expect(await bad(begin(outside))).toMatchObject({ status: 422, code: 'address_public' })
  })

  test('of words alone has no table', async () => {
    const { id } = await desk.call('batch.create', { paths: [source], kind: 'read' })
    await desk.app.idle(id)
    expect(await good('getResults', ask(`/v1/batches/${id}/results`))).toHaveLength(3)
    expect(await bad(ask(`/v1/batches/${id}/export?format=xlsx`))).toMatchObject({
      ...{ status: 422, code: 'output_unsupported', details: { path: 'results.xlsx' } },
    })
    const extracted = await good<Begun>('createBatch', begin({ paths: [source] }))
    expect(
      await bad(ask(`/v1/batches/${extracted.batch_id}/export?format=csv&table=tax_breakdown`)),
    ).toMatchObject({ status: 404, code: 'not_known', details: { what: 'table' } })
  })

  test('cancelled and tried again', async () => {
    const { batch_id: id } = await good<Begun>('createBatch', begin({ paths: [source] }))
    await desk.app.idle(id)
    const post = (deed: string) => ask(`/v1/batches/${id}/${deed}`, { key: writer, method: 'POST' })
    await good('cancelBatch', post('cancel'))
    writeFileSync(join(source, 'c.pdf'), '1 page mended')
    expect(await good('retryBatch', post('retry'))).toMatchObject({ batch_id: id })
    const batch = await desk.app.idle(id)
    expect(batch.outcome).toBe('completed')
  })

  test('the list comes a page at a time and loses nothing that is begun meanwhile', async () => {
    const ids: string[] = []
    for (const _ of [1, 2, 3, 4, 5])
      ids.unshift((await good<Begun>('createBatch', begin({ paths: [source] }))).batch_id)
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: string = cursor && `&cursor=${cursor}`
      const page: { batches: Begun[]; next_cursor: string | null } = await good(
        'listBatches',
        ask(`/v1/batches?limit=2${query}`),
      )
      seen.push(...page.batches.map(({ batch_id }) => batch_id))
      cursor = page.next_cursor
      if (seen.length === 2) await good('createBatch', begin({ paths: [source] }))
    }
    expect(seen).toEqual(ids)
  })

  test('a cursor that no page ended with is refused, and no end of the list', async () => {
    await good('createBatch', begin({ paths: [source] }))
    for (const cursor of ['nope', '%00', '261123-0000'])
      expect(await bad(ask(`/v1/batches?cursor=${cursor}`))).toMatchObject({
        ...{ status: 400, code: 'invalid_input' },
        message: expect.stringContaining('Begin anew without it.'),
      })
  })

  test('a batch that a person deleted is not there', async () => {
    const { batch_id: id } = await good<Begun>('createBatch', begin({ paths: [source] }))
    await desk.app.idle(id)
    await desk.call('batch.delete', { batchId: id })
    for (const path of ['', '/results', '/export?format=json'])
      expect(await bad(ask(`/v1/batches/${id}${path}`))).toMatchObject({
        ...{ status: 404, code: 'not_known', message: `There is no batch “${id}”.` },
      })
    expect(await good('listBatches', ask('/v1/batches'))).toMatchObject({ batches: [] })
  })

  test('templates are listed, and the description says all that there is', async () => {
    const { templates } = await good<{ templates: { name: string }[] }>(
      'listTemplates',
      ask('/v1/templates'),
    )
    expect(templates.map(({ name }) => name)).toEqual(['invoice', 'receipt'])
    const description = await ask('/v1/openapi.json', { key: null })
    const published = join(import.meta.dirname, '../../../resources/openapi.json')
    expect(await description.json()).toEqual(JSON.parse(readFileSync(published, 'utf8')))
  })

  test('an export’s name cannot break out of its header', async () => {
    const name = 'Mai "x"\r\nSet-Cookie: a=b; ü‮/..'
    const { batch_id: id } = await good<Begun>('createBatch', begin({ paths: [source], name }))
    await desk.app.idle(id)
    const response = await ask(`/v1/batches/${id}/export?format=json`)
    expect(response.headers.get('set-cookie')).toBeNull()
    const [, ascii, whole = ''] =
      /^attachment; filename="([^"]*)"; filename\*=UTF-8''(\S+)$/.exec(
        response.headers.get('content-disposition') ?? '',
      ) ?? []
    expect(ascii).toBe('Mai _x___Set-Cookie_ a=b; ___...json')
    expect(decodeURIComponent(whole)).toBe('Mai _x___Set-Cookie_ a=b; ü‮_...json')
  })
})

describe('who is let in', () => {
  test.each([
    ['no key', {}, 401, 'key_missing'],
    ['a key that is none', { authorization: 'Bearer sheaf_guess' }, 401, 'key_unknown'],
    ['another way', { authorization: 'Basic c2hlYWY6c2hlYWY=' }, 401, 'key_missing'],
  ])('%s is refused', async (_, headers, status, code) => {
    const failure = await bad(ask('/v1/batches', { key: null, headers }))
    expect(failure).toMatchObject({ status, code })
    expect(failure.headers.get('www-authenticate')).toBe('Bearer')
  })

  test('a key that expired, and one that was revoked, say so', async () => {
    const short = await keyOf('write', 1)
    await good('listBatches', ask('/v1/batches', { key: short }))
    for (let hour = 0; hour < 25; hour++) clock += 60 * 60 * 1000
    expect(await bad(ask('/v1/batches', { key: short }))).toMatchObject({
      ...{ status: 401, code: 'key_expired', details: { date: '2026-05-05' } },
      message:
        'The key of “robot that may write” expired on 2026-05-05. Settings, “Other programs”, gives another one.',
    })
    const [client] = await desk.call('client.list', {})
    expect(client).toMatchObject({ state: 'expired', lastUsedAt: expect.any(String) })
    const [, , second] = await desk.call('client.list', {})
    await desk.call('client.revoke', { clientId: second?.id ?? 0 })
    expect(await bad(ask('/v1/batches', { key: writer }))).toMatchObject({
      ...{ status: 401, code: 'key_revoked' },
    })
    expect(await desk.codeOf('client.revoke', { clientId: 99 })).toBe('not_found')
  })

  test('a key that may read begins nothing, and changes nothing', async () => {
    const { batch_id: id } = await good<Begun>('createBatch', begin({ paths: [source] }))
    for (const path of ['/v1/batches', `/v1/batches/${id}/cancel`, `/v1/batches/${id}/retry`])
      expect(await bad(ask(path, { method: 'POST' }))).toMatchObject({
        ...{ status: 403, code: 'key_reads_only' },
      })
    expect(await desk.call('batch.list', {})).toHaveLength(1)
  })

  test('the key stands in no file', async () => {
    await good('listBatches', ask('/v1/batches', { key: writer }))
    await loopback.close()
    await desk.app.close()
    for (const name of readdirSync(dataDir, { recursive: true, withFileTypes: true }))
      if (name.isFile())
        expect(readFileSync(join(name.parentPath, name.name)).includes(writer)).toBe(false)
    await restart()
  })

  test('a foreign Host is refused with the right key, too (DNS rebinding)', async () => {
    const { host, port } = new URL(base)
    const authorization = `Bearer ${writer}`
    for (const wrong of [`evil.example:${port}`, 'evil.example', '127.0.0.1:1', `[::1]:${port}`]) {
      const { status, text } = await raw('/v1/batches', { authorization, host: wrong })
      expect(status).toBe(403)
      expect(JSON.parse(text).error).toMatchObject({
        code: 'foreign_request',
        message: `This came from a web page or by a foreign name. Sheaf answers programs on this computer alone, at ${base}.`,
      })
    }
    for (const right of [host, `localhost:${port}`])
      expect((await raw('/v1/batches', { authorization, host: right })).status).toBe(200)
  })

  test('a web page is refused with the right key, too, and also one of our own', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: base },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-origin' },
    ])
      for (const path of ['/v1/batches', '/v1/openapi.json'])
        expect(await bad(ask(path, { headers }))).toMatchObject({
          ...{ status: 403, code: 'foreign_request' },
        })
    const preflight = ask('/v1/batches', {
      ...{ method: 'OPTIONS', headers: { origin: base, 'access-control-request-method': 'POST' } },
    })
    expect(await bad(preflight)).toMatchObject({ status: 403 })
  })

  test('the cookie of our pages opens nothing here, and a key nothing there', async () => {
    const signedIn = await fetch(loopback.url, { redirect: 'manual' })
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(await bad(ask('/v1/batches', { key: null, headers: { cookie } }))).toMatchObject({
      ...{ status: 401, code: 'key_missing' },
    })
    const call = await ask('/call', {
      ...{ key: writer, method: 'POST', body: JSON.stringify({ name: 'client.list', input: {} }) },
      headers: { 'content-type': 'application/json' },
    })
    expect(call.status).toBe(401)
    for (const path of ['/', '/events', '/page/a', '/v1x'])
      expect((await ask(path, { key: writer })).status).toBe(401)
  })

  test('switched off, nobody is answered; the switch holds at once', async () => {
    await loopback.close()
    await desk.app.close()
    await restart({ answerClients: false })
    for (const path of ['/v1/batches', '/v1/openapi.json', '/v1/nothing'])
      expect(await bad(ask(path))).toMatchObject({ status: 403, code: 'interface_off' })
    expect(await desk.call('client.state', {})).toMatchObject({ isOpen: false, isForced: false })
    await desk.call('settings.set', { httpInterface: true })
    await good('listBatches', ask('/v1/batches'))
    expect(await desk.call('client.state', {})).toMatchObject({
      ...{ isOpen: true, address: `${base}/v1` },
    })
    await desk.call('settings.set', { httpInterface: false })
    expect((await ask('/v1/batches')).status).toBe(403)
  })

  test('many wrong keys are answered more and more slowly, and a right one never', async () => {
    await loopback.close()
    await reserve({ slowStep: 1500 })
    for (let i = 0; i < 10; i++) await bad(ask('/v1/batches', { key: `sheaf_${i}` }))
    const answered: string[] = []
    const started = performance.now()
    const wrong = async (key: string) => {
      await bad(ask('/v1/batches', { key }))
      answered.push(key)
      return performance.now() - started
    }
    const slow = wrong('sheaf_x')
    const slower = wrong('sheaf_y')
    await good('listBatches', ask('/v1/batches'))
    expect(answered).toEqual([])
    expect(await slow).toBeGreaterThan(1490)
    expect(await slower).toBeGreaterThan(2990)
    const burst = await Promise.all(
      Array.from({ length: 30 }, (_, i) => bad(ask('/v1/batches', { key: `sheaf_b${i}` }))),
    )
    const refused = burst.filter(({ code }) => code === 'too_many_failures')
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]).toMatchObject({ status: 429, details: { seconds: 60 } })
  })
})

describe('what is asked in the wrong way', () => {
  test.each([
    ['{', 'the body is no JSON.'],
    ['[]', 'expected object'],
    ['{}', 'paths'],
    ['{"paths":[]}', 'paths'],
    ['{"paths":"/tmp"}', 'paths'],
    ['{"paths":["/x"],"path":"/y"}', 'Unrecognized key: "path"'],
    ['{"paths":["relative.pdf"]}', 'say an absolute path'],
    ['{"paths":["/x\\u0000"]}', 'say an absolute path'],
    ['{"paths":["/x"],"review_threshold":2}', 'review_threshold'],
    ['{"paths":["/x"],"template":"/etc/passwd"}', 'template'],
    ['{"paths":["/x"],"webhook":{"url":"file:///etc/passwd"}}', 'webhook'],
    ['{"paths":["/x"],"webhook":{"url":"http://127.0.0.1","command":["x"]}}', 'command'],
  ])('the body %s is not understood, and says why', async (body, problem) => {
    const headers = { 'content-type': 'application/json' }
    const failure = await bad(ask('/v1/batches', { key: writer, method: 'POST', body, headers }))
    expect(failure).toMatchObject({ status: 400, code: 'invalid_input' })
    expect(failure.message).toContain(problem)
    expect(await desk.call('batch.list', {})).toEqual([])
  })

  test.each([
    '/v1/batches?limit=0',
    '/v1/batches?limit=many',
    '/v1/batches?limit=1&limit=2',
    '/v1/batches?page=2',
    '/v1/batches/b?expand=everything',
    '/v1/batches/b/export',
    '/v1/batches/b/export?format=exe',
    '/v1/batches/b/export?format=xlsx&table=line_items',
    '/v1/batches/b/export?format=csv&csv_for=nowhere!',
  ])('GET %s is not understood', async (path) => {
    expect(await bad(ask(path))).toMatchObject({ status: 400, code: 'invalid_input' })
  })

  test.each([
    ['/v1', 'address'],
    ['/v1/', 'address'],
    ['/v1/jobs', 'address'],
    ['/v1/batches/%ff', 'address'],
    ['/v1/batches/nothing', 'batch'],
    ['/v1/batches/nothing/results', 'batch'],
    ['/v1/documents/nothing', 'document'],
    ['/v1/documents/nothing/pages/1.png', 'document'],
    ['/v1/documents/..%2f..%2fsecret', 'document'],
  ])('%s is not there', async (path, what) => {
    expect(await bad(ask(path))).toMatchObject({
      ...{ status: 404, code: 'not_known', details: { what } },
    })
  })

  test('a document has no other pages than its own', async () => {
    const { batch_id: id } = await good<Begun>('createBatch', begin({ paths: [source] }))
    await desk.app.idle(id)
    const [first] = await good<{ document_id: string }[]>(
      'getResults',
      ask(`/v1/batches/${id}/results`),
    )
    for (const page of ['0', '3', '-1', 'x', '1%2f..'])
      expect((await bad(ask(`/v1/documents/${first?.document_id}/pages/${page}.png`))).status).toBe(
        404,
      )
  })

  test('an address knows its methods, and says which', async () => {
    for (const method of ['DELETE', 'PUT', 'PATCH']) {
      const failure = await bad(ask('/v1/batches', { key: writer, method }))
      expect(failure).toMatchObject({ status: 405, code: 'method_unknown' })
      expect(failure.headers.get('allow')).toBe('POST, GET')
    }
  })

  test('a body of another kind is refused', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/mixed; boundary=a',
    ])
      expect(await bad(begin({ paths: [source] }, { 'content-type': type }))).toMatchObject({
        ...{ status: 415, code: 'media_type_unknown' },
      })
  })

  test('too much JSON is refused', async () => {
    const failure = await bad(begin({ paths: [source], reference: 'x'.repeat(5 * 1024 * 1024) }))
    expect(failure).toMatchObject({ status: 413, code: 'too_large' })
  })

  test('what is understood and cannot be done says why', async () => {
    mkdirSync(join(source, 'empty'))
    expect(await bad(begin({ paths: [join(source, 'empty')] }))).toMatchObject({
      ...{ status: 422, code: 'nothing_to_read' },
    })
    expect(await bad(begin({ paths: [source], template: 'nothing' }))).toMatchObject({
      ...{ status: 422, code: 'no_template' },
    })
  })
})

describe('what a program may name', () => {
  test('only what is in its folders, wherever links lead', async () => {
    const outside = testFolder({ 'secret.pdf': '1 page secret' })
    symlinkSync(outside, join(source, 'link'))
    symlinkSync(join(outside, 'secret.pdf'), join(source, 'linked.pdf'))
    symlinkSync(join(outside, 'gone.pdf'), join(source, 'gone.pdf'))
    for (const path of [
      outside,
      join(outside, 'secret.pdf'),
      join(outside, 'not-there.pdf'),
      join(source, 'link'),
      join(source, 'link', 'secret.pdf'),
      join(source, 'linked.pdf'),
      join(source, '..'),
      `${source}/../${outside.split('/').at(-1)}`,
      `${source}x`,
      '/',
      '/etc/passwd',
      dataDir,
      join(dataDir, 'dropped'),
      // A folder with a link in it that leads elsewhere.
      source,
    ])
      expect(await bad(begin({ paths: [path] })), path).toMatchObject({
        ...{ status: 403, code: 'path_refused' },
      })
    expect(await desk.call('batch.list', {})).toEqual([])
    await good('createBatch', begin({ paths: [join(source, 'a.pdf')] }))
  })

  test('a link within its folders is followed', async () => {
    symlinkSync(join(source, 'a.pdf'), join(source, 'again.pdf'))
    expect(await good('createBatch', begin({ paths: [source] }))).toMatchObject({ total: 4 })
  })

  test('our data folder is none of its business, though it lies in the home folder', async () => {
    const home = testFolder({ 'a.pdf': '1 page a' })
    const { key } = await desk.call('client.add', { name: 'all', scope: 'write', folders: ['/'] })
    expect(await bad(begin({ paths: [dataDir] }, {}, key))).toMatchObject({
      ...{ status: 403, code: 'path_refused' },
    })
    await good('createBatch', begin({ paths: [home] }, {}, key))
    const input = { name: 'x', scope: 'write', folders: ['relative'] }
    expect(await desk.codeOf('client.add', input)).toBe('invalid_input')
  })
})

/** Files of a form, as fetch sends them. */
function form(
  files: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, string>> = {},
) {
  const sent = new FormData()
  for (const [name, value] of Object.entries(fields)) sent.append(name, value)
  for (const [name, content] of Object.entries(files))
    sent.append('files', new Blob([content]), name)
  return sent
}

const send = (body: FormData, headers: Record<string, string> = {}) =>
  ask('/v1/batches', { key: writer, method: 'POST', body, headers })

const droppedFolders = () => {
  const folder = join(dataDir, 'dropped')
  return existsSync(folder) ? readdirSync(folder) : []
}

describe('files that are sent along', () => {
  test('become a batch under their own names', async () => {
    const files = { 'März 1.pdf': '1 page sent', 'b.pdf': '2 pages more' }
    const fields = { reference: 'R-1', review_threshold: '0.8', template: 'invoice' }
    const begun = await good<Begun>('createBatch', send(form(files, fields)))
    expect(begun).toMatchObject({ total: 2 })
    await desk.app.idle(begun.batch_id)
    const batch = await good('getBatch', ask(`/v1/batches/${begun.batch_id}?expand=results`))
    expect(batch).toMatchObject({
      ...{ name: 'März 1.pdf and 1 more', reference: 'R-1', template: 'invoice' },
      results: [{ filename: 'März 1.pdf' }, { filename: 'b.pdf' }],
    })
    expect(droppedFolders()).toHaveLength(1)
  })

  test.each([
    ['a\nb\r\n.pdf', 'a_b__.pdf'],
    ['../../../etc/passwd.pdf', 'passwd.pdf'],
    ['..\\..\\boot.pdf', 'boot.pdf'],
    ['/etc/shadow.pdf', 'shadow.pdf'],
    ['..', 'unnamed'],
    ['.', 'unnamed'],
    ['dir/', 'unnamed'],
    ['‮fdp.exe.pdf', '_fdp.exe.pdf'],
    ["=cmd|' /C calc'!A0.pdf", "C calc'!A0.pdf"],
    ['con.pdf', '_con.pdf'],
    ['quo"te;semi=colon.pdf', 'quo_te;semi=colon.pdf'],
    ['.hidden.pdf', '.hidden.pdf'],
    [`${'ä'.repeat(150)}.pdf`, `${'ä'.repeat(118)}.pdf`],
  ])('%j is kept as %j', async (sent, kept) => {
    await good('createBatch', send(form({ [sent]: '1 page sent', 'z.pdf': '1 page' })))
    const [folder = ''] = droppedFolders()
    expect(readdirSync(join(dataDir, 'dropped', folder)).sort()).toEqual([kept, 'z.pdf'].sort())
    expect(existsSync(join(dataDir, 'passwd.pdf'))).toBe(false)
  })

  test('two of the same name are both kept', async () => {
    const twice = form({ 'a.pdf': '1 page first' })
    twice.append('files', new Blob(['1 page second']), 'a.pdf')
    await good('createBatch', send(twice))
    const [folder = ''] = droppedFolders()
    expect(readdirSync(join(dataDir, 'dropped', folder)).sort()).toEqual(['a (2).pdf', 'a.pdf'])
  })

  test.each([
    ['no file', form({}, { reference: 'x' }), 400, 'the form holds no file.'],
    [
      'a word for a number',
      form({ 'a.pdf': '1 page' }, { review_threshold: 'high' }),
      400,
      'review_threshold',
    ],
    ['paths', form({ 'a.pdf': '1 page' }, { paths: '/etc' }), 400, 'paths'],
    [
      'a webhook that is no JSON',
      form({ 'a.pdf': '1 page' }, { webhook: 'http://x' }),
      400,
      'webhook',
    ],
    [
      'a template that is not there',
      form({ 'a.pdf': '1 page' }, { template: 'none' }),
      422,
      'none',
    ],
    ['nothing to read', form({ 'a.txt': 'hello' }), 422, 'no PDF or image in “a.txt”'],
  ])('with %s nothing is kept', async (_, body, status, words) => {
    const failure = await bad(send(body))
    expect(failure.status).toBe(status)
    expect(failure.message).toContain(words)
    expect(droppedFolders()).toEqual([])
    expect(await desk.call('batch.list', {})).toEqual([])
  })

  test('repeated, the same files are the same batch, and others a conflict', async () => {
    const key = { 'idempotency-key': 'upload-1' }
    const first = await good<Begun>('createBatch', send(form({ 'a.pdf': '1 page x' }), key))
    const second = await good<Begun>('createBatch', send(form({ 'a.pdf': '1 page x' }), key))
    expect(second.batch_id).toBe(first.batch_id)
    expect(await bad(send(form({ 'a.pdf': '1 page y' }), key))).toMatchObject({
      ...{ status: 409, code: 'request_conflict' },
    })
    expect(droppedFolders()).toHaveLength(1)
  })

  test('two at once stay apart', async () => {
    const [a, b] = await Promise.all([
      good<Begun>('createBatch', send(form({ 'a.pdf': '1 page of-a' }))),
      good<Begun>('createBatch', send(form({ 'a.pdf': '2 pages of-b' }))),
    ])
    expect(a.batch_id).not.toBe(b.batch_id)
    await Promise.all([desk.app.idle(a.batch_id), desk.app.idle(b.batch_id)])
    const pages = async ({ batch_id: id }: Begun) =>
      (await good<{ page_count: number }[]>('getResults', ask(`/v1/batches/${id}/results`))).map(
        ({ page_count }) => page_count,
      )
    expect([await pages(a), await pages(b)]).toEqual([[1], [2]])
  })

  test('half an upload leaves nothing, whether it breaks off or merely ends', async () => {
    const { host, port } = new URL(base)
    const begun = `--b\r\nContent-Disposition: form-data; name="f"; filename="half.pdf"\r\n\r\n1 page ha`
    const head = (length: number) =>
      [
        'POST /v1/batches HTTP/1.1',
        `Host: ${host}`,
        `Authorization: Bearer ${writer}`,
        'Content-Type: multipart/form-data; boundary=b',
        `Content-Length: ${length}`,
        '',
        begun,
      ].join('\r\n')
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(head(1_000_000))
    await expect.poll(droppedFolders).toHaveLength(1)
    socket.destroy()
    await expect.poll(droppedFolders).toHaveLength(0)
    const headers = {
      ...{ host, authorization: `Bearer ${writer}` },
      'content-type': 'multipart/form-data; boundary=b',
    }
    const ended = await raw('/v1/batches', headers, 'POST', begun)
    expect(ended.status).toBe(400)
    expect(JSON.parse(ended.text).error.message).toContain('ends before its last boundary')
    expect(droppedFolders()).toEqual([])
    expect(await desk.call('batch.list', {})).toEqual([])
  })

  test('more than is taken at once is refused, said beforehand or not, and nothing is kept', async () => {
    await loopback.close()
    await reserve({ uploadLimit: { bytes: 100_000, words: '100 kB of files' } })
    const large = form({ 'a.pdf': `1 page ${'x'.repeat(200_000)}` })
    expect(await bad(send(large))).toMatchObject({
      ...{ status: 413, code: 'too_large' },
      message:
        'That is more than 100 kB of files, the most that is taken at once. Send it in smaller parts.',
    })
    const head = '--b\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\n\r\n'
    const chunked = await raw(
      '/v1/batches',
      {
        ...{ host: new URL(base).host, authorization: `Bearer ${writer}` },
        ...{ 'content-type': 'multipart/form-data; boundary=b', 'transfer-encoding': 'chunked' },
      },
      'POST',
      `${head}${'x'.repeat(120_000)}`,
    )
    expect(chunked.status).toBe(413)
    await expect.poll(droppedFolders).toEqual([])
    // In pieces, of which most are still to come when it is refused.
    async function* slowly() {
      yield Buffer.from(head)
      for (let i = 0; i < 100; i++) {
        yield Buffer.alloc(50_000, 'x')
        await wait(1)
      }
    }
    const body = slowly() as unknown as BodyInit
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    const refused = ask('/v1/batches', { key: writer, method: 'POST', body, headers })
    expect(await bad(refused)).toMatchObject({ status: 413, code: 'too_large' })
    await expect.poll(droppedFolders).toEqual([])
  })
})

test('whoever sends much and may not is told why, however much is still to come', async () => {
  const much = form({ 'a.pdf': 'x'.repeat(30_000_000) })
  for (const _ of [1, 2, 3, 4, 5]) {
    const refused = ask('/v1/batches', { key: reader, method: 'POST', body: much })
    expect(await bad(refused)).toMatchObject({ status: 403, code: 'key_reads_only' })
  }
})

test('an answer is there while a batch is being read, with what it knows by then', async () => {
  await loopback.close()
  await desk.app.close()
  const gate = createGate()
  await restart({
    pool: stubPool({
      async readPage(task) {
        await gate.pass()
        return { page: await stubPage(task), engine: 'stub 1', seconds: 0.1, previewWritten: false }
      },
    }),
  })
  const { batch_id: id } = await good<Begun>('createBatch', begin({ paths: [source] }))
  expect(await good('getBatch', ask(`/v1/batches/${id}?expand=results`))).toMatchObject({
    ...{ status: 'running', outcome: null, finished_at: null, results: expect.any(Array) },
  })
  gate.open()
  await desk.app.idle(id)
  await wait(0)
})
