import { lstat, stat } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { AppError } from '../../../workers/errors.ts'
import type { Core } from '../core.ts'
import { atomically } from '../db/open.ts'
import type { Watch } from '../db/watches.ts'
import { listUnmoved, markMoved, moveItem, planMove, type WatchFile } from '../db/watchFiles.ts'
import { hashOf } from '../hashedFiles.ts'
import { isMounted } from './mountOf.ts'
import { freePlace, isThere, putInPlace, takeAway } from './moveOriginal.ts'

/**
 * Moves originals whose documents are stored to where the person chose. Throws destination_gone and original_unmoved:
 * what cannot be moved for now stays where it is, and the next look tries again.
 */
export async function moveDone(core: Core, watch: Watch): Promise<void> {
  const { moveTo } = watch.config
  const waiting = moveTo === null ? [] : listUnmoved(core.db, watch.id)
  if (moveTo === null || waiting.length === 0) return
  const isFolder = await stat(moveTo).then(
    (found) => found.isDirectory(),
    () => false,
  )
  const { destinationMount: mount } = watch
  // Under the place of a share that is away nobody would find them again.
  const isAway = mount !== null && !(await isMounted(mount))
  if (!isFolder || isAway) throw new AppError('destination_gone', { path: moveTo })
  let unmoved: WatchFile | null = null
  for (const file of waiting) {
    if (core.closing.aborted) return
    try {
      await moveOne(core, watch.folder, moveTo, file)
    } catch (thrown) {
      const { code = 'unknown' } = thrown as NodeJS.ErrnoException
      core.log('watch.unmoved', { watch: watch.id, code })
      unmoved ??= file
    }
  }
  if (unmoved)
    throw new AppError('original_unmoved', { file: basename(unmoved.path), path: moveTo })
}

/**
 * The place is written down, the file put there, the item told, the original taken away, in this order: a kill between
 * any two leaves the file in one place or in both, and the next look takes it up where it stopped.
 */
async function moveOne(
  { db }: Core,
  folder: string,
  moveTo: string,
  file: WatchFile,
): Promise<void> {
  const { id, path, sha256, movingTo } = file
  if (sha256 === null) return
  const wasPut =
    movingTo !== null && (await isThere(movingTo)) && (await hashOf(movingTo)) === sha256
  if (!wasPut && !(await isAsMet(file))) {
    // Replaced, or taken away by somebody else; or a link, and what it leads to is not ours to move.
    markMoved(db, id, 2)
    return
  }
  const to = wasPut ? movingTo : await put(db, { folder, moveTo, file, sha256 })
  if (to === null) return
  const { mtimeMs: modifiedAt } = await stat(to)
  if (file.itemId !== null && file.state === 'done')
    moveItem(db, { id: file.itemId, from: path, to, modifiedAt })
  await takeAway(path, file)
  markMoved(db, id, 1)
}

async function put(
  db: Core['db'],
  {
    folder,
    moveTo,
    file,
    sha256,
  }: {
    readonly folder: string
    readonly moveTo: string
    readonly file: WatchFile
    readonly sha256: string
  },
): Promise<string | null> {
  // As it lay in sub-folders of the watched one.
  const place = join(moveTo, relative(folder, dirname(file.path)))
  for (let tries = 0; tries < 5; tries += 1) {
    const to = await freePlace(place, basename(file.path))
    atomically(db, () => planMove(db, file.id, to))
    if (await putInPlace(file.path, to, sha256)) return to
  }
  return null
}

async function isAsMet({ path, size, modifiedAt }: WatchFile): Promise<boolean> {
  const found = await lstat(path).catch(() => null)
  return found?.isFile() === true && found.size === size && found.mtimeMs === modifiedAt
}
