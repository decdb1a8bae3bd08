import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const program = join(import.meta.dirname, '..', '..', 'electron', 'cli.ts')

/** A Sheaf that runs on a data folder of its own. */
export interface Sheaf {
  readonly pid: number
  /** Calls back for every event that it tells, until it has ended. */
  onEvent(receive: (name: string) => void): void
  /** Ends it as a power cut would: no handler runs. */
  kill(): void
  /** Its exit status; null when it was killed. */
  readonly ended: Promise<number | null>
  /** What it said at last, for a report of what went wrong. */
  said(): string
}

/** Starts the command line as a person does, telling its events. */
export function startSheaf(dataDir: string, args: readonly string[]): Sheaf {
  const line = [program, ...args, '--data-dir', dataDir, '--threads', '2', '--follow']
  const child: ChildProcess = spawn(process.execPath, line, { stdio: ['ignore', 'pipe', 'pipe'] })
  const listeners: ((name: string) => void)[] = []
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    if (stream)
      createInterface({ input: stream }).on('line', (text) => {
        const name = /^\{"name":"([\w.]+)"/.exec(text)?.[1]
        if (name) for (const receive of listeners) receive(name)
        else lines.push(text)
      })
  return {
    pid: child.pid ?? 0,
    onEvent: (receive) => listeners.push(receive),
    kill: () => child.kill('SIGKILL'),
    ended: once(child, 'close').then(() => child.exitCode),
    said: () => lines.slice(-20).join('\n'),
  }
}
