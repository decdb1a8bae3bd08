import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf } from './hashOf.mjs'
import { pinnedNode } from './paths.mjs'
import { runQuietly } from './runQuietly.mjs'
import { SetupError } from './SetupError.mjs'
import { say } from './say.mjs'
import { readStamp, writeStamp } from './stamp.mjs'

/** @typedef {{ name: string, folders: string[], result: string[], sources: string[] }} Target */

/** @type {Target} */
const face = {
  name: 'renderer',
  folders: ['renderer'],
  result: ['renderer', 'index.html'],
  sources: [
    'renderer',
    'electron/contract.ts',
    'electron/preflightView.ts',
    'electron/views.ts',
    'workers/errors.ts',
    'workers/model.ts',
    'workers/template.ts',
    'vite.config.ts',
    'tsconfig.renderer.json',
    'package-lock.json',
  ],
}

/** @type {Target} */
const shell = {
  name: 'electron',
  folders: ['main', 'preload'],
  result: ['main', 'main.js'],
  sources: ['electron', 'workers', 'electron.vite.config.ts', 'package.json', 'package-lock.json'],
}

/** The pages, for any host: out/renderer. */
export const rendererBuild = buildStep('the pages', [face], (root, outDir) => [
  join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
  'build',
  '--outDir',
  join(outDir, 'renderer'),
])

/** Everything that Electron starts from: out/main (with the pool thread), out/preload, out/renderer. */
export const electronBuild = buildStep('the desktop app', [face, shell], (root, outDir) => [
  join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
  'build',
  '--outDir',
  outDir,
])

/**
 * Builds beside `out` and moves each folder into place: a running host never serves half a build,
 * and a failed build leaves the last good one alone.
 * @param {string} what
 * @param {Target[]} targets
 * @param {(root: string, outDir: string) => string[]} argsOf
 */
function buildStep(what, targets, argsOf) {
  return {
    /** @param {string} root */
    isFresh(root) {
      return targets.every(
        (target) =>
          existsSync(join(root, 'out', ...target.result)) &&
          readStamp(stampOf(root, target)) === hashOf(root, target.sources),
      )
    },

    /** @param {string} root */
    async run(root) {
      say(`Building ${what}…`)
      const hashes = targets.map((target) => hashOf(root, target.sources))
      const beside = join(root, 'out', '.new')
      rmSync(beside, { recursive: true, force: true })
      const args = [...argsOf(root, beside), '--logLevel', 'warn']
      const { status, output } = await runQuietly(pinnedNode(root), args, { cwd: root })
      if (status !== 0)
        throw new SetupError(`Building ${what} failed. What the builder said:`, output)
      for (const [index, target] of targets.entries()) {
        for (const folder of target.folders) replaceFolder(join(root, 'out'), beside, folder)
        writeStamp(stampOf(root, target), hashes[index] ?? '')
      }
      rmSync(beside, { recursive: true, force: true })
    },
  }
}

const stampOf = (/** @type {string} */ root, /** @type {Target} */ target) =>
  join(root, 'out', `.${target.name}-hash`)

/**
 * @param {string} out
 * @param {string} beside
 * @param {string} folder
 */
function replaceFolder(out, beside, folder) {
  rmSync(join(out, folder), { recursive: true, force: true })
  renameSync(join(beside, folder), join(out, folder))
}
