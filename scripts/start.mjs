import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { electronRuntime } from './setup/electronRuntime.mjs'
import { handOver } from './setup/handOver.mjs'
import { pinnedNode } from './setup/paths.mjs'
import { SetupError } from './setup/SetupError.mjs'
import { say } from './setup/say.mjs'
import { setup } from './setup.mjs'

/** `npm start [-- command …]`: makes the checkout ready, then opens the app or runs the command. */
const root = dirname(dirname(fileURLToPath(import.meta.url)))

try {
  process.exitCode = await start(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  say(error.message)
  if (error.output !== '') say(error.output)
  process.exitCode = 3
}

/** @param {string[]} args */
async function start(args) {
  const opensApp = args[0] === undefined || (args[0].startsWith('-') && !isQuestion(args[0]))
  await setup(root, { renderer: opensApp || args[0] === 'serve' })
  if (opensApp) {
    const status = await startElectron(args)
    if (status !== null) return status
  }
  return handOver(pinnedNode(root), [join(root, 'electron', 'cli.ts'), ...args])
}

/** @param {string} arg */
function isQuestion(arg) {
  return ['-h', '--help', '-V', '-v', '--version'].includes(arg)
}

/**
 * null where there is no Electron, or where it cannot start on this machine (a system library is
 * missing, a sandbox is forbidden): the app itself ends with 0 or 3.
 * @param {string[]} args
 */
async function startElectron(args) {
  const electron = await electronRuntime(root)
  if (electron === null) return null
  await setup(root, { electron: true })
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const started = Date.now()
  const status = await handOver(electron, [...(asRoot ? ['--no-sandbox'] : []), root, ...args])
  const couldNotStart = status !== 0 && status !== 3 && Date.now() - started < 10_000
  if (!couldNotStart) return status
  say('Electron could not start on this computer, so Sheaf opens in a browser window.')
  return null
}
