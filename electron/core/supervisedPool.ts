import type { Log } from './log.ts'
import type { Pool, PoolOptions, WorkOptions } from './pool.ts'
import { defaultThreads, limitsOf, type PoolTask } from './poolLimits.ts'
import type { Fork } from './poolMessages.ts'
import { createSupervisor } from './supervisor.ts'
import { shareOfCore } from './workingTime.ts'

export interface SupervisedPool extends Pool {
  /** The process that works now; null before the first task, and between two of them. */
  childPid(): number | null
}

export interface SupervisedPoolOptions extends Omit<PoolOptions, 'onBegin'> {
  readonly fork: Fork
  readonly log?: Log
  /** How long a child may say nothing after a task's time is over. */
  readonly graceSeconds?: number
  /** For tests: how much of a core there is for each that wants one. */
  readonly share?: () => number
}

/**
 * A pool in a child process, started with the first task. A native crash, or a system that takes the
 * process for its memory, fails no task: only one that has done so three times, alone, is given up.
 */
export function createSupervisedPool({
  fork,
  log = () => {},
  graceSeconds = 30,
  share = shareOfCore,
  threads = defaultThreads(),
  ...options
}: SupervisedPoolOptions): SupervisedPool {
  const limits = limitsOf(options.pageSeconds)
  const childOptions = { ...options, threads }
  const supervisor = createSupervisor({ fork, childOptions, limits, graceSeconds, share, log })
  const task =
    <T>(name: PoolTask) =>
    (what: object, how?: WorkOptions) =>
      supervisor.call(name, what, how) as Promise<T>

  return {
    threads,
    inspectFile: task('inspectFile'),
    readPage: task('readPage'),
    renderPreview: task('renderPreview'),
    extract: task('extract'),
    findMatches: task('findMatches'),
    writeExport: task('writeExport'),
    renderPages: task('renderPages'),
    readSheets: task('readSheets'),
    childPid: supervisor.childPid,
    close: supervisor.close,
  }
}
