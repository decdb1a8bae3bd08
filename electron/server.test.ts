import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AppEvent } from './contract.ts'
import { closedDoor } from './core/testing/closedDoor.ts'
import { type Loopback, serve } from './server.ts'

const noPrograms = { clients: closedDoor(), inspected: async () => {} }

const dropId = '0f8fad5b-d9cb-469f-a165-70867728950e'
const changed: AppEvent = {
  name: 'document.changed',
  payload: { batchId: 'b1', itemId: 7, documentId: null },
}

let folder: string
let loopback: Loopback
let base: string
let send: (event: AppEvent) => void
let listeners: number
let calls: { name: string; input: unknown }[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sheaf-server-'))
  const rendererDir = join(folder, 'renderer')
  mkdirSync(join(rendererDir, 'assets'), { recursive: true })
  writeFileSync(join(rendererDir, 'index.html'), '<title>Sheaf</title>')
  writeFileSync(join(rendererDir, 'assets', 'index-4f.js'), 'export {}')
  writeFileSync(join(folder, 'secret.html'), 'secret')
  listeners = 0
  calls = []
  const app = {
    ...noPrograms,
    droppedDir: join(folder, 'dropped'),
    dispatch: async (name: string, input: unknown) => {
      calls.push({ name, input })
      return { ok: true as const, value: { answered: name } }
    },
    listen: (receive: (event: AppEvent) => void) => {
      send = receive
      listeners++
      return () => {
        listeners--
      }
    },
    pageImage: async (imageId: string) =>
      imageId === 'a/1' ? { bytes: Buffer.from('picture'), type: 'image/webp' as const } : null,
  }
  loopback = await serve({ app, rendererDir })
  base = new URL(loopback.url).origin
})

afterEach(async () => {
  await loopback.close()
  rmSync(folder, { recursive: true })
})

async function signIn(link = loopback.url): Promise<string> {
  const response = await fetch(link, { redirect: 'manual' })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** fetch neither sends a Host of our choosing nor leaves `..` in an address; node:http does. */
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

describe('who is let in', () => {
  test('the link becomes a cookie that scripts cannot read, and leaves the address', async () => {
    const response = await fetch(loopback.url, { redirect: 'manual' })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/')
    expect(response.headers.get('set-cookie')).toMatch(
      /^sheaf_\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    )
  })

  test('the link works once, and the cookie goes on working', async () => {
    const cookie = await signIn()
    const again = await fetch(loopback.url, { redirect: 'manual' })
    expect(again.status).toBe(401)
    expect(await again.text()).toContain('each link works once')
    const reload = await fetch(base, { headers: { cookie } })
    expect(await reload.text()).toContain('Sheaf')
    expect(reload.status).toBe(200)
  })

  test('a fresh link opens a second browser', async () => {
    await signIn()
    expect(await signIn(loopback.newLink())).not.toBe('')
  })

  test('after a link on a foreign page the page moves on by itself, or the cookie would be kept back', async () => {
    const response = await fetch(loopback.url, { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(response.status).toBe(200)
    expect(response.headers.get('refresh')).toBe('0; url=/')
    expect(response.headers.get('set-cookie')).not.toBeNull()
  })

  test.each(['/', '/assets/index-4f.js', '/events', '/page/a%2F1'])(
    'without the cookie %s is refused with a sentence',
    async (path) => {
      const response = await fetch(base + path)
      expect(response.status).toBe(401)
      expect(await response.text()).toContain('This page belongs to the Sheaf')
    },
  )

  test('without the cookie no command runs and no file is stored', async () => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ name: 'batch.list', input: {} })
    expect((await fetch(`${base}/call`, { method: 'POST', headers, body })).status).toBe(401)
    const drop = await fetch(`${base}/drop/${dropId}/1.pdf`, { method: 'PUT', body: 'x' })
    expect(drop.status).toBe(401)
    expect(calls).toEqual([])
    expect(existsSync(join(folder, 'dropped'))).toBe(false)
  })

  test('a made-up cookie is no cookie', async () => {
    const { port } = new URL(base)
    expect((await fetch(base, { headers: { cookie: `sheaf_${port}=guess` } })).status).toBe(401)
  })

  test('a foreign Host is refused even with the cookie (DNS rebinding)', async () => {
    const cookie = await signIn()
    const { host, port } = new URL(base)
    expect((await raw('/', { cookie, host: `evil.example:${port}` })).status).toBe(403)
    expect((await raw('/', { cookie, host: '127.0.0.1:1' })).status).toBe(403)
    expect((await raw('/', { cookie, host })).status).toBe(200)
    expect((await raw('/', { cookie, host: `localhost:${port}` })).status).toBe(200)
  })

  test('a foreign Origin is refused even with the cookie, and gets no CORS leave', async () => {
    const cookie = await signIn()
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
      const response = await fetch(base, { headers: { cookie, origin } })
      expect(response.status).toBe(403)
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
    expect((await fetch(base, { headers: { cookie, origin: base } })).status).toBe(200)
  })

  test('another local server’s page, which the browser calls the same site, is refused', async () => {
    const cookie = await signIn()
    const response = await fetch(`${base}/page/a%2F1`, {
      headers: { cookie, 'sec-fetch-site': 'same-site' },
    })
    expect(response.status).toBe(403)
  })
})

describe('the pages', () => {
  test('every answer carries the policy, also a refusal', async () => {
    const cookie = await signIn()
    for (const headers of [{ cookie }, {}]) {
      const response = await fetch(base, { headers })
      const policy = response.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self';")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    }
  })

  test('files have their types; only those with a hash in their name are kept', async () => {
    const cookie = await signIn()
    const page = await fetch(base, { headers: { cookie } })
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    const script = await fetch(`${base}/assets/index-4f.js`, { headers: { cookie } })
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script.headers.get('cache-control')).toContain('immutable')
  })

  test.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/assets/..\\..\\secret.html',
    '//secret.html',
  ])('%s leads nowhere', async (path) => {
    const cookie = await signIn()
    const { host } = new URL(base)
    const answer = await raw(path, { cookie, host })
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('secret')
  })

  test('a page’s picture comes by its id, kept by this browser alone', async () => {
    const cookie = await signIn()
    const response = await fetch(`${base}/page/a%2F1`, { headers: { cookie } })
    expect(await response.text()).toBe('picture')
    expect(response.headers.get('content-type')).toBe('image/webp')
    expect(response.headers.get('cache-control')).toContain('private')
    expect((await fetch(`${base}/page/b`, { headers: { cookie } })).status).toBe(404)
    expect((await fetch(`${base}/page/%ff`, { headers: { cookie } })).status).toBe(404)
  })
})

describe('commands', () => {
  async function post(body: string, type = 'application/json') {
    const cookie = await signIn(loopback.newLink())
    const headers = { cookie, 'content-type': type }
    return fetch(`${base}/call`, { method: 'POST', headers, body })
  }

  test('a command’s Result comes back as it is', async () => {
    const response = await post(JSON.stringify({ name: 'batch.get', input: { batchId: 'b' } }))
    expect(await response.json()).toEqual({ ok: true, value: { answered: 'batch.get' } })
    expect(calls).toEqual([{ name: 'batch.get', input: { batchId: 'b' } }])
  })

  test.each([
    ['not JSON', 'application/json', 400],
    ['{"input":{}}', 'application/json', 400],
    ['{"name":"batch.list"}', 'text/plain', 415],
  ])('%s as %s is a failure, in words, and runs nothing', async (body, type, status) => {
    const response = await post(body, type)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    expect(calls).toEqual([])
  })

  test('a body without end is cut off', async () => {
    const response = await post(JSON.stringify({ name: 'x', input: 'y'.repeat(17 * 1024 * 1024) }))
    expect(response.status).toBe(413)
    expect(calls).toEqual([])
  })
})

describe('events', () => {
  test('an event arrives while the connection stands, and its end is noticed', async () => {
    const cookie = await signIn()
    const abort = new AbortController()
    const response = await fetch(`${base}/events`, { headers: { cookie }, signal: abort.signal })
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    expect(loopback.windows()).toBe(1)
    send(changed)
    let text = ''
    while (!text.includes('data:')) text += (await reader?.read())?.value ?? ''
    expect(JSON.parse(text.slice(text.indexOf('data:') + 5))).toEqual(changed)
    abort.abort()
    while (loopback.windows() > 0) await wait(10)
  })

  test('closing the host ends streams and stops listening to the core', async () => {
    const cookie = await signIn()
    const response = await fetch(`${base}/events`, { headers: { cookie } })
    await loopback.close()
    expect(listeners).toBe(0)
    expect(await response.text()).not.toContain('data:')
    await expect(fetch(base)).rejects.toThrow()
  })
})

describe('dropped files', () => {
  async function put(path: string, content: string) {
    const cookie = await signIn(loopback.newLink())
    const { host } = new URL(base)
    const answer = await raw(`/drop/${path}`, { cookie, host }, 'PUT', content)
    return { status: answer.status, result: JSON.parse(answer.text) }
  }

  test('a file is stored under its own names in the folder of its drop', async () => {
    const { result } = await put(`${dropId}/invoices/M%C3%A4rz/1.pdf`, 'content')
    const root = join(folder, 'dropped', dropId)
    const path = join(root, 'invoices', 'März', '1.pdf')
    expect(result).toEqual({ ok: true, value: { path, root } })
    expect(readFileSync(path, 'utf8')).toBe('content')
  })

  test('the same name twice gets a number, and the first file stays as it was', async () => {
    await put(`${dropId}/scan.pdf`, 'first')
    const { result } = await put(`${dropId}/scan.pdf`, 'second')
    expect(result.value.path).toBe(join(folder, 'dropped', dropId, 'scan (2).pdf'))
    expect(readFileSync(join(folder, 'dropped', dropId, 'scan.pdf'), 'utf8')).toBe('first')
    expect(readFileSync(result.value.path, 'utf8')).toBe('second')
  })

  test.each([
    `${dropId}/../../out.pdf`,
    `${dropId}/%2e%2e/out.pdf`,
    `${dropId}/a/..%2f..%2f..%2fout.pdf`,
    `${dropId}/..%5cout.pdf`,
    `${dropId}/%2fetc%2fout.pdf`,
    `${dropId}//etc/out.pdf`,
    `${dropId}/`,
    dropId,
    '../out.pdf',
    'not-a-uuid/out.pdf',
  ])('%s is refused and nothing is written', async (path) => {
    const { status, result } = await put(path, 'x')
    expect(status).toBe(400)
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    expect(existsSync(join(folder, 'dropped'))).toBe(false)
    expect(existsSync(join(folder, 'out.pdf'))).toBe(false)
  })

  test('an upload that breaks off leaves no half file', async () => {
    const cookie = await signIn()
    const { host, port } = new URL(base)
    const path = join(folder, 'dropped', dropId, 'big.pdf')
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(
      `PUT /drop/${dropId}/big.pdf HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nContent-Length: 1000000\r\n\r\nhalf`,
    )
    while (!existsSync(path)) await wait(10)
    socket.destroy()
    while (existsSync(path)) await wait(10)
  })
})

test('a port that is taken is said in a sentence', async () => {
  const port = Number(new URL(base).port)
  const app = {
    ...noPrograms,
    dispatch: async () => ({ ok: true as const, value: null }),
    listen: () => () => {},
    pageImage: async () => null,
    droppedDir: folder,
  }
  await expect(serve({ app, rendererDir: folder, port })).rejects.toMatchObject({
    code: 'port_taken',
    message: `Port ${port} is used by another program. Choose another one with --port.`,
  })
})

test('a second program always finds a link that still works', async () => {
  const kept: string[] = []
  const app = {
    ...noPrograms,
    droppedDir: folder,
    dispatch: async () => ({ ok: true as const, value: null }),
    listen: () => () => {},
    pageImage: async () => null,
  }
  const rendererDir = join(folder, 'renderer')
  const served = await serve({ app, rendererDir, keepLink: (link) => kept.push(link) })
  for (const uses of [1, 2, 3]) {
    expect(kept).toHaveLength(uses)
    const response = await fetch(kept.at(-1) ?? '', { redirect: 'manual' })
    expect(response.status).toBe(303)
  }
  const again = await fetch(kept[0] ?? '', { redirect: 'manual' })
  expect(again.status).toBe(401)
  await served.close()
})
