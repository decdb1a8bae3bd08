import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { electronRuntime } from './setup/electronRuntime.mjs'
import { readStamp } from './setup/stamp.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheaf-start-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('a program that is handed over to', () => {
  /** Runs `script` as the program behind a bootstrap, as npm start runs the command line. */
  function commandFor(script: string) {
    const handOver = pathToFileURL(join(import.meta.dirname, 'setup', 'handOver.mjs')).href
    const source = `import { handOver } from ${JSON.stringify(handOver)}
      process.exitCode = await handOver(process.execPath, ['-e', ${JSON.stringify(script)}])`
    return { command: process.execPath, args: ['--input-type=module', '-e', source] }
  }

  function bootstrap(script: string) {
    const { command, args } = commandFor(script)
    const child = spawn(command, args)
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    const started = new Promise((resolve) => child.stdout.once('data', resolve))
    return { child, ended, started, output: () => output }
  }

  test('its output and its exit status come through, and so does its input', async () => {
    const { child, ended, output } = bootstrap(
      `process.stdin.on('data', (chunk) => { console.log(String(chunk)); process.exit(2) })`,
    )
    child.stdin.write('hello')
    expect(await ended).toBe(2)
    expect(output().trim()).toBe('hello')
  })

  test('it is interrupted once, though npm sends the signal twice', async () => {
    const { child, ended, started, output } = bootstrap(
      `let count = 0
       process.on('SIGINT', () => { count++; setTimeout(() => { console.log('interrupts ' + count); process.exit(130) }, 300) })
       console.log('ready'); setInterval(() => {}, 1000)`,
    )
    await started
    child.kill('SIGINT')
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(output()).toContain('interrupts 1')
  })

  test.runIf(process.platform !== 'win32')(
    'it ends when npm is ended, which only tells its shell',
    async () => {
      const { pid, ended } = await new Promise<{ pid: number; ended: Promise<void> }>((resolve) => {
        const { command, args } = commandFor(
          `process.on('SIGTERM', () => { console.log('ended'); process.exit(0) })
         console.log('ready ' + process.pid); setInterval(() => {}, 1000)`,
        )
        const quoted = [command, ...args].map((part) => `'${part.replaceAll("'", `'\\''`)}'`)
        // The colon keeps the shell from becoming the program itself.
        const shell = spawn('/bin/sh', ['-c', `${quoted.join(' ')}; :`], {
          env: { ...process.env, npm_lifecycle_event: 'start' },
        })
        let output = ''
        let tellEnd = () => {}
        const ended = new Promise<void>((done) => {
          tellEnd = done
        })
        shell.stdout.on('data', (chunk) => {
          output += chunk
          const [, pid] = /ready (\d+)/.exec(output) ?? []
          if (pid !== undefined && !output.includes('ended')) {
            shell.kill('SIGKILL')
            resolve({ pid: Number(pid), ended })
          }
          if (output.includes('ended')) tellEnd()
        })
      })
      await ended
      await expect.poll(() => isAlive(pid)).toBe(false)
    },
  )

  test('its end by a signal is told as shells tell it', async () => {
    const { child, ended, started } = bootstrap(`console.log('ready'); setInterval(() => {}, 1000)`)
    await started
    child.kill('SIGTERM')
    expect(await ended).toBe(128 + 15)
  })
})

describe('Electron’s runtime', () => {
  const electronDir = () => join(folder, 'node_modules', 'electron')
  const attempt = () => readStamp(join(folder, 'node_modules', '.sheaf-electron-attempt'))

  /** An installer in the place of Electron's, run by a Node in the place of the pinned one. */
  function installer(script: string): void {
    mkdirSync(electronDir(), { recursive: true })
    writeFileSync(join(electronDir(), 'install.js'), script)
    const bin = join(folder, 'node_modules', 'node', 'bin')
    mkdirSync(bin, { recursive: true })
    writeFileSync(join(bin, 'node'), `#!/bin/sh\nexec '${process.execPath}' "$@"\n`, {
      mode: 0o755,
    })
  }
  const installs = `const fs = require('node:fs')
    fs.mkdirSync(__dirname + '/dist', { recursive: true })
    fs.writeFileSync(__dirname + '/dist/electron', '')
    fs.writeFileSync(__dirname + '/path.txt', 'electron')`

  test('it is fetched when it is not there, and then found', async () => {
    installer(installs)
    const program = join(electronDir(), 'dist', 'electron')
    expect(await electronRuntime(folder, { DISPLAY: ':0' })).toBe(program)
    installer('process.exit(1)')
    expect(await electronRuntime(folder, { DISPLAY: ':0', CI: 'true' })).toBe(program)
  })

  test('a failed attempt is not made again on the same day', async () => {
    installer('process.exit(1)')
    expect(await electronRuntime(folder, { DISPLAY: ':0' })).toBeNull()
    installer(installs)
    expect(await electronRuntime(folder, { DISPLAY: ':0' })).toBeNull()
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000).toISOString()
    writeFileSync(join(folder, 'node_modules', '.sheaf-electron-attempt'), yesterday)
    expect(await electronRuntime(folder, { DISPLAY: ':0' })).not.toBeNull()
  })

  test.each([
    ['in CI', { CI: 'true', DISPLAY: ':0' }],
    ['when it is switched off', { SHEAF_ELECTRON: 'off', DISPLAY: ':0' }],
  ])('it is not fetched %s', async (_, env) => {
    installer(installs)
    expect(await electronRuntime(folder, env)).toBeNull()
    expect(attempt()).toBeNull()
  })

  test.runIf(process.platform === 'linux')('without a display nothing is fetched', async () => {
    installer(installs)
    expect(await electronRuntime(folder, {})).toBeNull()
    expect(attempt()).toBeNull()
  })
})
