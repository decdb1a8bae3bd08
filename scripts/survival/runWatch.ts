import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { rows } from '../../electron/core/db/open.ts'
import { isSound, withDatabase } from './found.ts'
import { type Sheaf, startSheaf } from './sheaf.ts'
import { smallPdf } from './smallPdf.ts'
import { writeSlowly } from './writeSlowly.ts'

export interface WatchRunOptions {
  /** Empty; everything is put here. */
  readonly folder: string
  readonly files: number
  readonly kills: number
  readonly say: (line: string) => void
}

export interface WatchOutcome {
  readonly given: number
  /** Different contents among them. */
  readonly contents: number
  readonly kills: number
  readonly stored: number
  /** Contents without a document. */
  readonly lost: number
  /** Documents that another one of the same content stands beside. */
  readonly doubled: number
  /** Originals in the place that they were to be moved to, whole. */
  readonly moved: number
  /** Originals that are neither there nor where they arrived. */
  readonly missing: number
  readonly isSound: boolean
}

/** Every so many files one comes with the content of the file before it. */
const doubleEvery = 7

/**
 * Feeds a watched folder by slow writers, kills the program that watches it again and again, starts it again, and
 * counts what came out.
 */
export async function runWatch({
  folder,
  files,
  kills,
  say,
}: WatchRunOptions): Promise<WatchOutcome> {
  const place = (name: string) => join(folder, name)
  const [inbox, done, results, dataDir] = ['in', 'done', 'results', 'data'].map(place) as [
    ...[string, string, string, string],
  ]
  mkdirSync(inbox)
  const contents = Array.from({ length: files }, (_, i) => contentOf(i))
  const line = [
    ...['watch', inbox, '--move-to', done, '--out', join(results, '{folder} {date} {time}.json')],
    ...['--every', '300ms', '--settle', '1s'],
  ]

  let isFed = false
  const writing = feed(inbox, contents).then(() => {
    isFed = true
  })
  let killed = 0
  for (let sheaf = startSheaf(dataDir, line); killed < kills && !isFed; ) {
    const moment = killed % 2 === 0 ? 'document.changed' : 'batch.changed'
    await somethingHappened(sheaf, moment, 2 + killed)
    sheaf.kill()
    await sheaf.ended
    killed += 1
    const { length } = readdirSync(inbox)
    say(`kill -9 no. ${killed}, after “${moment}”: ${length} files in the folder. Started again.`)
    if (killed < kills && !isFed) sheaf = startSheaf(dataDir, line)
  }
  await writing
  say(`All ${files} files were given.`)
  const last = startSheaf(dataDir, [...line, '--once'])
  await last.ended
  if (last.said().includes('error')) say(last.said())
  return { ...outcomeOf(dataDir, { inbox, done, contents }), kills: killed }
}

/** Waits until it told so many events, or for long enough. */
async function somethingHappened(sheaf: Sheaf, name: string, times: number): Promise<void> {
  const happened = Promise.withResolvers<void>()
  let seen = 0
  sheaf.onEvent((told) => {
    if (told === name && ++seen === times) happened.resolve()
  })
  await Promise.race([happened.promise, sheaf.ended, wait(20_000, null, { ref: false })])
}

function contentOf(index: number): Buffer {
  const number = index % doubleEvery === doubleEvery - 1 ? index - 1 : index
  return smallPdf([
    'Cedar Loop Studio',
    `Invoice number: ${20_000 + number}`,
    'Invoice date: 4 May 2026',
    `Total: ${(100 + number).toFixed(2)} USD`,
  ])
}

/** Two writers at a time, each slower than one look. */
async function feed(inbox: string, contents: readonly Buffer[]): Promise<void> {
  let next = 0
  const writer = async () => {
    for (let index = next++; index < contents.length; index = next++) {
      const name = `scan ${String(index + 1).padStart(3, '0')}.pdf`
      await writeSlowly(join(inbox, name), contents[index] as Buffer, {
        ...{ pieces: 3 + (index % 3), pauseMs: 150 + 100 * (index % 4), isHeld: index % 2 === 0 },
      })
    }
  }
  await Promise.all([writer(), writer()])
}

function outcomeOf(
  dataDir: string,
  {
    inbox,
    done,
    contents,
  }: { readonly inbox: string; readonly done: string; readonly contents: readonly Buffer[] },
): Omit<WatchOutcome, 'kills'> {
  const given = contents.map(hashOf)
  const different = new Set(given)
  const found = withDatabase(dataDir, (db) => ({
    documents: rows<{ sha256: string }>(
      db,
      'select i.sha256 from documents d join items i on i.id = d.item_id',
    ).map(({ sha256 }) => sha256),
    isSound: isSound(db),
  }))
  const documents = found?.documents ?? []
  const stored = new Set(documents)
  const hashesIn = (folder: string) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => hashOf(readFileSync(join(folder, name))))
  const [moved, left] = [hashesIn(done), hashesIn(inbox)]
  return {
    given: contents.length,
    contents: different.size,
    stored: documents.length,
    lost: [...different].filter((hash) => !stored.has(hash)).length,
    doubled: documents.length - stored.size,
    moved: moved.filter((hash) => different.has(hash)).length,
    missing: contents.length - moved.length - left.length,
    isSound: found?.isSound ?? false,
  }
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

export function isWatchWell({ given, moved, lost, doubled, missing, isSound }: WatchOutcome) {
  return lost === 0 && doubled === 0 && missing === 0 && moved === given && isSound
}
