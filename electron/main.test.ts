import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'better-sqlite3'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { setup } from '../scripts/setup.mjs'
import { type Result, unwrap } from '../workers/errors.ts'
import { callChannel, eventChannel, ownPage, pageOrigin } from './bridgeNames.ts'
import type { AppEvent } from './contract.ts'
import { isAlive } from './testing/isAlive.ts'
import type { BatchSummary, DocumentRow, DocumentView } from './views.ts'

// The process that reads gives way to every other one of a busy machine.
vi.setConfig({ testTimeout: 180_000 })

/**
 * The built app as Electron would start it: bundles, pool process and resources where they lie after
 * a build, on a stand-in for Electron itself.
 */
const root = dirname(import.meta.dirname)

type Message = { readonly kind: string; readonly [key: string]: unknown }

let dataDir: string
let child: ChildProcess
let messages: Message[]
let ended: Promise<number | null>

beforeAll(() => setup(root, { electron: true }), 180_000)
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sheaf-main-'))
})
afterEach(async () => {
  child.kill('SIGKILL')
  await ended
  rmSync(dataDir, { recursive: true })
})

function start(): void {
  messages = []
  const standIn = pathToFileURL(join(import.meta.dirname, 'testing', 'useStandIn.ts')).href
  child = fork(join(root, 'out', 'main', 'main.js'), ['--data-dir', dataDir], {
    execArgv: ['--import', standIn],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  child.on('message', (message: Message) => messages.push(message))
  ended = new Promise((resolve) => child.on('close', resolve))
}

async function seen(kind: string, fits: (message: Message) => boolean = () => true) {
  for (;;) {
    const message = messages.find((each) => each.kind === kind && fits(each))
    if (message !== undefined) return message
    if (child.exitCode !== null)
      throw new Error(`the app ended (${child.exitCode}) before: ${kind}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

let lastId = 0
async function ask(what: object): Promise<unknown> {
  const id = ++lastId
  child.send({ id, ...what })
  return (await seen('answer', (message) => message.id === id)).value
}

const call = (name: string, input: unknown) => ask({ call: [callChannel, name, input] })

test('the window opens our page, with nothing of Node in it', async () => {
  start()
  expect((await seen('opened')).webPreferences).toMatchObject({
    preload: join(root, 'out', 'preload', 'preload.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
  })
  expect((await seen('loaded')).url).toBe(ownPage)
  expect(await ask({ fetch: ownPage })).toMatchObject({ status: 200, type: /^text\/html/ })
})

test('a text PDF and a photo go all the way through the built pool thread, and the app ends with its window', async () => {
  const samples = join(root, 'resources', 'samples')
  const paths = ['invoice-en-us-cedar-loop-studio.pdf', 'receipt-en-uk-copper-kettle.png'].map(
    (name) => join(samples, name),
  )
  start()
  await seen('loaded')
  const created = (await call('batch.create', { paths })) as Result<BatchSummary>
  const { id: batchId } = unwrap(created)
  await seen('sent', ({ channel, payload }) => {
    const event = payload as AppEvent
    return (
      channel === eventChannel &&
      event.name === 'batch.changed' &&
      event.payload.lifecycle === 'finished'
    )
  })
  expect(await seen('notice')).toMatchObject({ title: expect.stringContaining('is finished') })
  const listed = (await call('batch.documents', { batchId })) as Result<{ rows: DocumentRow[] }>
  const { rows } = unwrap(listed)
  expect(rows.map(({ type, error }) => ({ type, error }))).toEqual([
    { type: 'invoice', error: null },
    { type: 'receipt', error: null },
  ])

  const documentId = rows[0]?.documentId
  const document = unwrap((await call('document.get', { documentId })) as Result<DocumentView>)
  const picture = `${pageOrigin}/${encodeURIComponent(document.pages[0]?.imageId ?? '')}`
  expect(await ask({ fetch: picture })).toMatchObject({ status: 200, type: 'image/webp' })

  child.send({ id: 0, closeWindow: true })
  expect(await ended).toBe(0)
  const state = JSON.parse(readFileSync(join(dataDir, 'window.json'), 'utf8'))
  expect(state).toMatchObject({ width: 1280, height: 840 })
})

test('the process that reads is killed in the middle: the window stays, and so does every page', async () => {
  start()
  await seen('loaded')
  const samples = join(root, 'resources', 'samples')
  const paths = ['receipt-en-uk-copper-kettle.png', 'invoice-en-us-cedar-loop-studio.pdf'].map(
    (name) => join(samples, name),
  )
  const { id: batchId } = unwrap((await call('batch.create', { paths })) as Result<BatchSummary>)
  const first = (await seen('utility')).pid as number
  await seen('sent', ({ payload }) => ((payload as AppEvent).payload as BatchSummary).percent > 5)
  process.kill(first, 'SIGKILL')
  const last = (await seen('utility', ({ pid }) => pid !== first)).pid as number
  await seen('sent', ({ payload }) => {
    const { name, payload: batch } = payload as AppEvent
    return name === 'batch.changed' && batch.lifecycle === 'finished'
  })
  const listed = (await call('batch.documents', { batchId })) as Result<{ rows: DocumentRow[] }>
  expect(unwrap(listed).rows.map(({ type, error }) => ({ type, error }))).toEqual([
    { type: 'receipt', error: null },
    { type: 'invoice', error: null },
  ])
  child.send({ id: 0, closeWindow: true })
  expect(await ended).toBe(0)
  expect([first, last].filter(isAlive)).toEqual([])
})

test('a start that fails is a sentence in a window', async () => {
  const db = new Database(join(dataDir, 'sheaf.db'))
  db.pragma('user_version = 999')
  db.close()
  start()
  expect(await seen('errorBox')).toMatchObject({
    title: 'Sheaf cannot start',
    content: expect.stringContaining('written by a newer Sheaf (format 999'),
  })
  expect(await ended).toBe(3)
})

test('the preload script is CommonJS that needs Electron alone: the sandbox gives it nothing else', () => {
  const script = readFileSync(join(root, 'out', 'preload', 'preload.cjs'), 'utf8')
  const required = [...script.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)
  expect(new Set(required)).toEqual(new Set(['electron']))
  expect(script).not.toMatch(/^(import|export) /m)
})
