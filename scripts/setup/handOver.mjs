import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a program in our place: same terminal, same signals, and its exit status as the answer.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>}
 */
export function handOver(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: 'inherit' })
    const stopForwarding = forwardSignals(child)
    const stopWatching = endWithNpm(child)
    child.on('error', (error) => {
      stopForwarding()
      stopWatching()
      reject(error)
    })
    child.on('close', (status, signal) => {
      stopForwarding()
      stopWatching()
      resolve(status ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    })
  })
}

/**
 * Ctrl-C in a terminal reaches the whole process group by itself; passed on again, the program
 * would take it for a second one (“stop at once”). Without a terminal it has to be passed on.
 * npm sends each signal once more; within a second it counts as the same.
 * @param {import('node:child_process').ChildProcess} child
 */
function forwardSignals(child) {
  const inTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
  let lastInterrupt = 0
  const listeners = {
    SIGINT() {
      if (inTerminal || Date.now() - lastInterrupt < 1000) return
      lastInterrupt = Date.now()
      child.kill('SIGINT')
    },
    SIGTERM: () => child.kill('SIGTERM'),
    SIGHUP: () => child.kill('SIGHUP'),
  }
  for (const [signal, listener] of Object.entries(listeners)) process.on(signal, listener)
  return () => {
    for (const [signal, listener] of Object.entries(listeners)) process.off(signal, listener)
  }
}

/**
 * A signal that ends npm ends the shell between npm and us, and the shell tells nobody. We see that
 * our parent is another one, and pass the request to end on.
 * @param {import('node:child_process').ChildProcess} child
 */
function endWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return () => {}
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, 500)
  return () => clearInterval(timer)
}
