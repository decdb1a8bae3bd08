import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Result } from '../../workers/errors.ts'
import { AppError } from '../../workers/errors.ts'
import type { AppEvent, Host } from '../contract.ts'
import type { BatchSummary } from '../views.ts'
import type { Core } from './core.ts'
import { findBatch } from './db/batches.ts'
import { migrate } from './db/migrate.ts'
import { type Db, openDatabase } from './db/open.ts'
import { countReadTwice } from './db/readings.ts'
import { createDispatch } from './dispatch.ts'
import { createEvents } from './events.ts'
import { createHandlers } from './handlers/index.ts'
import { holdDataFolder } from './lock.ts'
import { createLog } from './log.ts'
import { createPageImages, type PageImage } from './pageImages.ts'
import { createPasswords } from './passwords.ts'
import { createPool, type Pool } from './pool.ts'
import { recover } from './recover.ts'
import { removeOldDrops } from './removeOldDrops.ts'
import { createRunner } from './runner.ts'
import { summaryOf } from './summary.ts'
import { loadTemplates } from './templates.ts'
import { troubleOf } from './trouble.ts'

export interface AppOptions {
  /** Everything that is remembered lives here; made when it is missing. */
  readonly dataDir: string
  /** Templates, samples and OCR data that come with the program. */
  readonly resourcesDir: string
  /** `workers/index.ts`, or what a build made of it. */
  readonly workerFile: string
  readonly host: Host
  readonly version: string
  /** Batches that were running when the last process ended go on by themselves. */
  readonly goOn: boolean
  readonly threads?: number | undefined
  /** For tests: a pool that does what the test says, a clock that stands still. */
  readonly pool?: Pool
  readonly now?: () => Date
}

export interface BatchFacts {
  /** Where its results are written when it is finished. */
  readonly output: string | null
  /** Pages of it that this process has read itself. */
  readonly pagesRead: number
  /** How often a kept page was read again: 0, unless something is wrong. */
  readonly pagesReadTwice: number
}

export interface App {
  dispatch(name: string, input: unknown): Promise<Result<unknown>>
  listen(receive: (event: AppEvent) => void): () => void
  /** The picture of a page by the id that a document view gave; null when it cannot be had. */
  pageImage(imageId: string): Promise<PageImage | null>
  /** Where a host puts copies of what was dropped into it. */
  readonly droppedDir: string
  /** How a batch stands when nothing of it is in hand any more. */
  idle(batchId: string): Promise<BatchSummary>
  /** What a terminal tells beside the summary. */
  factsOf(batchId: string): BatchFacts
  close(): Promise<void>
}

/** Puts the core together. Throws data_folder_busy, database_newer, template_invalid. */
export async function createApp(options: AppOptions): Promise<App> {
  const { dataDir, now = () => new Date() } = options
  mkdirSync(dataDir, { recursive: true })
  const unlock = holdDataFolder(dataDir)
  let db: Db | null = null
  try {
    db = openDatabase(join(dataDir, 'sheaf.db'))
    migrate(db)
    return putTogether(options, db, now, unlock)
  } catch (thrown) {
    db?.close()
    unlock()
    throw sayable(thrown)
  }
}

/** A full disk or a locked database at the start, in words; anything else as it came. */
function sayable(thrown: unknown): unknown {
  const { code, details } = troubleOf(thrown)
  return code === 'internal' ? thrown : new AppError(code, details, thrown)
}

function putTogether(options: AppOptions, db: Db, now: () => Date, unlock: () => void): App {
  const { dataDir, resourcesDir, host, version } = options
  const droppedDir = join(dataDir, 'dropped')
  const log = createLog(join(dataDir, 'logs'), now)
  const own = join(dataDir, 'templates')
  const templates = loadTemplates({ builtIn: join(resourcesDir, 'templates'), own }, log)
  log('app.opened', { version, recovered: recover(db, now().toISOString(), options.pool ?? {}) })
  removeOldDrops(db, droppedDir, now())

  const pool = options.pool ?? createPool(options)
  const events = createEvents((batchId) => summaryOf(db, runner, batchId))
  const closing = new AbortController()
  const core: Core = {
    ...{ db, pool, events, log, host, now, version, dataDir, resourcesDir, templates },
    passwords: createPasswords(),
    closing: closing.signal,
    pagesInHand: new Map(),
  }
  const runner = createRunner(core)
  if (options.goOn) runner.goOn()

  return {
    dispatch: createDispatch(createHandlers(core, runner), log),
    listen: events.listen,
    pageImage: createPageImages(core),
    droppedDir,
    async idle(batchId) {
      await runner.idle(batchId)
      const summary = summaryOf(db, runner, batchId)
      if (!summary) throw new AppError('not_found', { what: 'batch' })
      return summary
    },
    factsOf: (batchId) => ({
      output: findBatch(db, batchId)?.output ?? null,
      pagesRead: runner.pagesRead(batchId),
      pagesReadTwice: countReadTwice(db, batchId),
    }),
    async close() {
      closing.abort()
      await runner.close()
      events.close()
      await pool.close()
      db.close()
      unlock()
    },
  }
}
