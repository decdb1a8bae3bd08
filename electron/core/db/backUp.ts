import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../../workers/errors.ts'
import type { Db } from './open.ts'

/** Older copies go: three steps back is further than anybody went. */
const kept = 3
const megabyte = 1_000_000

/** How much may still be written where a folder lies, in bytes. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/**
 * A whole copy beside the database, with what is still in the write-ahead log, on the disk when it returns; it
 * is complete or not there. An older copy of the same step stays. Throws no_room_for_backup.
 */
export function backUp(
  db: Db,
  version: number,
  free: (folder: string) => number = freeBytes,
): void {
  const file = `${db.name}.before-v${version}`
  if (existsSync(file)) return
  const unfinished = `${file}.unfinished`
  rmSync(unfinished, { force: true })
  assertRoom(db, free(dirname(file)))
  db.prepare('vacuum into ?').run(unfinished)
  sync(unfinished, 'r+')
  renameSync(unfinished, file)
  // Windows opens no folder, and needs no sync of one.
  if (process.platform !== 'win32') sync(dirname(file), 'r')
  for (const old of listBackups(db.name).slice(kept)) rmSync(old, { force: true })
}

/** Copies that lie beside a database, the latest first. */
export function listBackups(file: string): readonly string[] {
  const name = `${basename(file)}.before-v`
  const folder = dirname(file)
  return readdirSync(folder)
    .filter((other) => other.startsWith(name) && /^\d+$/.test(other.slice(name.length)))
    .sort((a, b) => Number(b.slice(name.length)) - Number(a.slice(name.length)))
    .map((other) => join(folder, other))
}

/** Room for the copy, and for as much again that the change itself may write. */
function assertRoom(db: Db, free: number): void {
  const wal = statSync(`${db.name}-wal`, { throwIfNoEntry: false })?.size ?? 0
  const needed = 2 * (statSync(db.name).size + wal)
  if (free >= needed) return
  throw new AppError('no_room_for_backup', {
    needed: Math.ceil(needed / megabyte),
    free: Math.floor(free / megabyte),
  })
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
