import { realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { AppError } from '../../../workers/errors.ts'
import type { WatchConfig } from '../../watchView.ts'

type Folders = Pick<WatchConfig, 'folder' | 'moveTo' | 'exportTo' | 'withSubfolders'>

/**
 * Refuses folders that would feed each other: one inside its own destination or the other way round, inside the data
 * folder, or watched already. Throws watch_in_data_folder, watch_not_apart, watched_already.
 */
export async function assertApart(
  wished: Folders,
  { dataDir, others }: { readonly dataDir: string; readonly others: readonly Folders[] },
): Promise<void> {
  const { folder } = wished
  const destinations = destinationsOf(wished)
  for (const path of [folder, ...destinations])
    if (await isWithin(path, dataDir)) throw new AppError('watch_in_data_folder', { path })
  for (const path of destinations)
    if (await areNested(path, folder)) throw new AppError('watch_not_apart', { path, folder })
  for (const other of others) {
    if (await readTwice(wished, other))
      throw new AppError('watched_already', { path: folder, folder: other.folder })
    for (const path of destinations)
      if (await areNested(path, other.folder))
        throw new AppError('watch_not_apart', { path, folder: other.folder })
    for (const path of destinationsOf(other))
      if (await areNested(path, folder)) throw new AppError('watch_not_apart', { path, folder })
  }
}

function destinationsOf({ moveTo, exportTo }: Folders): readonly string[] {
  return [moveTo, exportTo].filter((path) => path !== null)
}

/** Whether a file of one is a file of the other as well. */
async function readTwice(one: Folders, other: Folders): Promise<boolean> {
  if ((await isWithin(one.folder, other.folder)) && (await isWithin(other.folder, one.folder)))
    return true
  if (other.withSubfolders && (await isWithin(one.folder, other.folder))) return true
  return one.withSubfolders && (await isWithin(other.folder, one.folder))
}

async function areNested(one: string, other: string): Promise<boolean> {
  return (await isWithin(one, other)) || (await isWithin(other, one))
}

/** Whether a path is a folder or lies in it, whatever links lead there. */
async function isWithin(path: string, folder: string): Promise<boolean> {
  const [inner, outer] = [await placeOf(path), await placeOf(folder)]
  return `${inner}${sep}`.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`)
}

/** Where a path really lies; of one that is not there yet, where it would. */
async function placeOf(path: string): Promise<string> {
  const whole = resolve(path)
  const above = dirname(whole)
  const place = await realpath(whole).catch(async () =>
    above === whole ? whole : join(await placeOf(above), basename(whole)),
  )
  // Their file systems take `Scans` and `scans` for the same.
  return process.platform === 'linux' ? place : place.toLowerCase()
}
