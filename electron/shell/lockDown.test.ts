import { EventEmitter } from 'node:events'
import type { App, Session, WebContents } from 'electron'
import { describe, expect, test } from 'vitest'
import { lockDownContents, lockDownProcess, lockDownSession } from './lockDown.ts'

/** Records what each setter of a session was given. */
function lockedSession() {
  const given = new Map<string, (...args: never[]) => unknown>()
  let spellChecker = true
  const session = Object.assign(new EventEmitter(), {
    webRequest: { onBeforeRequest: (f: () => void) => given.set('request', f) },
    setPermissionRequestHandler: (f: () => void) => given.set('permission', f),
    setPermissionCheckHandler: (f: () => void) => given.set('check', f),
    setDevicePermissionHandler: (f: () => void) => given.set('device', f),
    setSpellCheckerEnabled: (isOn: boolean) => {
      spellChecker = isOn
    },
  })
  lockDownSession(session as unknown as Session)
  const ask = (name: string, ...args: unknown[]) =>
    (given.get(name) as ((...args: unknown[]) => unknown) | undefined)?.(...args)
  return { session, ask, spellChecker: () => spellChecker }
}

function lockedContents() {
  let openWindow: (details: unknown) => unknown = () => undefined
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: (details: unknown) => unknown) => {
      openWindow = handler
    },
  })
  lockDownContents(contents as unknown as WebContents)
  const isRefused = (name: string, details: object) => {
    let refused = false
    contents.emit(name, { ...details, preventDefault: () => (refused = true) })
    return refused
  }
  return { openWindow, isRefused }
}

describe('the session', () => {
  test.each([
    ['https://example.com/', true],
    ['http://127.0.0.1:8080/', true],
    ['ws://example.com/', true],
    ['file:///etc/passwd', true],
    ['sheaf://app/', false],
    ['sheaf-page://page/a', false],
    ['blob:sheaf://app/1', false],
    ['data:image/png;base64,', false],
  ])('a request for %s is cancelled: %s', (url, cancel) => {
    const answers: unknown[] = []
    lockedSession().ask('request', { url }, (answer: unknown) => answers.push(answer))
    expect(answers).toEqual([{ cancel }])
  })

  test('every permission is refused, asked for or looked up', () => {
    const { ask } = lockedSession()
    const answers: unknown[] = []
    ask('permission', {}, 'media', (answer: unknown) => answers.push(answer))
    expect(answers).toEqual([false])
    expect(ask('check', {}, 'geolocation')).toBe(false)
    expect(ask('device', {})).toBe(false)
  })

  test('nothing is downloaded, no dictionary either', () => {
    const { session, spellChecker } = lockedSession()
    let refused = false
    session.emit('will-download', { preventDefault: () => (refused = true) })
    expect(refused).toBe(true)
    expect(spellChecker()).toBe(false)
  })
})

describe('a page', () => {
  test('it opens no second window', () => {
    expect(lockedContents().openWindow({ url: 'https://example.com' })).toEqual({ action: 'deny' })
  })

  test('it goes nowhere; only a reload is let pass', () => {
    const { isRefused } = lockedContents()
    expect(
      isRefused('will-frame-navigate', { url: 'https://example.com/', isMainFrame: true }),
    ).toBe(true)
    expect(isRefused('will-frame-navigate', { url: 'file:///a.pdf', isMainFrame: true })).toBe(true)
    expect(isRefused('will-frame-navigate', { url: 'sheaf://app/', isMainFrame: false })).toBe(true)
    expect(isRefused('will-frame-navigate', { url: 'sheaf://app/', isMainFrame: true })).toBe(false)
    expect(isRefused('will-redirect', { url: 'sheaf://app/' })).toBe(true)
    expect(isRefused('will-attach-webview', {})).toBe(true)
  })
})

test('no name is looked up, and every page that is made is locked down', () => {
  const switches = new Map<string, string | undefined>()
  const app = Object.assign(new EventEmitter(), {
    commandLine: {
      appendSwitch: (name: string, value?: string) => switches.set(name, value),
    },
  })
  lockDownProcess(app as unknown as App)
  expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
  let isLocked = false
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: () => {
      isLocked = true
    },
  })
  app.emit('web-contents-created', {}, contents)
  expect(isLocked).toBe(true)
})
