import { spawn } from 'node:child_process'

/**
 * Runs a program without showing its output, and gives its status and all that it said.
 * A time limit ends it with SIGKILL, and its status is then null.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, seconds?: number }} options
 * @returns {Promise<{ status: number | null, output: string }>}
 */
export function runQuietly(program, args, { cwd, env = process.env, seconds }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      // What it says may be shown later, on a terminal or in a log.
      env: { ...env, NO_COLOR: '1', FORCE_COLOR: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const timer =
      seconds === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
    let output = ''
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve({ status: null, output: error.message })
    })
    child.on('close', (status) => {
      clearTimeout(timer)
      resolve({ status, output: output.trim() })
    })
  })
}
