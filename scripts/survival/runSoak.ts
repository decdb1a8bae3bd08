import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Db, row, rows } from '../../electron/core/db/open.ts'
import { createRandom } from '../samples/random.ts'
import { countReadAgain, findByReference, isSound, withDatabase } from './found.ts'
import { type Expected, makeItems } from './makeItems.ts'
import type { CrashOutcome } from './runCrash.ts'
import { type Sheaf, startSheaf } from './sheaf.ts'
import { treeMemory } from './treeMemory.ts'

export interface SoakOptions {
  /** An empty folder to work in. */
  readonly folder: string
  readonly items: number
  /** Percent. */
  readonly broken: number
  readonly kills: number
  readonly seed: number
  /** Seconds between two looks at memory and counts. */
  readonly every: number
  readonly say: (line: string) => void
}

export interface SoakOutcome extends CrashOutcome {
  /** Megabytes at the first and the last look; null where the system does not tell. */
  readonly memory: readonly [first: number | null, last: number | null]
}

const reference = 'soak'

/** Works through thousands of items, killed at random moments of the first two thirds, and looks at memory. */
export async function runSoak(options: SoakOptions): Promise<SoakOutcome> {
  const { folder, items, say, seed } = options
  const dataDir = join(folder, 'data')
  mkdirSync(join(dataDir, 'out'), { recursive: true })
  say(`making ${items} files, ${options.broken} % of them broken`)
  const expected = await makeItems(join(folder, 'items'), items, options.broken)
  const random = createRandom(`soak ${seed}`)
  const marks = Array.from({ length: options.kills }, () => Math.floor(random() * items * 0.67))
  const looks: (number | null)[] = []
  const watch = startWatch(options, dataDir, looks)
  let kills = 0
  for (const mark of marks.sort((a, b) => a - b)) {
    const sheaf = start(folder, dataDir)
    watch.follow(sheaf)
    if ((await untilEnded(sheaf, dataDir, mark)) === 'ended') break
    await wait(random() * 1000)
    sheaf.kill()
    await sheaf.ended
    watch.killed(++kills)
  }
  for (let lives = 0; !findByReference(dataDir, reference)?.isFinished; lives++) {
    const sheaf = start(folder, dataDir)
    watch.follow(sheaf)
    await sheaf.ended
    if (lives > 3) throw new Error(`Sheaf ends by itself:\n${sheaf.said()}`)
  }
  watch.end()
  const found = withDatabase(dataDir, (db) => inspect(db, expected))
  if (!found) throw new Error('There is no database.')
  return { kills, ...found, memory: [looks[0] ?? null, looks.at(-1) ?? null] }
}

/** When so many items have ended: counted where they are kept, as events of many are told as one. */
async function untilEnded(
  sheaf: Sheaf,
  dataDir: string,
  mark: number,
): Promise<'reached' | 'ended'> {
  let isOver = false
  void sheaf.ended.then(() => {
    isOver = true
  })
  while (!isOver) {
    if (countEnded(dataDir) >= mark) return 'reached'
    await wait(200)
  }
  return 'ended'
}

function start(folder: string, dataDir: string): Sheaf {
  const known = findByReference(dataDir, reference)
  if (known) return startSheaf(dataDir, ['resume', known.id])
  const output = join(dataDir, 'out', 'soak.csv')
  const source = join(folder, 'items')
  return startSheaf(dataDir, ['extract', source, '--reference', reference, '--out', output])
}

function countEnded(dataDir: string): number {
  const found = withDatabase(dataDir, (db) =>
    row<{ ended: number }>(
      db,
      "select count(*) as ended from items where status not in ('pending', 'running')",
    ),
  )
  return found?.ended ?? 0
}

/** Looks at the process in hand now and then; a line of the table each time. */
function startWatch({ every, say }: SoakOptions, dataDir: string, looks: (number | null)[]) {
  const begun = performance.now()
  let [current, kills]: [Sheaf | null, number] = [null, 0]
  const line = (...cells: readonly (string | number)[]) =>
    say(cells.map((cell) => String(cell).padStart(10)).join(''))
  line('seconds', 'ended', 'kills', 'MB')
  const look = () => {
    if (!current) return
    const memory = treeMemory(current.pid)
    if (memory === null) return
    looks.push(memory)
    line(Math.round((performance.now() - begun) / 1000), countEnded(dataDir), kills, memory)
  }
  const timer = setInterval(look, every * 1000)
  return {
    follow(sheaf: Sheaf) {
      current = sheaf
    },
    killed: (count: number) => {
      kills = count
    },
    end: () => clearInterval(timer),
  }
}

interface ItemEnd {
  readonly status: string
  readonly documents: number
  readonly words: string | null
}

function inspect(db: Db, expected: readonly Expected[]): Omit<CrashOutcome, 'kills'> {
  const ends = rows<ItemEnd>(
    db,
    `select i.status, (select count(*) from documents d where d.item_id = i.id) as documents,
       (select p.words from pages p where p.sha256 = i.sha256 and p.page = 1) as words
     from items i order by i.seq`,
  )
  const differing = expected.filter((meant, i) => !isAsMeant(meant, ends[i])).length
  const lost = ends.filter(({ status }) => status === 'pending' || status === 'running').length
  const batches = row<{ all: number }>(db, 'select count(*) as "all" from batches')?.all ?? 0
  return {
    items: expected.length,
    lost: lost + Math.max(0, expected.length - ends.length),
    doubled: batches - 1 + Math.max(0, ends.length - expected.length) + countReadAgain(db),
    differing,
    isSound: isSound(db),
  }
}

function isAsMeant(meant: Expected, end: ItemEnd | undefined): boolean {
  if (!end) return false
  if (meant.kind === 'not read') return end.status === 'failed' || end.status === 'skipped'
  const hasWord = meant.word === null || (end.words?.includes(meant.word) ?? false)
  return end.status === 'done' && end.documents === 1 && hasWord
}
