import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { beforeEach, expect, test, vi } from 'vitest'
import type { BatchSummary } from '../views.ts'
import { createLifecycle, type Lifecycle } from './lifecycle.ts'

const electron = vi.hoisted(() => ({ quits: 0, questions: [] as string[], answer: 0 }))
vi.mock('electron', () => ({
  app: {
    quit: () => {
      electron.quits++
    },
  },
  dialog: {
    showMessageBoxSync: (...args: { detail: string }[]) => {
      electron.questions.push(args.at(-1)?.detail ?? '')
      return electron.answer
    },
  },
}))

const batch = { id: 'b', name: 'May', percent: 41.9, lifecycle: 'running' } as BatchSummary

class Window extends EventEmitter {
  progress = -1
  isMinimized = () => false
  show = () => {}
  focus = () => {}
  setProgressBar = (part: number) => {
    this.progress = part
  }
}

let windows: Window[]
let trayWords: string[]
let trays: number
let running: readonly BatchSummary[]
let lifecycle: Lifecycle
let delivered: PromiseWithResolvers<void>

beforeEach(() => {
  Object.assign(electron, { quits: 0, questions: [], answer: 0 })
  windows = []
  trays = 0
  trayWords = []
  running = []
  delivered = Promise.withResolvers()
  lifecycle = createLifecycle({
    openWindow: () => {
      windows.push(new Window())
      return windows.at(-1) as unknown as BrowserWindow
    },
    showTray: () => {
      trays++
      return {
        update: (batches) => trayWords.push(batches.map((each) => each.name).join()),
        remove: () => {
          trays--
        },
      }
    },
    runningNow: () => running,
    delivered: () => delivered.promise,
  })
  lifecycle.open()
})

function work(batches: readonly BatchSummary[]): void {
  running = batches
  lifecycle.workChanged(batches)
}

function requestQuit(): boolean {
  let isPrevented = false
  lifecycle.quitRequested({
    preventDefault: () => {
      isPrevented = true
    },
  })
  return isPrevented
}

test('without work, closing the window ends the program', () => {
  windows[0]?.emit('closed')
  expect(electron.quits).toBe(1)
  expect(trays).toBe(0)
})

test('with work, closing the window leaves the tray; the end of the work and of what follows ends the program', async () => {
  work([batch])
  windows[0]?.emit('closed')
  expect(electron.quits).toBe(0)
  expect(trays).toBe(1)
  expect(trayWords).toEqual(['May'])
  work([])
  expect(electron.quits).toBe(0)
  delivered.resolve()
  await vi.waitFor(() => expect(electron.quits).toBe(1))
})

test('a window that is opened while hooks are still told keeps the program', async () => {
  work([batch])
  windows[0]?.emit('closed')
  work([])
  lifecycle.open()
  delivered.resolve()
  await new Promise((resolve) => setImmediate(resolve))
  expect(electron.quits).toBe(0)
})

test('the end of the work with an open window ends nothing', () => {
  work([batch])
  expect(windows[0]?.progress).toBeCloseTo(0.419)
  work([])
  expect(windows[0]?.progress).toBe(-1)
  expect(electron.quits).toBe(0)
})

test('coming back from the tray opens a new window and takes the tray away', () => {
  work([batch])
  windows[0]?.emit('closed')
  lifecycle.open()
  expect(windows).toHaveLength(2)
  expect(lifecycle.windowNow()).toBe(windows[1])
  expect(trays).toBe(0)
})

test('a second start shows the window that is there', () => {
  lifecycle.open()
  expect(windows).toHaveLength(1)
})

test('quitting without work asks nothing', () => {
  expect(requestQuit()).toBe(false)
  expect(electron.questions).toEqual([])
})

test('quitting in the middle asks, says how far it is, and “Go On Reading” goes on', () => {
  work([batch])
  expect(requestQuit()).toBe(true)
  expect(electron.questions[0]).toContain('May: 41 %')
  expect(electron.quits).toBe(0)
})

test('“Quit” quits, and does not ask or go to the tray again on the way out', () => {
  work([batch])
  electron.answer = 1
  expect(requestQuit()).toBe(true)
  expect(electron.quits).toBe(1)
  expect(requestQuit()).toBe(false)
  windows[0]?.emit('closed')
  expect(trays).toBe(0)
  expect(electron.questions).toHaveLength(1)
})
