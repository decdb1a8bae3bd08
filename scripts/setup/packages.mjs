import { existsSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { hashOf } from './hashOf.mjs'
import { pinnedNode } from './paths.mjs'
import { runQuietly } from './runQuietly.mjs'
import { SetupError } from './SetupError.mjs'
import { say } from './say.mjs'
import { readStamp, writeStamp } from './stamp.mjs'

const lockFile = 'package-lock.json'
const stampOf = (/** @type {string} */ root) => join(root, 'node_modules', '.sheaf-lock-hash')

/** The packages of package-lock.json, installed by `npm ci`. */
export const packages = {
  /** @param {string} root */
  isFresh(root) {
    if (!existsSync(pinnedNode(root))) return false
    return readStamp(stampOf(root)) === hashOf(root, [lockFile]) || adoptInstalled(root)
  },

  /** @param {string} root */
  async run(root) {
    say('Installing packages (only the first time and after an update; about a minute)…')
    const started = Date.now()
    await npm(root, [installCommand(root), '--include=dev', '--include=optional'])
    if (!existsSync(pinnedNode(root)))
      throw new SetupError(
        'The packages are installed, but not the Node that Sheaf runs on: npm was told to skip install scripts. Run “npm config delete ignore-scripts” and try again.',
      )
    writeStamp(stampOf(root), hashOf(root, [lockFile]))
    say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`)
  },
}

/**
 * Whoever ran `npm ci` by hand need not wait for a second one: npm's own record of what is
 * installed says the same as the lock file.
 * @param {string} root
 */
function adoptInstalled(root) {
  const wanted = packagesIn(join(root, lockFile))
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  if (wanted === null || installed === null) return false
  const isInstalled = Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || entry.optional === true || installed[path]?.version === entry.version,
  )
  if (isInstalled) writeStamp(stampOf(root), hashOf(root, [lockFile]))
  return isInstalled
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean}> | null}
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

/**
 * Windows cannot delete the Node that is running this, and `ci` deletes everything first.
 * @param {string} root
 */
function installCommand(root) {
  const runsFromInside = process.execPath.startsWith(join(root, 'node_modules') + sep)
  return runsFromInside && process.platform === 'win32' ? 'install' : 'ci'
}

/**
 * @param {string} root
 * @param {string[]} command
 */
async function npm(root, command) {
  const args = [...command, '--no-audit', '--no-fund']
  const { status, output } = await runNpm(root, args)
  if (status !== 0) throw new SetupError(sentenceFor(output), firstLines(output, 15))
}

/**
 * The npm that started us, else the one on the path.
 * @param {string} root
 * @param {string[]} args
 */
function runNpm(root, args) {
  const { npm_execpath: npmCli, npm_node_execpath: npmNode } = process.env
  if (npmCli !== undefined && /\.[cm]?js$/.test(npmCli))
    return runQuietly(npmNode ?? process.execPath, [npmCli, ...args], { cwd: root })
  if (process.platform === 'win32')
    return runQuietly('cmd.exe', ['/d', '/s', '/c', ['npm', ...args].join(' ')], { cwd: root })
  return runQuietly('npm', args, { cwd: root })
}

const noAnswer = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EIDLETIMEOUT/
const noRoom = /ENOSPC/
const noRight = /EACCES|EPERM|EROFS/

/** @param {string} output */
function sentenceFor(output) {
  if (noAnswer.test(output))
    return 'Sheaf’s packages could not be fetched: the npm registry does not answer. Check the connection and run the same command again; after this once, Sheaf works offline.'
  if (noRoom.test(output))
    return 'Sheaf’s packages could not be installed: the disk is full. Free about 1.5 GB and run the same command again.'
  if (noRight.test(output))
    return 'Sheaf’s packages could not be installed: this user may not write in this folder. Change its permissions and run the same command again.'
  return 'Sheaf’s packages could not be installed. What npm said:'
}

/**
 * @param {string} text
 * @param {number} count
 */
function firstLines(text, count) {
  const lines = text.split('\n').filter((line) => !line.startsWith('npm warn'))
  return lines.slice(0, count).join('\n')
}
