import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from '../../electron/findBrowser.ts'

/**
 * A browser for the end-to-end tests: the one that is installed, else, where we are allowed to
 * install one (root on Debian or Ubuntu), Debian's own; else null, with a sentence what to do.
 */
export function ensureBrowser(): string | null {
  const installed = findBrowser()
  if (installed !== null) return installed
  if (mayInstall()) {
    process.stderr.write('Installing Debian’s Chromium for the end-to-end tests…\n')
    apt('update')
    apt('install', '--yes', '--no-install-recommends', 'chromium')
  }
  const browser = findBrowser()
  if (browser === null)
    process.stderr.write(
      'The end-to-end tests need a browser: install Chromium, Chrome or Edge, or name one in CHROME_PATH, and run npm test again.\n',
    )
  return browser
}

function mayInstall(): boolean {
  const isNamed = Boolean(process.env.CHROME_PATH)
  return !isNamed && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** Its output goes to stderr: stdout is for the results. */
function apt(...args: readonly string[]): void {
  spawnSync('apt-get', args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
