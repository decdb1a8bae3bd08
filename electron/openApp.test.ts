import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AppEvent } from './contract.ts'
import { type OpenedApp, openApp } from './openApp.ts'
import type { BatchSummary } from './views.ts'

const batch = { id: 'b', name: 'May', percent: 10, lifecycle: 'running' } as BatchSummary

let folder: string
let said: string[]
let batches: BatchSummary[]
let tell: Set<(event: AppEvent) => void>
let app: OpenedApp
let delivered: PromiseWithResolvers<void>
let end: AbortController

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheaf-open-'))
  mkdirSync(join(folder, 'renderer'))
  writeFileSync(join(folder, 'renderer', 'index.html'), '<title>Sheaf</title>')
  said = []
  batches = []
  tell = new Set()
  end = new AbortController()
  delivered = Promise.withResolvers()
  delivered.resolve()
  app = {
    droppedDir: join(folder, 'dropped'),
    dispatch: async () => ({ ok: true, value: batches }),
    listen: (receive) => {
      tell.add(receive)
      return () => tell.delete(receive)
    },
    pageImage: async () => null,
    delivered: () => delivered.promise,
  }
})
afterEach(() => {
  end.abort()
  rmSync(folder, { recursive: true })
})

/** A program in the browser's place: opens its link, listens as the page does, and ends. */
function browser(script: string): string {
  const file = join(folder, 'browser')
  writeFileSync(
    file,
    `#!${process.execPath}
const arg = (name) => process.argv.find((each) => each.startsWith(name))?.slice(name.length)
require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'args'))}, process.argv.slice(2).join('\\n'))
async function look(milliseconds) {
  const link = arg('--app=')
  const { headers } = await fetch(link, { redirect: 'manual' })
  const cookie = headers.get('set-cookie').split(';')[0]
  await fetch(new URL('/events', link), { headers: { cookie } })
  setTimeout(() => process.exit(0), milliseconds)
}
${script}`,
  )
  chmodSync(file, 0o755)
  return file
}

function open(program: string | null) {
  const files = { app, rendererDir: join(folder, 'renderer'), dataDir: folder }
  const say = (sentence: string) => said.push(sentence)
  const state = { isOver: false }
  openApp(files, { browser: program, say, secondsAlone: 0.3, end: end.signal }).then(() => {
    state.isOver = true
  })
  return state
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await wait(20)
}

test('the app opens in a window of its own, with a profile in the data folder, and ends with it', async () => {
  const state = open(browser('look(500)'))
  await until(() => state.isOver)
  const args = readFileSync(join(folder, 'args'), 'utf8').split('\n')
  expect(args[0]).toMatch(/^--app=http:\/\/127\.0\.0\.1:\d+\/\?token=/)
  expect(args).toContain(`--user-data-dir=${join(folder, 'browser')}`)
  expect(args).toContain('--disable-background-networking')
  expect(said).toEqual([])
  expect(tell.size).toBe(0)
})

test('work goes on without the window, and its end ends the program', async () => {
  batches = [batch]
  const state = open(browser('look(300)'))
  await until(() => said.length > 0)
  expect(said[0]).toMatch(/^The window is closed; Sheaf goes on reading.* http:\/\/127\.0\.0\.1:/)
  await wait(800)
  expect(state.isOver).toBe(false)
  for (const receive of tell)
    receive({ name: 'batch.changed', payload: { ...batch, lifecycle: 'finished' } })
  await until(() => state.isOver)
})

test('what happens after the work is waited for, unless the process is asked to end', async () => {
  for (const isAskedToEnd of [false, true]) {
    delivered = Promise.withResolvers()
    const state = open(browser('look(300)'))
    await until(() => tell.size > 0)
    await wait(1500)
    expect(state.isOver).toBe(false)
    if (isAskedToEnd) end.abort()
    else delivered.resolve()
    await until(() => state.isOver)
  }
})

test('a browser that cannot start leaves a link that works', async () => {
  const state = open(browser('process.exit(1)'))
  await until(() => said.length > 0)
  const link = /http:\S+/.exec(said[0] ?? '')?.[0] ?? ''
  expect((await fetch(link, { redirect: 'manual' })).status).toBe(303)
  expect(state.isOver).toBe(false)
})

test('without a browser there is a link, and the app is served until it is ended', async () => {
  const state = open(null)
  await until(() => said.length > 0)
  expect(said[0]).toMatch(
    /^Sheaf is ready\. Open http:\/\/127\.0\.0\.1:\d+\/\?token=\S+ in a browser/,
  )
  await wait(500)
  expect(state.isOver).toBe(false)
  end.abort()
  await until(() => state.isOver)
})

test('a request to end closes the window, while nothing more is served', async () => {
  const state = open(browser('look(60_000)'))
  await until(() => tell.size > 0)
  const args = join(folder, 'args')
  await until(() => existsSync(args))
  const link = new URL(readFileSync(args, 'utf8').split('\n')[0]?.slice('--app='.length) ?? '')
  end.abort()
  await until(() => state.isOver)
  await expect(fetch(link.origin)).rejects.toThrow()
})
