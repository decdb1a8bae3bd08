import { join } from 'node:path'
import type { Result } from '../../workers/errors.ts'
import { AppError } from '../../workers/errors.ts'
import type { AppEvent, Host } from '../contract.ts'
import type { BatchSummary } from '../views.ts'
import { type ClientDoor, createClientDoor } from './clientDoor.ts'
import type { Core } from './core.ts'
import { findBatch } from './db/batches.ts'
import { newestPathFor } from './db/exports.ts'
import { migrate } from './db/migrate.ts'
import { type Db, openDatabase } from './db/open.ts'
import { countReadTwice } from './db/readings.ts'
import { readSettings } from './db/settings.ts'
import { createDispatch } from './dispatch.ts'
import { createEvents, type Events } from './events.ts'
import { freeBytes } from './freeBytes.ts'
import { createHandlers } from './handlers/index.ts'
import { createHooks, type HookLimits } from './hooks/createHooks.ts'
import { createHousekeeping } from './housekeeping.ts'
import { createKnownTemplates, templateSummary } from './knownTemplates.ts'
import { removeLaidDown } from './layDown.ts'
import { holdDataFolder } from './lock.ts'
import { createLog, type Log } from './log.ts'
import { notifyEnd } from './notifyEnd.ts'
import { makeDataFolder, openingTrouble } from './opening.ts'
import { createPageImages, type PageImage } from './pageImages.ts'
import { createPasswords } from './passwords.ts'
import { createPicturesAhead } from './picturesAhead.ts'
import type { Pool } from './pool.ts'
import type { Fork } from './poolMessages.ts'
import { systemProbes } from './probes.ts'
import { recover } from './recover.ts'
import { removeOldDrafts } from './removeOldDrafts.ts'
import { removeOldDrops } from './removeOldDrops.ts'
import { createRunner } from './runner.ts'
import { createSearchIndex } from './searchIndex.ts'
import { summaryOf } from './summary.ts'
import { createSupervisedPool } from './supervisedPool.ts'
import { createThrottle, type Probes, stepsUnder } from './throttle.ts'
import { createTurns } from './turns.ts'
import { createWatches } from './watch/watches.ts'

export interface AppOptions {
  /** Everything that is remembered lives here; made when it is missing. */
  readonly dataDir: string
  /** Templates, samples and OCR data that come with the program. */
  readonly resourcesDir: string
  /** `workers/index.ts`, or what a build made of it. */
  readonly workerFile: string
  /** Looks through the database on a thread: `core/db/checkThread.ts`, or what a build made of it. */
  readonly checkFile: string
  /** Starts the process that the work is done in: `electron/poolProcess.ts`, or what a build made of it. */
  readonly fork: Fork
  readonly host: Host
  readonly version: string
  /** Batches that were running when the last process ended go on by themselves. */
  readonly goOn: boolean
  /** Somebody sits before it: pages that are likely to be looked at next are drawn while nothing else is to be done. */
  readonly drawsAhead?: boolean
  /** Whatever the settings say. */
  readonly threads?: number | undefined
  /** Whatever the settings say, batches go on when the computer runs on battery. */
  readonly ignoreBattery?: boolean
  /** Whatever the settings say, other programs on this computer are answered. */
  readonly answerClients?: boolean
  /** For tests: a pool that does what the test says, a clock that stands still. */
  readonly pool?: Pool
  /** For tests: a computer with as much room as the test says. */
  readonly probes?: Probes
  readonly now?: () => Date
  /** For tests: hooks that hurry. */
  readonly hookLimits?: Partial<HookLimits>
  /** For tests: a disk that is as full as the test says. */
  readonly freeBytes?: Core['freeBytes']
}

export interface BatchFacts {
  /** Where its results are written when it is finished, or were written. */
  readonly output: string | null
  /** Where they were asked for. */
  readonly asked: string | null
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
  /** What a host asks of the core for other programs. */
  readonly clients: ClientDoor
  /** Where a host puts copies of what was dropped into it. */
  readonly droppedDir: string
  /** How a batch stands when nothing of it is in hand any more. */
  idle(batchId: string): Promise<BatchSummary>
  /** When every file of a batch was looked into, or nobody works on it any more. */
  inspected(batchId: string): Promise<void>
  /** Lets what happens after a batch wait for files that the host writes of it; it names them when they are there. */
  holdHooks(batchId: string): (exportPaths: readonly string[]) => void
  /** When nothing is owed any more of what happens after a batch, or after any; what failed has been tried again. */
  delivered(batchId?: string): Promise<void>
  /** When the words of all that was read are in the index of the search. */
  searchable(): Promise<void>
  /** What a terminal tells beside the summary. */
  factsOf(batchId: string): BatchFacts
  close(): Promise<void>
}

/** Where the results of a batch are, or will be, and where they were asked for. */
function outputOf(db: Db, batchId: string): Pick<BatchFacts, 'output' | 'asked'> {
  const asked = findBatch(db, batchId)?.output ?? null
  return { output: asked && (newestPathFor(db, batchId, asked) ?? asked), asked }
}

function poolOf({ fork, workerFile, threads }: AppOptions, db: Db, log: Log): Pool {
  const chosen = threads ?? readSettings(db).threads ?? undefined
  return createSupervisedPool({ fork, workerFile, threads: chosen, log })
}

/**
 * Puts the core together. Throws data_folder_busy, data_folder_unwritable, database_newer, database_damaged,
 * database_locked, no_room_for_backup, template_invalid.
 */
export async function createApp(options: AppOptions): Promise<App> {
  const { dataDir, now = () => new Date() } = options
  makeDataFolder(dataDir)
  const file = join(dataDir, 'sheaf.db')
  let unlock: (() => void) | null = null
  let db: Db | null = null
  try {
    unlock = holdDataFolder(dataDir)
    db = openDatabase(file)
    migrate(db)
    return putTogether(options, db, now, unlock)
  } catch (thrown) {
    db?.close()
    unlock?.()
    throw openingTrouble(thrown, file)
  }
}

function putTogether(options: AppOptions, db: Db, now: () => Date, unlock: () => void): App {
  const { dataDir, resourcesDir, checkFile, host, version } = options
  const droppedDir = join(dataDir, 'dropped')
  const log = createLog(join(dataDir, 'logs'), now)
  const known = createKnownTemplates({
    ...{ db, log, builtIn: join(resourcesDir, 'templates'), own: join(dataDir, 'templates') },
    changed: () => events.templatesChanged(known.list().map(templateSummary)),
  })
  log('app.opened', {
    version,
    recovered: recover(db, { at: now().toISOString(), version }, options.pool ?? {}),
  })
  removeOldDrafts(db, now())
  removeOldDrops(db, droppedDir, now())
  removeLaidDown(dataDir)

  const pool = options.pool ?? poolOf(options, db, log)
  const told = createEvents((batchId) => summaryOf(db, runner, batchId))
  const searchIndex = createSearchIndex(db, log)
  const events: Events = {
    ...told,
    documentChanged(change) {
      told.documentChanged(change)
      searchIndex.wake()
    },
  }
  const closing = new AbortController()
  // One more than threads, so that none is idle while a page is being stored.
  const turns = createTurns(pool.threads + 1)
  const throttle = createThrottle({
    probes: options.probes ?? systemProbes(host, dataDir),
    ignoresBattery: () => options.ignoreBattery || readSettings(db).ignoreBattery,
    changed(cause) {
      turns.limit(stepsUnder(cause))
      log('throttle.changed', { cause })
      runner.throttleChanged()
    },
  })
  const core: Core = {
    ...{ db, pool, events, log, host, now, version, dataDir, resourcesDir, checkFile, known },
    get templates() {
      return known.all()
    },
    ...{ turns, throttle },
    passwords: createPasswords(),
    freeBytes: options.freeBytes ?? freeBytes,
    closing: closing.signal,
    pagesInHand: new Map(),
    seen: (documentId, batchId) => ahead?.follow({ documentId, batchId }),
    batchEnded(batchId) {
      hooks.wake()
      notifyEnd(core, batchId)
    },
  }
  const runner = createRunner(core)
  const hooks = createHooks(core, options.hookLimits)
  const images = createPageImages(core)
  const ahead = options.drawsAhead
    ? createPicturesAhead(core, { isBusy: runner.isBusy, draw: images.draw })
    : null
  void throttle.look()
  const watches = createWatches(core, runner)
  if (options.goOn) {
    runner.goOn()
    hooks.wake()
    watches.start()
  }
  const housekeeping = createHousekeeping(core)
  void housekeeping.run()
  searchIndex.wake()

  const clients = createClientDoor(core, runner, {
    ...{ pageImage: images.see, isForced: options.answerClients ?? false },
  })

  return {
    dispatch: createDispatch(createHandlers(core, { runner, hooks, watches, door: clients }), log),
    listen: events.listen,
    ...{ pageImage: images.see, clients },
    droppedDir,
    async idle(batchId) {
      await runner.idle(batchId)
      const summary = summaryOf(db, runner, batchId)
      if (!summary) throw new AppError('not_found', { what: 'batch' })
      return summary
    },
    inspected: (batchId) => runner.inspected(batchId),
    searchable: () => searchIndex.idle(),
    holdHooks: (batchId) => hooks.hold(batchId),
    delivered: (batchId) => hooks.idle(batchId),
    factsOf: (batchId) => ({
      ...outputOf(db, batchId),
      pagesRead: runner.pagesRead(batchId),
      pagesReadTwice: countReadTwice(db, batchId),
    }),
    async close() {
      closing.abort()
      throttle.stop()
      await ahead?.close()
      await watches.close()
      await runner.close()
      await hooks.close()
      await housekeeping.close()
      await searchIndex.close()
      events.close()
      await pool.close()
      db.close()
      unlock()
    },
  }
}
