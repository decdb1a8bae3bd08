import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { browserArgs } from './browserArgs.ts'
import { defaultDataDir } from './dataDir.ts'
import { findBrowser } from './findBrowser.ts'
import { hasDisplay } from './hasDisplay.ts'
import { loopbackHost, revealCommand } from './loopbackHost.ts'

afterEach(() => vi.unstubAllEnvs())

describe('the browser', () => {
  const only = (path: string) => (asked: string) => asked === path

  test('the one that is named is taken, or none', () => {
    const env = { CHROME_PATH: '/opt/chrome', PATH: '/usr/bin' }
    expect(findBrowser({ env, platform: 'linux', exists: only('/opt/chrome') })).toBe('/opt/chrome')
    expect(findBrowser({ env, platform: 'linux', exists: only('/usr/bin/chromium') })).toBeNull()
  })

  test.each([
    ['linux', '/usr/bin/chromium'],
    ['linux', '/home/me/bin/google-chrome'],
    ['darwin', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  ] as const)('on %s it is found at %s', (platform, path) => {
    const env = { PATH: '/home/me/bin:/bin', HOME: '/home/me' }
    expect(findBrowser({ env, platform, exists: only(path) })).toBe(path)
  })

  test('on Windows it is found in the folders that Windows names', () => {
    const env = { PROGRAMFILES: '/programs' }
    const found = findBrowser({ env, platform: 'win32', exists: (path) => path.includes('msedge') })
    expect(found).toMatch(/^.programs.*msedge\.exe$/)
  })

  test('it gives up its sandbox for root alone, and fetches nothing for anyone', () => {
    expect(browserArgs(true)).toContain('--no-sandbox')
    expect(browserArgs(false)).not.toContain('--no-sandbox')
    expect(browserArgs(false)).toContain('--disable-background-networking')
  })
})

test('a Linux without a display shows nothing', () => {
  expect(hasDisplay('linux', {})).toBe(false)
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  expect(hasDisplay('darwin', {})).toBe(true)
})

test.each([
  ['linux', {}, '/home/me/.local/share/sheaf'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/sheaf'],
  ['darwin', {}, '/home/me/Library/Application Support/Sheaf'],
  ['darwin', { SHEAF_DATA_DIR: '/mine' }, '/mine'],
] as const)('the data folder on %s with %j is %s', (platform, env, path) => {
  expect(defaultDataDir({ platform, env, home: '/home/me' })).toBe(path)
})

describe('showing a file', () => {
  test('each system has its own way', () => {
    expect(revealCommand('darwin', '/a/b.xlsx')).toEqual(['open', '-R', '/a/b.xlsx'])
    expect(revealCommand('win32', 'C:\\b.xlsx')).toEqual(['explorer.exe', '/select,C:\\b.xlsx'])
    expect(revealCommand('linux', '/a/b.xlsx')).toEqual(['xdg-open', '/a'])
  })

  test('without a display, a file, or a file manager the answer is no', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sheaf-reveal-'))
    const file = join(folder, 'b.xlsx')
    writeFileSync(file, '')
    vi.stubEnv('DISPLAY', '')
    vi.stubEnv('WAYLAND_DISPLAY', '')
    vi.stubEnv('PATH', folder)
    expect(await loopbackHost.reveal(file)).toBe(process.platform !== 'linux')
    vi.stubEnv('DISPLAY', ':0')
    expect(await loopbackHost.reveal(join(folder, 'gone.xlsx'))).toBe(false)
    expect(await loopbackHost.reveal('--help')).toBe(false)
    expect(await loopbackHost.reveal(file)).toBe(process.platform !== 'linux')
    rmSync(folder, { recursive: true })
  })

  test('there are no dialogs on loopback', async () => {
    expect(loopbackHost.dialogs).toBe(false)
    expect(await loopbackHost.chooseFolder()).toBeNull()
    expect(await loopbackHost.chooseFiles()).toBeNull()
    expect(await loopbackHost.chooseSavePath('a.xlsx', 'xlsx')).toBeNull()
  })
})
