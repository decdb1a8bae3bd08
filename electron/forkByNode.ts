import { fork } from 'node:child_process'
import type { Fork } from './core/poolMessages.ts'

/** How long the last messages of a child that has ended may take to be read. */
const drainMs = 1000

/** Starts `poolProcess.ts`, or what a build made of it, as a child process of Node. */
export function forkByNode(file: string): Fork {
  return () => {
    const child = fork(file, [], {
      serialization: 'advanced',
      // None of the parent's own: a test runner's or debugger's are not meant for it.
      execArgv: [],
      // Engines write warnings as they please; what matters is an answer.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    return {
      pid: () => child.pid,
      post: (message) => {
        // A channel that is closed belongs to a child that has ended: onExit says so.
        child.send(message, () => {})
      },
      onMessage: (receive) => {
        child.on('message', receive)
      },
      onExit(ended) {
        let isTold = false
        const tell = (how: string) => {
          if (!isTold) ended(how)
          isTold = true
        }
        const howOf = (status: number | null, signal: string | null) => signal ?? `status ${status}`
        child.on('error', (error) => {
          if (child.pid === undefined) tell(error.message)
        })
        child.once('exit', (status, signal) => {
          setTimeout(() => tell(howOf(status, signal)), drainMs).unref()
        })
        // After the last message has been read.
        child.once('close', (status, signal) => tell(howOf(status, signal)))
      },
      kill: () => {
        child.kill('SIGKILL')
      },
    }
  }
}
