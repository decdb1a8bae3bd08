import { realpathSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { AppEvent, WatchView } from '../contract.ts'
import type { App } from '../core/createApp.ts'
import type { BatchSummary } from '../views.ts'
import { type Call, callOf } from './call.ts'
import type { WatchCommand } from './command.ts'
import { exit } from './exitStatus.ts'
import type { Terminal } from './terminal.ts'
import { count } from './words.ts'

/**
 * Watches a folder until Ctrl-C, or with `once` until everything that is there was read. The folder is remembered as a
 * paused one: only this command looks at it, unless a person resumes it in the app.
 */
export async function watch(app: App, terminal: Terminal, command: WatchCommand): Promise<number> {
  const call = callOf(app)
  const { id: watchId, everySeconds, folder } = await watchFor(call, command)
  const stop = new AbortController()
  const deaf = terminal.onInterrupt(() => stop.abort())
  const ended = new Map<string, BatchSummary>()
  const unheard = app.listen((event) => hear(event))
  const teller = createTeller(terminal, command)

  function hear(event: AppEvent): void {
    if (command.telling === 'events') terminal.say(JSON.stringify(event))
    if (event.name !== 'batch.changed' || event.payload.lifecycle !== 'finished') return
    if (ended.has(event.payload.id)) return
    ended.set(event.payload.id, event.payload)
    teller.ended(event.payload, app.factsOf(event.payload.id).output)
  }

  teller.began(folder)
  try {
    for (;;) {
      const view = await call('watch.scanNow', { watchId })
      teller.looked(view)
      if (command.once && isOver(view)) return statusOf(view, ended)
      await wait(everySeconds * 1000, null, { signal: stop.signal }).catch(() => {})
      if (stop.signal.aborted) return await afterInterrupt(call, watchId)
    }
  } finally {
    unheard()
    deaf()
    terminal.draw('')
  }
}

/** The folder as it was watched before, changed in what was named now; else a new one. */
async function watchFor(call: Call, { folder, config }: WatchCommand): Promise<WatchView> {
  const known = (await call('watch.list', {})).find((one) => isSame(one.folder, folder))
  if (!known) return call('watch.add', { ...config, folder, isOn: false })
  const { existing: _, ...change } = config
  return call('watch.change', { ...known, ...change, watchId: known.id })
}

function isSame(one: string, other: string): boolean {
  if (one === other) return true
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    return false
  }
}

/** Nothing is under way, and nothing that may still come to an end; what cannot be read for now is not waited for. */
function isOver({ arriving, counts, error }: WatchView): boolean {
  return error !== null || (arriving === 0 && counts.reading === 0)
}

function statusOf({ error, locked }: WatchView, ended: ReadonlyMap<string, BatchSummary>): number {
  if (error) return exit.failed
  const isGood = locked === 0 && [...ended.values()].every(({ outcome }) => outcome === 'completed')
  return isGood ? exit.good : exit.someFailed
}

/** What was in hand goes on when the folder is watched again. */
async function afterInterrupt(call: Call, watchId: number): Promise<number> {
  const watches = await call('watch.list', {})
  const reading = watches.find(({ id }) => id === watchId)?.counts.reading ?? 0
  return reading > 0 ? exit.interrupted : exit.good
}

/** Says what happens: lines on stdout for what was done, on stderr for how it stands. */
function createTeller(terminal: Terminal, { json, telling }: WatchCommand) {
  let before = ''
  const say = (line: string) => {
    if (telling === 'progress') terminal.say(line)
  }
  return {
    began(folder: string): void {
      say(`Watching ${folder}. Ctrl-C ends it; started again, it goes on.`)
    },
    looked(view: WatchView): void {
      const line = standing(view)
      if (line !== before) say(line)
      before = line
    },
    ended(batch: BatchSummary, output: string | null): void {
      const { id, outcome, items, counts } = batch
      const failed = counts.failed + counts.skipped
      if (json) {
        const { completed, needs_review: needsReview } = counts
        terminal.answer(
          JSON.stringify({
            batch: id,
            outcome,
            files: items,
            completed,
            needsReview,
            failed,
            output,
          }),
        )
        return
      }
      const written = output ? `, ${output}` : ''
      const lost = failed > 0 ? `, ${failed} failed` : ''
      terminal.answer(`batch ${id} ${outcome}, ${count(items, 'file')}${lost}${written}`)
    },
  }
}

/** How the folder stands, in one line. */
function standing({ error, arriving, locked, counts }: WatchView): string {
  if (error) return `${error.message} [${error.code}]`
  const parts = [
    counts.reading > 0 ? `reading ${count(counts.reading, 'file')}` : null,
    arriving > 0 ? `${count(arriving, 'file')} arriving` : null,
    locked > 0 ? `${count(locked, 'file')} may not be opened yet` : null,
    `done ${counts.done}`,
    counts.duplicate > 0 ? `same as another ${counts.duplicate}` : null,
    counts.failed > 0 ? `failed ${counts.failed}` : null,
    counts.moved > 0 ? `moved ${counts.moved}` : null,
  ]
  return parts.filter((part) => part !== null).join(', ')
}
