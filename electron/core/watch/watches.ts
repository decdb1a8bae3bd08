import { type FSWatcher, watch as watchFolder } from 'node:fs'
import { AppError } from '../../../workers/errors.ts'
import type { WatchView } from '../../watchView.ts'
import type { Core } from '../core.ts'
import type { Trouble } from '../db/batches.ts'
import { deleteWatch, findWatch, listWatches, setWatchOn, watchOfBatch } from '../db/watches.ts'
import type { Runner } from '../runner.ts'
import { troubleOf } from '../trouble.ts'
import { writeOwed } from './goOnWithBatches.ts'
import { lookAt, type Met } from './lookAt.ts'
import { settleFiles } from './settleFiles.ts'
import { createSightings, type Sightings } from './sightings.ts'
import { watchViewOf } from './watchViewOf.ts'

/** What this process knows of a watched folder beside what is stored. */
export interface Watching {
  readonly sightings: Sightings
  met: Met
  error: Trouble | null
  lookedAt: string | null
  /** When exports that are still owed were last tried. */
  triedAt: number
  /** Ends when no look is going on; a look waits for the one before it. */
  last: Promise<void>
  timer: NodeJS.Timeout | null
  /** When the next look is due, and before when there is none (ms of this process). */
  due: number
  notBefore: number
  hint: FSWatcher | null
}

/** Folders that are watched; what they hold is looked at again and again while the program runs. */
export interface Watches {
  list(): readonly WatchView[]
  view(watchId: number): WatchView
  /** From now on folders are looked at by themselves. */
  start(): void
  /** A folder was added or changed, or is to be watched again. */
  wake(watchId: number): void
  setOn(watchId: number, isOn: boolean): void
  remove(watchId: number): Promise<void>
  /** Looks once, also into a paused folder. */
  scan(watchId: number): Promise<void>
  close(): Promise<void>
}

/** A look may take a tenth of the time: on a slow share with thousands of files it comes less often. */
const share = 10
/** Between two tries to write what could not be written. */
const owedMs = 60_000
/** After the system said that something moved. */
const hintMs = 300

export function createWatches(core: Core, runner: Runner): Watches {
  const { db, events, log } = core
  const watching = new Map<number, Watching>()
  let isStarted = false
  let told = ''

  const leave = events.listen((event) => {
    if (event.name !== 'batch.changed' || event.payload.lifecycle !== 'finished') return
    const watchId = watchOfBatch(db, event.payload.id)
    if (watchId === null) return
    settleFiles(core, watchId)
    tell()
    soon(watchId, 0)
  })

  function watchingOf(watchId: number): Watching {
    const found = watching.get(watchId) ?? {
      ...{ sightings: createSightings(), met: { arriving: 0, locked: 0, ignored: 0 } },
      ...{
        error: null,
        lookedAt: null,
        triedAt: 0,
        last: Promise.resolve(),
        timer: null,
        due: 0,
        notBefore: 0,
        hint: null,
      },
    }
    watching.set(watchId, found)
    return found
  }

  function list(): readonly WatchView[] {
    return listWatches(db).map((watch) => watchViewOf(core, runner, watch, watchingOf(watch.id)))
  }

  /** Faces hear of a look only when it met something else than the one before. */
  function tell(): void {
    const views = list()
    const now = JSON.stringify(views.map((view) => ({ ...view, lookedAt: null })))
    if (now === told) return
    told = now
    events.watchesChanged(views)
  }

  function scan(watchId: number): Promise<void> {
    const here = watchingOf(watchId)
    here.last = here.last.then(() => look(watchId, here))
    return here.last
  }

  async function look(watchId: number, here: Watching): Promise<void> {
    const watch = findWatch(db, watchId)
    if (!watch || core.closing.aborted) return
    try {
      here.met = await lookAt(core, runner, watch, here.sightings)
      here.error = null
      await tryOwed(watchId, here)
    } catch (thrown) {
      const error = troubleOf(thrown)
      if (error.code !== here.error?.code)
        log('watch.trouble', { watch: watchId, code: error.code })
      here.error = error
      // What is watched there may be another folder when it is back.
      if (error.code === 'watch_gone') deafen(here)
    }
    here.lookedAt = core.now().toISOString()
    if (!core.closing.aborted) tell()
  }

  /** Not at every look: on a full disk each try would write the disk full again. */
  async function tryOwed(watchId: number, here: Watching): Promise<void> {
    const now = core.now().getTime()
    if (Math.abs(now - here.triedAt) < owedMs) return
    here.triedAt = now
    await writeOwed(core, runner, watchId)
  }

  function soon(watchId: number, ms: number): void {
    const here = watchingOf(watchId)
    const now = performance.now()
    const due = Math.max(now + ms, here.notBefore)
    // One who writes all the time must not put the look off all the time.
    if (here.timer && here.due <= due) return
    stopTimer(here)
    if (!isStarted || core.closing.aborted || !findWatch(db, watchId)?.isOn) return
    here.due = due
    here.timer = setTimeout(() => void lookAndGoOn(watchId), due - now)
    here.timer.unref()
  }

  function stopTimer(here: Watching): void {
    if (here.timer) clearTimeout(here.timer)
    here.timer = null
  }

  async function lookAndGoOn(watchId: number): Promise<void> {
    const here = watchingOf(watchId)
    here.timer = null
    const begun = performance.now()
    await scan(watchId)
    const watch = findWatch(db, watchId)
    if (!watch) return
    const ended = performance.now()
    here.notBefore = ended + (ended - begun) * (share - 1)
    soon(watchId, watch.config.everySeconds * 1000)
    listen(watchId, watch.folder)
  }

  /** What the system says is a hint to look sooner: shares say nothing, and looking is enough. */
  function listen(watchId: number, folder: string): void {
    const here = watchingOf(watchId)
    if (here.hint) return
    try {
      here.hint = watchFolder(folder, { persistent: false }, () => soon(watchId, hintMs))
      here.hint.on('error', () => deafen(here))
    } catch {
      here.hint = null
    }
  }

  function deafen(here: Watching): void {
    here.hint?.close()
    here.hint = null
  }

  function rest(watchId: number): void {
    const here = watchingOf(watchId)
    stopTimer(here)
    deafen(here)
  }

  function view(watchId: number): WatchView {
    const watch = findWatch(db, watchId)
    if (!watch) throw new AppError('not_found', { what: 'watched folder' })
    return watchViewOf(core, runner, watch, watchingOf(watchId))
  }

  return {
    list,
    view,
    scan,
    start() {
      isStarted = true
      for (const { id, isOn } of listWatches(db)) if (isOn) soon(id, 0)
    },
    wake(watchId) {
      rest(watchId)
      tell()
      soon(watchId, 0)
    },
    setOn(watchId, isOn) {
      setWatchOn(db, watchId, isOn)
      rest(watchId)
      tell()
      soon(watchId, 0)
    },
    async remove(watchId) {
      rest(watchId)
      await watchingOf(watchId).last
      deleteWatch(db, watchId)
      watching.delete(watchId)
      tell()
    },
    async close() {
      leave()
      for (const watchId of watching.keys()) rest(watchId)
      await Promise.all([...watching.values()].map(({ last }) => last))
    },
  }
}
