import { stat } from 'node:fs/promises'
import { AppError } from '../../../workers/errors.ts'
import { exportFiles } from '../../../workers/export/exportFiles.ts'
import type { Core } from '../core.ts'
import { listOutputs } from '../db/batches.ts'
import type { Watch } from '../db/watches.ts'
import { findByContent, findWatchFile, insertWatchFile } from '../db/watchFiles.ts'
import { looksReadable } from '../fileNames.ts'
import { hashOf } from '../hashedFiles.ts'
import type { Runner } from '../runner.ts'
import { endOfFile } from './endOfFile.ts'
import { goOnWithBatches } from './goOnWithBatches.ts'
import { type Listing, listWatched, type Seen } from './listWatched.ts'
import { isMounted } from './mountOf.ts'
import { moveDone } from './moveDone.ts'
import { openForWriting } from './openForWriting.ts'
import { settleFiles } from './settleFiles.ts'
import type { Sightings } from './sightings.ts'
import { takeFiles, type WholeFile } from './takeFiles.ts'

/** What a look met that nothing was done with yet. */
export interface Met {
  /** Not whole yet. */
  arriving: number
  /** May not be opened for now. */
  locked: number
  /** No document by name and content. */
  ignored: number
}

/** More wait for the next look, so that the first of thousands are read while the others are still hashed. */
const mostAtOnce = 500
/** A format that does not tell its end has to be quiet for longer, so many times. */
const longer = 3

/**
 * One look into a watched folder: learns what was done since, takes what is whole, moves what is done. Throws
 * watch_gone, and what keeps files from being taken or moved; the next look tries again.
 */
export async function lookAt(
  core: Core,
  runner: Runner,
  watch: Watch,
  sightings: Sightings,
): Promise<Met> {
  settleFiles(core, watch.id)
  await assertThere(watch)
  await goOnWithBatches(core, runner, watch.id)
  const { files, closed } = await listing(core, watch)
  sightings.keepOnly(new Set(files.map(({ path }) => path)))
  const met: Met = { arriving: 0, locked: closed, ignored: 0 }
  const whole = await wholeFiles(core, watch, { files, sightings, met })
  await take(core, runner, watch, whole)
  settleFiles(core, watch.id)
  await moveDone(core, watch)
  return met
}

/** A share that went away leaves an empty folder, or none. */
async function assertThere({ folder, mount }: Watch): Promise<void> {
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isThere || (mount !== null && !(await isMounted(mount))))
    throw new AppError('watch_gone', { path: folder })
}

async function listing({ db, dataDir }: Core, { folder, config }: Watch): Promise<Listing> {
  const leaveOut = new Set([dataDir, ...listOutputs(db).flatMap(exportFiles)])
  try {
    return await listWatched(folder, { withSubfolders: config.withSubfolders, leaveOut })
  } catch (thrown) {
    if (isDenied(thrown)) throw new AppError('access_denied', { file: folder })
    throw new AppError('watch_gone', { path: folder }, thrown)
  }
}

/** Files that are new, whole and can be read, with their hashes. */
async function wholeFiles(
  core: Core,
  { id, config }: Watch,
  {
    files,
    sightings,
    met,
  }: { readonly files: readonly Seen[]; readonly sightings: Sightings; readonly met: Met },
): Promise<readonly WholeFile[]> {
  const isNew = (seen: Seen) => {
    const known = findWatchFile(core.db, id, seen.path)
    const isSame = known?.size === seen.size && known.modifiedAt === seen.modifiedAt
    // One that was moved away and lies here again was put back by somebody.
    return !isSame || known.moved === 1
  }
  const quiet = new Map<Seen, number>()
  for (const seen of files.filter(isNew)) {
    const seconds = sightings.quietSeconds(seen, core.now())
    if (sightings.isNone(seen)) met.ignored += 1
    else if (seconds === 0 || seconds < config.settleSeconds) met.arriving += 1
    else quiet.set(seen, seconds)
  }
  const written = await openForWriting([...quiet.keys()].map(({ path }) => path))
  const whole: WholeFile[] = []
  for (const [seen, seconds] of quiet) {
    if (core.closing.aborted || whole.length === mostAtOnce) break
    const found = written.has(seen.path) ? 'arriving' : await asWhole(seen, seconds, config)
    if (found === 'arriving' || found === 'locked') met[found] += 1
    else if (found === 'ignored') {
      sightings.markNone(seen)
      met.ignored += 1
    } else if (found === 'changed') {
      sightings.forget(seen.path)
      met.arriving += 1
    } else whole.push(found)
  }
  return whole
}

async function asWhole(
  seen: Seen,
  seconds: number,
  { settleSeconds, endlessSeconds }: Watch['config'],
): Promise<WholeFile | keyof Met | 'changed'> {
  try {
    const end = await endOfFile(seen.path, seen.size)
    if (end === 'none' && !looksReadable(seen.name)) return 'ignored'
    const enough = { whole: 0, unknown: settleSeconds * longer }
    const isLong = seconds >= endlessSeconds
    if (!isLong && (end === 'none' || end === 'unfinished')) return 'arriving'
    if (!isLong && end === 'unknown' && seconds < enough[end]) return 'arriving'
    const sha256 = await hashOf(seen.path)
    const { size, mtimeMs } = await stat(seen.path)
    if (size !== seen.size || mtimeMs !== seen.modifiedAt) return 'changed'
    return { ...seen, sha256 }
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'ENOENT' ? 'changed' : 'locked'
  }
}

/** Each content once: another file with the same is remembered as such, and not read. */
async function take(
  core: Core,
  runner: Runner,
  watch: Watch,
  whole: readonly WholeFile[],
): Promise<void> {
  const fresh = new Map<string, WholeFile>()
  const doubles: { readonly file: WholeFile; readonly sameAs: string }[] = []
  for (const file of whole) {
    const first = fresh.get(file.sha256) ?? findByContent(core.db, watch.id, file.sha256)
    if (!first) fresh.set(file.sha256, file)
    else doubles.push({ file, sameAs: first.path })
  }
  if (fresh.size > 0) runner.start(await takeFiles(core, watch, [...fresh.values()]))
  const at = core.now().toISOString()
  for (const { file, sameAs } of doubles) {
    const { path, size, modifiedAt, sha256 } = file
    insertWatchFile(core.db, {
      ...{ watchId: watch.id, path, size, modifiedAt, sha256, state: 'duplicate', sameAs, at },
    })
  }
}

function isDenied(thrown: unknown): boolean {
  return ['EACCES', 'EPERM'].includes((thrown as NodeJS.ErrnoException).code ?? '')
}
