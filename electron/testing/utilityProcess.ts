import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'

const parentPort = new URL('./parentPort.ts', import.meta.url).href

/** Electron's `UtilityProcess` as a forked process of Node, as far as forkByElectron.ts can tell. */
export class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess

  constructor(file: string) {
    super()
    this.#child = fork(file, [], {
      execArgv: ['--import', parentPort],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.once('close', (status) => this.emit('exit', status ?? 1))
  }
  get pid() {
    return this.#child.exitCode === null ? this.#child.pid : undefined
  }
  postMessage = (message: object) => {
    this.#child.send(message, () => {})
  }
  kill = () => this.#child.kill()
}
