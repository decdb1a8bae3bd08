import { utilityProcess } from 'electron'
import type { Fork } from '../core/poolMessages.ts'

/**
 * Starts the built `poolProcess.js` as a utility process: under Electron its own program is no Node
 * to fork. It ends with the main process, whatever that dies of.
 */
export function forkByElectron(file: string): Fork {
  return () => {
    const child = utilityProcess.fork(file, [], {
      serviceName: 'Sheaf reader',
      execArgv: [],
      stdio: 'ignore',
    })
    return {
      pid: () => child.pid,
      post: (message) => child.postMessage(message),
      onMessage: (receive) => {
        child.on('message', receive)
      },
      onExit(ended) {
        child.once('exit', (status) => ended(`status ${status}`))
      },
      kill() {
        // Electron's own kill asks politely, which a process that hangs does not hear.
        if (child.pid === undefined || !killAtOnce(child.pid)) child.kill()
      },
    }
  }
}

function killAtOnce(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}
