import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import { Piscina } from 'piscina'
import { AppError, type Result, unwrap } from '../../workers/errors.ts'
import type { WriteExportTask } from '../../workers/export/record.ts'
import type { RenderPagesTask } from '../../workers/export/renderPages.ts'
import type {
  ExtractAnswer,
  ExtractTask,
  FileInspection,
  InspectFileTask,
  PageReading,
  ReadPageTask,
  RenderPreviewTask,
} from '../../workers/tasks.ts'
import { createLanes, type Lane } from './lanes.ts'
import { createMemoryGate, memoryLimit } from './memoryGate.ts'

/** Where the work is done. Each call gives the task's answer or throws an AppError. */
export interface Pool {
  /** Tasks that it works on at a time. */
  readonly threads: number
  /** It works in this process: when that died, what was in hand may be to blame. */
  readonly sharesProcess?: true
  inspectFile(task: InspectFileTask, signal?: AbortSignal): Promise<FileInspection>
  readPage(task: ReadPageTask, signal?: AbortSignal): Promise<PageReading>
  renderPreview(task: RenderPreviewTask): Promise<unknown>
  extract(task: ExtractTask, signal?: AbortSignal): Promise<ExtractAnswer>
  writeExport(task: WriteExportTask): Promise<unknown>
  renderPages(task: RenderPagesTask): Promise<readonly string[]>
  close(): Promise<void>
}

export interface PoolOptions {
  readonly workerFile: string
  readonly threads?: number | undefined
  readonly pageSeconds?: number
  /** JavaScript memory of a thread; pictures and OCR keep theirs outside of it. */
  readonly heapMegabytes?: number
}

/** One thread a core, but no more than eight: each OCR thread wants some 300 MB. */
export function defaultThreads(): number {
  return Math.min(8, Math.max(1, availableParallelism()))
}

interface Job {
  readonly lane: Lane
  readonly seconds: number
  /** What a person is told when the time is up. */
  readonly late: (seconds: number) => AppError
  /** The file in hand, for the sentence when memory runs out. */
  readonly file: string
}

/** A dense page read three times takes half a minute where two threads share a core. */
const usualPageSeconds = 120

/**
 * Room for a thread's new objects. Left to itself it grows to 192 MB over some 150 pages and is never given
 * back; a page leaves some 25 MB in all, and reading takes as long with this.
 */
const youngMegabytes = 24

/** Threads that run `workers/index.ts`. A task that hangs, crashes or runs out of memory fails alone. */
export function createPool(options: PoolOptions): Pool {
  const { workerFile, threads, pageSeconds = usualPageSeconds, heapMegabytes = 2048 } = options
  const width = threads ?? defaultThreads()
  const lanes = createLanes(width)
  const memory = createMemoryGate(memoryLimit(), () => process.memoryUsage.rss())
  const unfinished = new Set<(reason: Error) => void>()
  const piscina = new Piscina({
    filename: workerFile,
    minThreads: 0,
    maxThreads: width + 1,
    idleTimeout: 30_000,
    resourceLimits: {
      maxOldGenerationSizeMb: heapMegabytes,
      maxYoungGenerationSizeMb: youngMegabytes,
    },
    // Engines keep threads and timers of their own: a worker must never block on its mailbox.
    atomics: 'disabled',
    // The lanes keep the queue; here a task starts when it arrives, and so does its time limit.
    maxQueue: Number.POSITIVE_INFINITY,
  })
  // A thread that fails while it starts has no task to fail: without this its tasks wait for ever.
  piscina.on('error', (thrown: Error) => {
    if (piscina.threads.length === 0) for (const fail of unfinished) fail(thrown)
  })

  function run<T>(name: string, task: object, job: Job, signal?: AbortSignal): Promise<T> {
    const work = () => limited<T>(name, task, job, signal)
    return lanes.pass(job.lane, job.lane === 'page' ? () => memory.pass(work) : work, signal)
  }

  async function limited<T>(name: string, task: object, job: Job, signal?: AbortSignal) {
    const timer = AbortSignal.timeout(job.seconds * 1000)
    const ends = signal ? AbortSignal.any([timer, signal]) : timer
    let fail: (reason: Error) => void = () => {}
    const orphaned = new Promise<never>((_, reject) => {
      fail = reject
    })
    unfinished.add(fail)
    try {
      const answer: Promise<Result<T>> = piscina.run(task, { name, signal: ends })
      return unwrap(await Promise.race([answer, orphaned]))
    } catch (thrown) {
      if (signal?.aborted) throw signal.reason
      if (timer.aborted) throw job.late(job.seconds)
      throw crashOf(thrown, job.file)
    } finally {
      unfinished.delete(fail)
    }
  }

  return {
    threads: width,
    inspectFile: (task, signal) => run('inspectFile', task, slow(task.path, 'soon', 180), signal),
    readPage: (task, signal) => run('readPage', task, pageJob(task, 'page', pageSeconds), signal),
    renderPreview: (task) => run('renderPreview', task, pageJob(task, 'look', 60)),
    extract: (task, signal) => run('extract', task, slow('its pages', 'soon', 300), signal),
    writeExport: (task) => run('writeExport', task, slow(task.file, 'soon', 1800)),
    renderPages: (task) => run('renderPages', task, slow('its pages', 'soon', 300)),
    close: () => piscina.destroy(),
  }
}

function pageJob({ path, page }: { path: string; page: number }, lane: Lane, limit: number): Job {
  const file = basename(path)
  const late = (seconds: number) => new AppError('page_timeout', { file, page, seconds })
  return { lane, seconds: limit, file, late }
}

function slow(path: string, lane: Lane, limit: number): Job {
  const file = basename(path)
  const late = (seconds: number) =>
    new AppError('internal', { problem: `“${file}” was given up after ${seconds} seconds` })
  return { lane, seconds: limit, file, late }
}

/** A thread that died, as trouble of the one task that it had in hand. */
function crashOf(thrown: unknown, file: string): unknown {
  if (thrown instanceof AppError) return thrown
  const { code, message } = thrown as NodeJS.ErrnoException
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return new AppError('out_of_memory', { file }, thrown)
  if (/exited with code|Terminating worker/.test(message))
    return new AppError('internal', { problem: `the reader of “${file}” stopped` }, thrown)
  return thrown
}
