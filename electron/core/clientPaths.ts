import { realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { AppError } from '../../workers/errors.ts'
import type { Client } from './db/clients.ts'

/**
 * Judges whether a client may name a path: where links lead counts, not what they are called. What is not there is
 * judged by the folder that would hold it, so that nobody learns what is elsewhere. Our own data folder holds what
 * others have sent. Throws path_refused.
 */
export type JudgePath = (path: string) => Promise<void>

export async function clientPaths(
  client: Pick<Client, 'name' | 'folders'>,
  dataDir: string,
): Promise<JudgePath> {
  const allowed = await Promise.all(client.folders.map(realPlace))
  const ours = await realPlace(dataDir)
  return async (path) => {
    const place = await realPlace(resolve(path))
    const isAllowed = allowed.some((folder) => isWithin(place, folder))
    if (isAllowed && !isWithin(place, ours)) return
    const folders = client.folders.join(', ')
    throw new AppError('path_refused', { path, name: client.name, folders })
  }
}

/** Where a path leads; of one that is not there, where it would be. */
async function realPlace(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(await realPlace(parent), basename(path))
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}
