import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { beforeEach, expect, test, vi } from 'vitest'
import { callChannel, eventChannel, ownOrigin } from './bridgeNames.ts'
import type { AppEvent } from './contract.ts'
import { connectIpc } from './ipc.ts'

type Handler = (event: IpcMainInvokeEvent, name: unknown, input: unknown) => unknown
const handlers = vi.hoisted(() => new Map<string, Handler>())
vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, handler: Handler) => handlers.set(channel, handler),
    removeHandler: (channel: string) => handlers.delete(channel),
  },
}))

const changed: AppEvent = {
  name: 'document.changed',
  payload: { batchId: 'b', itemId: 1, documentId: null },
}

let sent: unknown[][]
let contents: WebContents
let isDestroyed: boolean
let tell: (event: AppEvent) => void
let isListening: boolean
let calls: unknown[][]
let disconnect: () => void

beforeEach(() => {
  sent = []
  calls = []
  isDestroyed = false
  isListening = false
  contents = {
    isDestroyed: () => isDestroyed,
    send: (...args: unknown[]) => sent.push(args),
  } as unknown as WebContents
  disconnect = connectIpc(
    {
      dispatch: async (...args) => {
        calls.push(args)
        return { ok: true, value: 'answer' }
      },
      listen: (receive) => {
        tell = receive
        isListening = true
        return () => {
          isListening = false
        }
      },
    },
    contents,
  )
})

function call(frame: unknown, name: unknown = 'batch.list', sender: unknown = contents) {
  const event = { sender, senderFrame: frame } as IpcMainInvokeEvent
  return handlers.get(callChannel)?.(event, name, { some: 'input' })
}

test('our page’s call is dispatched and its Result comes back', async () => {
  expect(await call({ parent: null, origin: ownOrigin })).toEqual({ ok: true, value: 'answer' })
  expect(calls).toEqual([['batch.list', { some: 'input' }]])
})

test.each([
  ['another origin', { parent: null, origin: 'https://evil.example' }],
  ['a file', { parent: null, origin: 'file://' }],
  ['a frame within our page', { parent: {}, origin: ownOrigin }],
  ['a frame that is gone', null],
])('a call from %s is refused and runs nothing', async (_, frame) => {
  expect(await call(frame)).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  expect(calls).toEqual([])
})

test('a call from another window, or without a name, is refused and runs nothing', async () => {
  const frame = { parent: null, origin: ownOrigin }
  expect(await call(frame, 'batch.list', {})).toMatchObject({ ok: false })
  expect(await call(frame, { name: 'batch.list' })).toMatchObject({ ok: false })
  expect(calls).toEqual([])
})

test('events go to the page until its window is gone', () => {
  tell(changed)
  expect(sent).toEqual([[eventChannel, changed]])
  isDestroyed = true
  tell(changed)
  expect(sent).toHaveLength(1)
})

test('disconnecting gives the channel back and stops listening, so that a new window can connect', () => {
  disconnect()
  expect(handlers.size).toBe(0)
  expect(isListening).toBe(false)
})
