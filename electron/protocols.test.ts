import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Protocol } from 'electron'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handlePageProtocol } from './pageProtocol.ts'
import { handleRendererProtocol } from './rendererProtocol.ts'

type Handler = (request: Request) => Promise<Response>
const handlers = new Map<string, Handler>()
const protocol = {
  handle: (scheme: string, handler: Handler) => handlers.set(scheme, handler),
} as unknown as Protocol

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheaf-protocol-'))
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'renderer', 'index.html'), '<title>Sheaf</title>')
  writeFileSync(join(folder, 'renderer', 'assets', 'index-4f.js'), 'export {}')
  writeFileSync(join(folder, 'secret.html'), 'secret')
  handleRendererProtocol(protocol, join(folder, 'renderer'))
  handlePageProtocol(protocol, async (imageId) =>
    imageId === 'a/1' ? { bytes: Buffer.from('picture'), type: 'image/webp' } : null,
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Electron hands over the address as the page asked for it; Request knows http alone. */
async function ask(scheme: string, url: string): Promise<Response> {
  const answer = await handlers.get(scheme)?.({ url } as Request)
  if (answer === undefined) throw new Error(`nothing answers ${scheme}:`)
  return answer
}

describe('the built pages', () => {
  test('the page comes with a policy that fetches nothing and shows pages’ pictures', async () => {
    const answer = await ask('sheaf', 'sheaf://app/')
    expect(await answer.text()).toContain('Sheaf')
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'none'")
    expect(policy).toContain('sheaf-page:')
  })

  test('its scripts come with it', async () => {
    const answer = await ask('sheaf', 'sheaf://app/assets/index-4f.js')
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  test.each([
    'sheaf://app/../secret.html',
    'sheaf://app/%2e%2e/secret.html',
    'sheaf://app/..%2fsecret.html',
    'sheaf://app/assets/nothing.js',
    'sheaf://elsewhere/index.html',
  ])('%s leads nowhere', async (url) => {
    expect((await ask('sheaf', url)).status).toBe(404)
  })
})

describe('pictures of pages', () => {
  test('a picture comes by its id', async () => {
    const answer = await ask('sheaf-page', 'sheaf-page://page/a%2F1')
    expect(await answer.text()).toBe('picture')
    expect(answer.headers.get('content-type')).toBe('image/webp')
    expect(answer.headers.get('cache-control')).toContain('private')
  })

  test.each(['sheaf-page://page/b', 'sheaf-page://page/%ff', 'sheaf-page://other/a%2F1'])(
    '%s is not found',
    async (url) => {
      expect((await ask('sheaf-page', url)).status).toBe(404)
    },
  )
})
