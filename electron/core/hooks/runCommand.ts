import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '../../../workers/errors.ts'

export interface CommandToRun {
  readonly command: readonly string[]
  readonly folder: string
  /** What it is told on its standard input. */
  readonly input: string
}

export interface Ended {
  /** null: a signal ended it. */
  readonly status: number | null
  /** The end of what it said, on either channel. */
  readonly output: string
  readonly isLate: boolean
}

/** As much of its words as says why it failed. */
const mostOutput = 2000
/** What a program leaves running may hold its channels open; they are not waited for. */
const lastWordsMs = 300

/**
 * Runs a program without a shell: each argument arrives as it is. Whatever it starts is ended with it when its time is
 * over or Sheaf ends. Throws command_not_found.
 */
export async function runCommand(
  { command, folder, input }: CommandToRun,
  { timeoutMs, closing }: { readonly timeoutMs: number; readonly closing: AbortSignal },
): Promise<Ended> {
  const [program = '', ...args] = command
  const child = await started(program, args, folder)
  const said = tailOf(child)
  const late = AbortSignal.timeout(timeoutMs)
  const stop = () => killAll(child)
  const signal = AbortSignal.any([late, closing])
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  // A program that reads nothing, or ends before, is as good.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  try {
    const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
    const status = await new Promise<number | null>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
      child.once('exit', resolve)
    })
    await Promise.race([closed, wait(lastWordsMs)])
    return { status, output: said(), isLate: late.aborted }
  } finally {
    signal.removeEventListener('abort', stop)
    child.stdout.destroy()
    child.stderr.destroy()
  }
}

function started(
  program: string,
  args: readonly string[],
  folder: string,
): Promise<ChildProcessWithoutNullStreams> {
  return new Promise((resolve, reject) => {
    const fail = (thrown: unknown) => {
      const reason = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown'
      reject(new AppError('command_not_found', { program, reason }, thrown))
    }
    try {
      // A group of its own: what it starts can be ended with it, and Ctrl-C is ours.
      const child = spawn(program, args, {
        ...{ cwd: folder, shell: false, windowsHide: true, stdio: 'pipe' },
        detached: process.platform !== 'win32',
      })
      child.once('error', fail)
      child.once('spawn', () => resolve(child))
    } catch (thrown) {
      fail(thrown)
    }
  })
}

function tailOf({ stdout, stderr }: ChildProcessWithoutNullStreams): () => string {
  let kept = Buffer.alloc(0)
  const keep = (chunk: Buffer) => {
    kept = Buffer.concat([kept, chunk]).subarray(-4 * mostOutput)
  }
  stdout.on('data', keep)
  stderr.on('data', keep)
  return () => kept.toString('utf8').slice(-mostOutput).trim()
}

function killAll(child: ChildProcessWithoutNullStreams): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
