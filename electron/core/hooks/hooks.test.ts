import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Hook } from '../../views.ts'
import { createGate } from '../testing/gate.ts'
import { type Receiver, startReceiver } from '../testing/receiver.ts'
import { stubPool } from '../testing/stubPool.ts'
import { killedCopy, openTestApp, type TestApp, testFolder } from '../testing/testApp.ts'

const receivers: Receiver[] = []
const apps: TestApp[] = []
afterEach(async () => {
  for (const { app } of apps.splice(0)) await app.close()
  for (const receiver of receivers.splice(0)) await receiver.close()
})

async function receiver(...answers: Parameters<typeof startReceiver>[0]): Promise<Receiver> {
  const started = await startReceiver(answers)
  receivers.push(started)
  return started
}

const hurried = { pausesMs: [10, 20], postMs: 300, commandMs: 3000 }

async function open(
  dataDir = testFolder(),
  options: Parameters<typeof openTestApp>[1] = {},
): Promise<TestApp> {
  const opened = await openTestApp(dataDir, { hookLimits: hurried, ...options })
  apps.push(opened)
  return opened
}

const post = (url: string, secret: string | null = null): Hook => ({
  ...{ kind: 'post', url, secret, leavesMachine: false },
})
const run = (script: string, ...args: readonly string[]): Hook => ({
  ...{ kind: 'run', command: [process.execPath, '-e', script, ...args] },
})

/** A batch of one good and one bad file, read to its end, with all that happens after it. */
async function finished(
  { app, call }: TestApp,
  hooks: Hook[],
  more: { output?: string; name?: string; reference?: string } = {},
) {
  const folder = testFolder({ 'a.pdf': '1 page\n', 'b.pdf': 'file_damaged' })
  const { id } = await call('batch.create', { paths: [folder], hooks, ...more })
  await app.idle(id)
  await app.delivered(id)
  return { id, deliveries: await call('hook.deliveries', { batchId: id }) }
}

test('an address is told how the batch ended and where its export is, signed with the secret', async () => {
  const { url, received } = await receiver(200)
  const output = join(testFolder(), 'results.json')
  const opened = await open()
  const more = { output, reference: 'May 26', name: 'Invoices' }
  const { id, deliveries } = await finished(opened, [post(url, 'Geheimnis')], more)

  expect(received).toHaveLength(1)
  const { method, path, headers, body } = received[0] as (typeof received)[number]
  expect({ method, path }).toEqual({ method: 'POST', path: '/done' })
  const signature = createHmac('sha256', 'Geheimnis').update(body).digest('hex')
  expect(headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'x-sheaf-signature': `sha256=${signature}`,
    'x-sheaf-event': 'batch.finished',
    'x-sheaf-delivery': deliveries[0]?.id,
  })
  expect(JSON.parse(body)).toMatchObject({
    ...{ event: 'batch.finished', delivery_id: deliveries[0]?.id, batch_id: id },
    ...{ status: 'partial_failed', reference: 'May 26', name: 'Invoices', error: null, pages: 1 },
    counts: { completed: 1, failed: 1, pending: 0 },
    export_paths: [output],
    app_version: '0.0.0-test',
  })
  expect(deliveries).toMatchObject([
    { kind: 'post', words: url, state: 'delivered', tries: 1, error: null },
  ])
})

test('without a secret there is no signature, and without hooks nothing is sent', async () => {
  const { url, received } = await receiver(204)
  const opened = await open()
  await finished(opened, [])
  expect(received).toEqual([])
  await finished(opened, [post(url)])
  expect(received[0]?.headers['x-sheaf-signature']).toBeUndefined()
})

test('an address that fails is tried again, with the same id and the same body', async () => {
  const { url, received } = await receiver(500, 503, 200)
  const { deliveries } = await finished(await open(), [post(url)])
  expect(received).toHaveLength(3)
  expect(new Set(received.map(({ body }) => body)).size).toBe(1)
  expect(new Set(received.map(({ headers }) => headers['x-sheaf-delivery'])).size).toBe(1)
  expect(deliveries).toMatchObject([{ state: 'delivered', tries: 3, error: null }])
})

test('after three tries it is given up, says why, and a person may try it again', async () => {
  const { url, received } = await receiver(500, 500, 500, 200)
  const opened = await open()
  const { id, deliveries } = await finished(opened, [post(url)])
  expect(deliveries).toMatchObject([
    {
      ...{ state: 'failed', tries: 3 },
      error: { code: 'hook_refused', message: expect.stringContaining('answered with status 500') },
    },
  ])
  const deliveryId = deliveries[0]?.id ?? ''
  expect(await opened.call('hook.retry', { deliveryId })).toMatchObject({
    error: expect.anything(),
  })
  await opened.app.delivered(id)
  expect(received).toHaveLength(4)
  expect(await opened.call('hook.deliveries', { batchId: id })).toMatchObject([
    { state: 'delivered', tries: 1, error: null },
  ])
})

test('an address that never answers is given up in time', async () => {
  const { url, received } = await receiver('never')
  const { deliveries } = await finished(await open(), [post(url)])
  expect(received).toHaveLength(3)
  expect(deliveries).toMatchObject([{ state: 'failed', error: { code: 'hook_timeout' } }])
})

test('an answer without an end is not read', async () => {
  let sent = 0
  const closed = Promise.withResolvers<void>()
  const server = createServer((_, response) => {
    response.writeHead(200)
    const more = setInterval(() => {
      sent += 1
      response.write(Buffer.alloc(2 ** 20))
    }, 5)
    response.on('close', () => {
      clearInterval(more)
      closed.resolve()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { deliveries } = await finished(await open(), [post(`http://127.0.0.1:${port}/`)])
  await closed.promise
  expect(deliveries).toMatchObject([{ state: 'delivered', tries: 1 }])
  expect(sent).toBeLessThan(200)
  server.close()
})

test('nobody at the address is said', async () => {
  const gone = await receiver(200)
  await gone.close()
  receivers.pop()
  const { deliveries } = await finished(await open(), [post(gone.url)])
  expect(deliveries).toMatchObject([
    { state: 'failed', tries: 3, error: { code: 'hook_unreachable' } },
  ])
  expect(deliveries[0]?.error?.message).toContain('ECONNREFUSED')
})

test('a redirect is not followed, nor asked for again', async () => {
  const elsewhere = await receiver(200)
  for (const status of [301, 307]) {
    const { url, received } = await receiver({ status, location: elsewhere.url })
    const { deliveries } = await finished(await open(), [post(url)])
    expect(received).toHaveLength(1)
    expect(deliveries).toMatchObject([
      { state: 'failed', tries: 1, error: { code: 'hook_redirected' } },
    ])
  }
  expect(elsewhere.received).toEqual([])
})

test('what was owed when the program was killed is sent at the next start', async () => {
  const dataDir = testFolder()
  const silent = await receiver('never', 200)
  const first = await open(dataDir, { hookLimits: { ...hurried, postMs: 60_000 } })
  const folder = testFolder({ 'a.pdf': '1 page\n' })
  const { id } = await first.call('batch.create', { paths: [folder], hooks: [post(silent.url)] })
  await first.app.idle(id)
  await expect.poll(() => silent.received.length).toBe(1)
  const copy = killedCopy(dataDir)

  // One that was not told to go on sends nothing: it only looks.
  const looking = await open(copy, { goOn: false })
  expect(await looking.call('hook.deliveries', { batchId: id })).toMatchObject([
    { state: 'waiting', tries: 1 },
  ])
  await looking.app.close()
  apps.pop()
  expect(silent.received).toHaveLength(1)

  const second = await open(copy)
  await second.app.delivered(id)
  expect(silent.received).toHaveLength(2)
  expect(silent.received[1]?.body).toBe(silent.received[0]?.body)
  expect(await second.call('hook.deliveries', { batchId: id })).toMatchObject([
    { state: 'delivered', tries: 2 },
  ])
})

test('what was under way at three sudden ends is given up, until a person tries it again', async () => {
  const silent = await receiver('never', 'never', 'never', 200)
  const hookLimits = { ...hurried, postMs: 60_000 }
  let dataDir = testFolder()
  let opened = await open(dataDir, { hookLimits })
  const folder = testFolder({ 'a.pdf': '1 page\n' })
  const { id } = await opened.call('batch.create', { paths: [folder], hooks: [post(silent.url)] })
  for (const ends of [1, 2, 3]) {
    await expect.poll(() => silent.received.length).toBe(ends)
    dataDir = killedCopy(dataDir)
    opened = await open(dataDir, { hookLimits })
  }
  const [delivery] = await opened.call('hook.deliveries', { batchId: id })
  expect(delivery).toMatchObject({ state: 'failed', tries: 3, error: { code: 'hook_gave_up' } })
  await opened.call('hook.retry', { deliveryId: delivery?.id ?? '' })
  await opened.app.delivered(id)
  expect(await opened.call('hook.deliveries', { batchId: id })).toMatchObject([
    { state: 'delivered', error: null },
  ])
})

test('a program that ends in good order leaves what it owes to the next start, as though it had not been tried', async () => {
  const dataDir = testFolder()
  const silent = await receiver('never', 200)
  const first = await open(dataDir, { hookLimits: { ...hurried, postMs: 60_000 } })
  const folder = testFolder({ 'a.pdf': '1 page\n' })
  const { id } = await first.call('batch.create', { paths: [folder], hooks: [post(silent.url)] })
  await first.app.idle(id)
  await expect.poll(() => silent.received.length).toBe(1)
  await first.app.close()
  apps.pop()
  const second = await open(dataDir)
  await second.app.delivered()
  expect(await second.call('hook.deliveries', { batchId: id })).toMatchObject([
    { state: 'delivered', tries: 1 },
  ])
})

test('a batch that was cancelled tells that it was', async () => {
  const { url, received } = await receiver(200)
  const gate = createGate()
  const pool = stubPool()
  const opened = await open(testFolder(), {
    pool: {
      ...pool,
      readPage: async (task, options) => {
        await gate.pass()
        return pool.readPage(task, options)
      },
    },
  })
  const folder = testFolder({ 'a.pdf': '1 page\n' })
  const { id } = await opened.call('batch.create', { paths: [folder], hooks: [post(url)] })
  await opened.call('batch.cancel', { batchId: id, when: 'now' })
  gate.open()
  await opened.app.idle(id)
  await opened.app.delivered(id)
  expect(JSON.parse(received[0]?.body ?? '{}')).toMatchObject({ status: 'cancelled' })
})

test('each end of a batch is told: a retry is another one', async () => {
  const { url, received } = await receiver(200)
  const opened = await open()
  const { id } = await finished(opened, [post(url)])
  await opened.call('batch.retry', { batchId: id })
  await opened.app.idle(id)
  await opened.app.delivered(id)
  expect(received).toHaveLength(2)
  expect(received[0]?.headers['x-sheaf-delivery']).not.toBe(
    received[1]?.headers['x-sheaf-delivery'],
  )
})

const hostile = [
  'plain',
  'two words',
  '',
  'line\nbreak',
  '$(touch pwned) `id` ; rm -rf / && echo',
  '"double" \'single\' \\ back',
  '-rf',
  '%PATH% ^& |',
  '‮gpj.exe',
  '{batch_id',
]

test('a command gets its arguments as they are, whatever stands in them, and the facts of the batch', async () => {
  const folder = testFolder()
  const seen = join(folder, 'seen.json')
  const script = `
    const { readFileSync, writeFileSync } = require('node:fs')
    const input = JSON.parse(readFileSync(0, 'utf8'))
    writeFileSync(process.argv[1], JSON.stringify({ args: process.argv.slice(2), input, cwd: process.cwd() }))`
  const output = join(folder, 'a $(touch pwned)\n"b" {status}.json')
  const name = 'It’s {reference} & "more" $(id)'
  const reference = '{name}; ls'
  const facts = ['{batch_id}', '{status}', '{export}', 'ref={reference}', '{name}', '{unknown}']
  const command = run(script, seen, ...hostile, ...facts)
  const { id, deliveries } = await finished(await open(), [command], { output, name, reference })
  expect(deliveries).toMatchObject([{ kind: 'run', state: 'delivered', tries: 1, error: null }])
  const { args, input, cwd } = JSON.parse(readFileSync(seen, 'utf8'))
  expect(args).toEqual([
    ...hostile,
    ...[id, 'partial_failed', output, `ref=${reference}`, name, '{unknown}'],
  ])
  expect(input).toMatchObject({ batch_id: id, export_paths: [output] })
  expect(cwd).toBe(folder)
})

test('a command that fails is not run again; the end of what it said stands beside it', async () => {
  const folder = testFolder()
  const count = join(folder, 'count')
  const script = `
    require('node:fs').appendFileSync(process.argv[1], 'x')
    process.stdout.write('x'.repeat(100000) + 'the last words')
    process.stdout.write('', () => { console.error('and an error'); process.exitCode = 7 })`
  const opened = await open()
  const { id, deliveries } = await finished(opened, [run(script, count)])
  expect(readFileSync(count, 'utf8')).toBe('x')
  expect(deliveries).toMatchObject([
    { state: 'failed', tries: 1, error: { code: 'command_failed' } },
  ])
  expect(deliveries[0]?.error?.message).toContain('status 7')
  expect(deliveries[0]?.output).toMatch(/the last words\s*and an error$/)
  expect(deliveries[0]?.output?.length).toBeLessThanOrEqual(2000)
  await opened.call('hook.retry', { deliveryId: deliveries[0]?.id ?? '' })
  await opened.app.delivered(id)
  expect(readFileSync(count, 'utf8')).toBe('xx')
})

test('a command that does not end is ended, and what it started with it', async () => {
  const folder = testFolder()
  const pids = join(folder, 'pids')
  const script = `
    const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })
    require('node:fs').writeFileSync(process.argv[1], child.pid + ' ' + process.pid)
    setInterval(() => {}, 1000)`
  const opened = await open(testFolder(), { hookLimits: { ...hurried, commandMs: 700 } })
  const { deliveries } = await finished(opened, [run(script, pids)])
  expect(deliveries).toMatchObject([{ state: 'failed', error: { code: 'command_timeout' } }])
  const started = readFileSync(pids, 'utf8').split(' ').map(Number)
  await expect.poll(() => started.filter(isRunning)).toEqual([])
})

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // One that has ended and that nobody has asked for still has its number.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

test('a program that is not there is said, and one that reads nothing is no trouble', async () => {
  const opened = await open()
  const missing: Hook = { kind: 'run', command: ['/nowhere/at all', 'x'] }
  const deaf = run('process.stdin.destroy(); process.exit(0)')
  const { deliveries } = await finished(opened, [missing, deaf])
  expect(deliveries).toMatchObject([
    { state: 'delivered' },
    { state: 'failed', tries: 1, error: { code: 'command_not_found' } },
  ])
})

test('hooks of every batch: added, tried, switched off, taken away; a secret is never given back', async () => {
  const { url, received } = await receiver(200)
  const opened = await open()
  const { call } = opened
  const added = await call('hook.add', { hook: post(url, 'Geheimnis') })
  expect(added).toMatchObject({ kind: 'post', words: url, hasSecret: true, isOn: true, last: null })
  expect(added.place).toBe('loopback')
  expect(JSON.stringify(await call('hook.list', {}))).not.toContain('Geheimnis')

  const hookId = added.id
  expect(await call('hook.test', { hookId })).toMatchObject({ state: 'delivered', tries: 1 })
  expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ event: 'test' })
  const { id, deliveries } = await finished(opened, [])
  expect(deliveries).toMatchObject([{ state: 'delivered', words: url }])
  expect((await call('hook.list', {}))[0]?.last).toMatchObject({ id: deliveries[0]?.id })
  expect(received).toHaveLength(2)

  await call('hook.switch', { hookId, isOn: false })
  await finished(opened, [])
  expect(received).toHaveLength(2)
  await call('hook.remove', { hookId })
  expect(await call('hook.list', {})).toEqual([])
  // How it went stays with the batch.
  expect(await call('hook.deliveries', { batchId: id })).toMatchObject([{ words: url }])
})

test('a test is tried once and says what is wrong', async () => {
  const { url, received } = await receiver(500)
  const { call } = await open()
  const { id: hookId } = await call('hook.add', { hook: post(url) })
  expect(await call('hook.test', { hookId })).toMatchObject({
    ...{ state: 'failed', tries: 1, error: { code: 'hook_refused' } },
  })
  expect(received).toHaveLength(1)
})

test('an address elsewhere is refused until a person has said that it may be', async () => {
  const { call, codeOf } = await open()
  for (const url of ['http://203.0.113.7/x', 'https://[2001:db8::1]/', 'http://no.such.invalid/']) {
    expect(await codeOf('hook.add', { hook: { kind: 'post', url } })).toBe('address_public')
    const hook = { kind: 'post', url, leavesMachine: true } as const
    expect(await call('hook.add', { hook })).toMatchObject({
      place: expect.stringMatching(/^(public|unknown)$/),
    })
  }
  const folder = testFolder({ 'a.pdf': '1 page\n' })
  const hooks = [{ kind: 'post', url: 'http://203.0.113.7/x' }]
  expect(await codeOf('batch.create', { paths: [folder], hooks })).toBe('address_public')
  expect(await call('batch.list', {})).toEqual([])
})

test('what is no hook is refused', async () => {
  const { codeOf } = await open()
  const refused = [
    { kind: 'post', url: 'ftp://127.0.0.1/x' },
    { kind: 'post', url: 'file:///etc/passwd' },
    { kind: 'post', url: 'not an address' },
    { kind: 'post', url: 'http://user:password@127.0.0.1/' },
    { kind: 'run', command: [] },
    { kind: 'run', command: [' '] },
    { kind: 'run', command: ['a', 'b\0c'] },
    { kind: 'run', command: 'rm -rf /' },
    { kind: 'mail', to: 'x' },
  ]
  for (const hook of refused) expect(await codeOf('hook.add', { hook })).toBe('invalid_input')
  expect(await codeOf('hook.test', { hookId: 99 })).toBe('not_found')
  expect(await codeOf('hook.retry', { deliveryId: 'x' })).toBe('not_found')
})

test('neither log nor diagnostics nor preflight hold a secret, an address or what a command said', async () => {
  const { url } = await receiver(500)
  const dataDir = testFolder()
  const opened = await open(dataDir)
  await finished(opened, [
    post(url, 'Geheimnis'),
    run("console.log('said ' + 'this'); process.exit(1)"),
  ])
  const log = readFileSync(join(dataDir, 'logs', 'sheaf.log'), 'utf8')
  expect(log).toContain('"event":"hook.tried"')
  expect(log).toContain('"code":"hook_refused"')
  for (const words of ['Geheimnis', url, 'said this']) expect(log).not.toContain(words)
  const folder = testFolder({ 'a.pdf': '1 page\n' })
  const draft = await opened.call('batch.draft', {
    paths: [folder],
    hooks: [post(url, 'Geheimnis')],
  })
  const report = await opened.call('batch.preflight', { batchId: draft.id })
  expect(JSON.stringify(report)).not.toContain('Geheimnis')
})
