import { basename } from 'node:path'
import { AppError } from '../../workers/errors.ts'
import type { WriteExportTask } from '../../workers/export/record.ts'
import type { RenderPagesTask } from '../../workers/export/renderPages.ts'
import type { FindMatchesTask, PatternMatch } from '../../workers/extraction/findMatches.ts'
import type { ReadSheetsTask } from '../../workers/sheets/sheetLine.ts'
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
import { defaultThreads, limitsOf } from './poolLimits.ts'
import { createThreads } from './threads.ts'
import { workingTime } from './workingTime.ts'

/** How a task is to be done. */
export interface WorkOptions {
  /** Gives the task up. */
  readonly signal?: AbortSignal | undefined
  /** A person waits for it: it goes before the work of batches. */
  readonly urgent?: boolean | undefined
}

/** Where the work is done. Each call gives the task's answer or throws an AppError. */
export interface Pool {
  /** Tasks that it works on at a time. */
  readonly threads: number
  /** It works in this process: when that died, what was in hand may be to blame. */
  readonly sharesProcess?: true
  inspectFile(task: InspectFileTask, options?: WorkOptions): Promise<FileInspection>
  readPage(task: ReadPageTask, options?: WorkOptions): Promise<PageReading>
  renderPreview(task: RenderPreviewTask, options?: WorkOptions): Promise<unknown>
  extract(task: ExtractTask, options?: WorkOptions): Promise<ExtractAnswer>
  findMatches(task: FindMatchesTask, options?: WorkOptions): Promise<readonly PatternMatch[]>
  writeExport(task: WriteExportTask): Promise<unknown>
  renderPages(task: RenderPagesTask): Promise<readonly string[]>
  readSheets(task: ReadSheetsTask): Promise<unknown>
  close(): Promise<void>
}

export interface PoolOptions {
  readonly workerFile: string
  readonly threads?: number | undefined
  readonly pageSeconds?: number
  /** JavaScript memory of a thread; pictures and OCR keep theirs outside of it. */
  readonly heapMegabytes?: number
  /** Told when a task has waited for its turn and its time begins. */
  readonly onBegin?: (task: object) => void
}

interface Job {
  readonly lane: Lane
  readonly seconds: number
  /** What a person is told when the time is up. */
  readonly late: (seconds: number) => AppError
  /** The file in hand, for the sentence when memory runs out. */
  readonly file: string
}

/** Threads that run `workers/index.ts`. A task that hangs, crashes or runs out of memory fails alone. */
export function createPool(options: PoolOptions): Pool {
  const { workerFile, threads, pageSeconds, heapMegabytes = 2048, onBegin } = options
  const width = threads ?? defaultThreads()
  const limits = limitsOf(pageSeconds)
  const lanes = createLanes(width)
  const memory = createMemoryGate(memoryLimit(), () => process.memoryUsage.rss())
  const common = { workerFile, heapMegabytes }
  const main = createThreads({ ...common, most: width, idleSeconds: 30 })
  // For a person who looks while all others are at a batch. A start takes more than a second.
  const spare = createThreads({ ...common, most: 1, idleSeconds: 300 })
  let hasAnswered = false

  function run<T>(name: string, task: object, job: Job, options: WorkOptions = {}): Promise<T> {
    const { signal, urgent = false } = options
    const lane = urgent ? 'look' : job.lane
    const work = () => limited<T>(name, task, job, signal)
    return lanes.pass(lane, lane === 'page' ? () => memory.pass(work) : work, signal)
  }

  async function limited<T>(name: string, task: object, job: Job, signal?: AbortSignal) {
    onBegin?.(task)
    const time = workingTime(job.seconds)
    const ends = signal ? AbortSignal.any([time.signal, signal]) : time.signal
    // The lanes let one more in than these, if a person waits for it.
    const threads = main.inHand() < width ? main : spare
    try {
      const answer = threads.run<T>(name, task, ends)
      // Not while the others are starting themselves.
      if (hasAnswered && main.inHand() === width) spare.warm()
      return await answer
    } catch (thrown) {
      if (signal?.aborted) throw signal.reason
      if (time.signal.aborted) throw job.late(job.seconds)
      throw crashOf(thrown, job.file)
    } finally {
      time.stop()
      hasAnswered = true
    }
  }

  return {
    threads: width,
    inspectFile: (task, options) =>
      run('inspectFile', task, slow(task.path, 'soon', limits.inspectFile), options),
    readPage: (task, options) =>
      run('readPage', task, pageJob(task, 'page', limits.readPage), options),
    renderPreview: (task, options) =>
      run('renderPreview', task, pageJob(task, 'page', limits.renderPreview), options),
    extract: (task, options) =>
      run('extract', task, slow('its pages', 'soon', limits.extract), options),
    findMatches: (task, options) =>
      run('findMatches', task, slow('its pages', 'look', limits.findMatches), options),
    writeExport: (task) => run('writeExport', task, slow(task.file, 'soon', limits.writeExport)),
    renderPages: (task) => run('renderPages', task, slow('its pages', 'soon', limits.renderPages)),
    readSheets: (task) => run('readSheets', task, slow(task.path, 'look', limits.readSheets)),
    async close() {
      await Promise.all([main.close(), spare.close()])
    },
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
