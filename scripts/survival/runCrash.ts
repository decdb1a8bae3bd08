import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  countOpen,
  countReadAgain,
  findByReference,
  isSound,
  resultsOf,
  withDatabase,
} from './found.ts'
import { killAt } from './killAt.ts'
import { type KillMoment, killPlan } from './killPlan.ts'
import { makeRound } from './makeRound.ts'
import { type Sheaf, startSheaf } from './sheaf.ts'

export interface CrashOptions {
  /** An empty folder to work in. */
  readonly folder: string
  readonly kills: number
  readonly seed: number
  /** Pages of each batch. */
  readonly pages: number
  readonly say: (line: string) => void
}

export interface CrashOutcome {
  readonly kills: number
  readonly items: number
  readonly lost: number
  readonly doubled: number
  readonly differing: number
  readonly isSound: boolean
}

/** The last line of the crash test; anything but zeros and “ok” is a fault. */
export function crashLine({
  kills,
  items,
  lost,
  doubled,
  differing,
  isSound,
}: CrashOutcome): string {
  const integrity = isSound ? 'ok' : 'broken'
  return `kills ${kills}, items ${items}, lost ${lost}, doubled ${doubled}, differing ${differing}, integrity ${integrity}`
}

export function isWell({ items, lost, doubled, differing, isSound }: CrashOutcome): boolean {
  return items > 0 && lost + doubled + differing === 0 && isSound
}

/**
 * Kills Sheaf again and again while it works, starts it again each time, and compares what came out with a run that
 * nobody disturbed. A batch that is finished is followed by another one of other files, so that every kill
 * meets work.
 */
export async function runCrash(options: CrashOptions): Promise<CrashOutcome> {
  const { kills, seed, say } = options
  const crashed = join(options.folder, 'crashed')
  const calm = join(options.folder, 'calm')
  const round = { number: 0 }
  await nextRound(options, round)
  for (const [i, moment] of killPlan(kills, String(seed)).entries())
    while (!(await liveAndDie(options, crashed, round.number, moment, i + 1)))
      await nextRound(options, round)
  while (!(await runToEnd(options, crashed, round.number))) say('the last batch goes on')
  for (let number = 1; number <= round.number; number++) {
    say(`undisturbed: batch ${number}`)
    await runToEnd(options, calm, number)
  }
  return compare({ crashed, calm, rounds: round.number, folder: options.folder, kills })
}

async function nextRound({ folder, pages }: CrashOptions, round: { number: number }) {
  round.number++
  for (const name of ['crashed', 'calm']) mkdirSync(join(folder, name, 'out'), { recursive: true })
  await makeRound(join(folder, `round-${round.number}`), pages, round.number)
}

/** One life of a process. False: the batch was finished before the moment came. */
async function liveAndDie(
  options: CrashOptions,
  dataDir: string,
  round: number,
  moment: KillMoment,
  kill: number,
): Promise<boolean> {
  if (findByReference(dataDir, `round-${round}`)?.isFinished) return false
  const sheaf = start(options, dataDir, round)
  const wasKilled = await killAt(sheaf, moment, join(dataDir, 'out'))
  const isFinished = findByReference(dataDir, `round-${round}`)?.isFinished ?? false
  if (!wasKilled && !isFinished) throw new Error(`Sheaf ended by itself:\n${sheaf.said()}`)
  if (!wasKilled || isFinished) return false
  options.say(`kill ${kill} in batch ${round}: ${moment.ms} ms after ${moment.after}`)
  return true
}

async function runToEnd(options: CrashOptions, dataDir: string, round: number): Promise<boolean> {
  if (findByReference(dataDir, `round-${round}`)?.isFinished) return true
  await start(options, dataDir, round).ended
  return false
}

function start({ folder }: CrashOptions, dataDir: string, round: number): Sheaf {
  const reference = `round-${round}`
  const known = findByReference(dataDir, reference)
  if (known) return startSheaf(dataDir, ['resume', known.id])
  const output = join(dataDir, 'out', `${reference}.json`)
  const source = join(folder, reference)
  return startSheaf(dataDir, ['extract', source, '--reference', reference, '--out', output])
}

interface Runs {
  readonly crashed: string
  readonly calm: string
  readonly rounds: number
  readonly folder: string
  readonly kills: number
}

function compare({ crashed, calm, rounds, kills }: Runs): CrashOutcome {
  let [items, lost, doubled, differing] = [0, 0, 0, 0]
  for (let round = 1; round <= rounds; round++) {
    const reference = `round-${round}`
    const found = resultsIn(crashed, reference)
    const meant = resultsIn(calm, reference)
    items += meant.results.size
    lost += found.open
    doubled += found.batches - 1
    for (const [seq, result] of meant.results) {
      const other = found.results.get(seq)
      if (other === undefined) lost++
      else if (other !== result) differing++
    }
    if (exported(crashed, reference) !== exported(calm, reference)) differing++
  }
  doubled += withDatabase(crashed, countReadAgain) ?? 0
  return {
    kills,
    items,
    lost,
    doubled,
    differing,
    isSound: withDatabase(crashed, isSound) ?? false,
  }
}

function resultsIn(dataDir: string, reference: string) {
  const none = { results: new Map<number, string>(), open: 0, batches: 1 }
  const found = findByReference(dataDir, reference)
  if (!found) return none
  return (
    withDatabase(dataDir, (db) => ({
      results: resultsOf(db, found.id),
      open: countOpen(db, found.id),
      batches: db.prepare('select 1 from batches where reference = ?').all(reference).length,
    })) ?? none
  )
}

/** An export without what every run has of its own: the id of its batch, and times. */
function exported(dataDir: string, reference: string): string {
  const text = readFileSync(join(dataDir, 'out', `${reference}.json`), 'utf8')
  const id = findByReference(dataDir, reference)?.id ?? ''
  return text.replaceAll(id, 'id').replace(/"(?:started|finished)_at": ?"[^"]*"/g, '')
}
