import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readWindowState, writeWindowState } from './windowState.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }
const state = { x: 100, y: 50, width: 1280, height: 840, isMaximized: false }
let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheaf-window-'))
  file = join(folder, 'data', 'window.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the window comes back where it stood', () => {
  writeWindowState(file, state)
  expect(readWindowState(file, [screen])).toEqual(state)
})

test('a place on a screen that is gone is forgotten', () => {
  writeWindowState(file, { ...state, x: 2500 })
  expect(readWindowState(file, [screen])).toBeNull()
  expect(readWindowState(file, [screen, { ...screen, x: 1920 }])).not.toBeNull()
})

test('a window whose title bar is off the screen could not be moved back', () => {
  writeWindowState(file, { ...state, y: 1070 })
  expect(readWindowState(file, [screen])).toBeNull()
})

test.each(['', '{"x":1}', '{"x":0,"y":0,"width":10,"height":10,"isMaximized":false}'])(
  'a file that holds %j is as good as none',
  (content) => {
    writeWindowState(file, state)
    writeFileSync(file, content)
    expect(readWindowState(file, [screen])).toBeNull()
  },
)

test('a place that cannot be kept stops nothing', () => {
  writeFileSync(join(folder, 'data'), 'a file where the folder should be')
  expect(() => writeWindowState(file, state)).not.toThrow()
})
