import { beforeAll, expect, test, vi } from 'vitest'
import type { AppEvent, Transport } from './contract.ts'

const { exposed, invoked, listeners } = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  listeners: new Set<(event: unknown, payload: unknown) => void>(),
}))
vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, value: unknown) => exposed.set(name, value),
  },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => {
      invoked.push(args)
      return { ok: true, value: 1 }
    },
    on: (_: string, listener: () => void) => listeners.add(listener),
    off: (_: string, listener: () => void) => listeners.delete(listener),
  },
  webUtils: {
    getPathForFile: (file: File) => (file.name === 'web.png' ? '' : `/home/${file.name}`),
  },
}))

let bridge: Transport
beforeAll(async () => {
  await import('./preload.ts')
  bridge = exposed.get('bridge') as Transport
})

const dropped = (name: string) => ({ file: new File(['x'], name), relativePath: name })

test('the page is given the bridge and nothing else', () => {
  expect([...exposed.keys()]).toEqual(['bridge'])
  expect(Object.keys(bridge).sort()).toEqual(['call', 'listen', 'pageUrl', 'pathsOf'])
})

test('a call goes down the one channel', async () => {
  expect(await bridge.call('batch.list', {})).toEqual({ ok: true, value: 1 })
  expect(invoked).toEqual([['sheaf:call', 'batch.list', {}]])
})

test('a listener hears the event alone, not Electron’s sender, until it stops', () => {
  const heard: unknown[] = []
  const event = { name: 'document.changed' } as AppEvent
  const stop = bridge.listen((...args) => heard.push(args))
  for (const listener of listeners) listener({ sender: 'ipcRenderer' }, event)
  expect(heard).toEqual([[event]])
  stop()
  expect(listeners.size).toBe(0)
})

test('a page’s picture is addressed by its id', () => {
  expect(bridge.pageUrl('a/1')).toBe('sheaf-page://page/a%2F1')
})

test('dropped files are known by their paths; what has none is named', async () => {
  const files = [dropped('a.pdf'), dropped('b.pdf')]
  expect(await bridge.pathsOf(files)).toEqual({ ok: true, value: ['/home/a.pdf', '/home/b.pdf'] })
  expect(await bridge.pathsOf([...files, dropped('web.png')])).toMatchObject({
    ok: false,
    error: { code: 'file_not_found', message: expect.stringContaining('“web.png”') },
  })
})
