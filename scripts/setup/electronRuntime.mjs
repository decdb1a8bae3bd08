import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedNode } from './paths.mjs'
import { runQuietly } from './runQuietly.mjs'
import { say } from './say.mjs'
import { readStamp, writeStamp } from './stamp.mjs'

/**
 * The Electron program to start, or null where Sheaf opens in a browser instead. Its runtime is not
 * an npm package: it is fetched at most once a day, for 20 seconds at most, and never in CI.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function electronRuntime(root, env = process.env) {
  if (env.SHEAF_ELECTRON === 'off' || !hasDisplay(env)) return null
  const installed = installedElectron(root)
  if (installed !== null || env.CI !== undefined || !isDue(root)) return installed
  writeStamp(attemptOf(root), new Date().toISOString())
  await runQuietly(pinnedNode(root), [join(electronDir(root), 'install.js')], {
    cwd: root,
    seconds: 20,
  })
  const fetched = installedElectron(root)
  if (fetched === null)
    say(
      'Electron’s runtime is not here and could not be fetched, so Sheaf opens in a browser window.',
    )
  return fetched
}

const electronDir = (/** @type {string} */ root) => join(root, 'node_modules', 'electron')
const attemptOf = (/** @type {string} */ root) =>
  join(root, 'node_modules', '.sheaf-electron-attempt')

/**
 * Electron writes path.txt last, when everything is unpacked.
 * @param {string} root
 */
function installedElectron(root) {
  try {
    const program = readFileSync(join(electronDir(root), 'path.txt'), 'utf8').trim()
    const path = join(electronDir(root), 'dist', program)
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/** @param {string} root */
function isDue(root) {
  const last = Date.parse(readStamp(attemptOf(root)) ?? '')
  return Number.isNaN(last) || Date.now() - last > 24 * 60 * 60 * 1000
}

/** @param {NodeJS.ProcessEnv} env */
function hasDisplay(env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}
