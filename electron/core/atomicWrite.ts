import { existsSync, statSync } from 'node:fs'
import { open, readdir, rename } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '../../workers/errors.ts'
import { evidenceMark } from '../../workers/export/evidenceNames.ts'
import { exportFiles } from '../../workers/export/exportFiles.ts'
import { outputError } from '../../workers/export/outputError.ts'
import { formatsOf } from '../choices.ts'
import type { ExportFormat } from '../contract.ts'
import type { BatchKind } from '../views.ts'
import { freePath } from './freePath.ts'
import { makeHiddenFolder, removeHiddenFolder, removeLeftovers } from './hiddenFolder.ts'

/**
 * Lets `write` make a file, and what belongs beside it, under its own name in a hidden folder next
 * to the target, and puts all of it in place when all of it is on the disk. Until then, and after
 * any failure, an older export stands untouched. Gives the files that are now in place. Throws disk_full and
 * output_locked, which names another place (`other`) where it is only this file that cannot be replaced.
 */
export async function atomicWrite(
  path: string,
  write: (temporary: string) => Promise<unknown>,
): Promise<readonly string[]> {
  let hidden: string | undefined
  try {
    hidden = await makeHiddenFolder(path)
    await offeringOther(path, () => assertAllReplaceable(path))
    await write(join(hidden, basename(path)))
    const files = await offeringOther(path, () => putInPlace(path, hidden as string))
    // Only now: until the file stands, what was set aside of an older one may be all there is of it.
    await removeLeftovers(path).catch(() => {})
    return files
  } catch (thrown) {
    throw outputError(path, thrown)
  } finally {
    if (hidden !== undefined) await removeHiddenFolder(hidden)
  }
}

/** Refuses an output that could not be written at the end: known before hours of reading. */
export async function assertWritable(path: string, kind: BatchKind): Promise<void> {
  formatOf(path, kind)
  try {
    await removeHiddenFolder(await makeHiddenFolder(path))
    await offeringOther(path, () => assertAllReplaceable(path))
  } catch (thrown) {
    throw outputError(path, thrown)
  }
}

/** The format that the end of a path asks for, of those that a batch of this kind can be written as. */
export function formatOf<Kind extends BatchKind>(path: string, kind: Kind): FormatOf<Kind> {
  const extension = extname(path).slice(1).toLowerCase()
  const known: readonly FormatOf<Kind>[] = formatsOf[kind]
  const format = known.find((name) => name === extension)
  if (format !== undefined) return format
  const formats = known.map((name) => `.${name}`).join(', ')
  throw new AppError('output_unsupported', { path, formats })
}

type FormatOf<Kind extends BatchKind> = (typeof formatsOf)[Kind][number] & ExportFormat

/** Names a free place beside it where a file cannot be replaced: another program holds it, or it is no file. */
async function offeringOther<T>(path: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (thrown) {
    const trouble = outputError(path, thrown)
    if (!(trouble instanceof AppError) || trouble.code !== 'output_locked') throw trouble
    throw new AppError('output_locked', { path, other: await freePath(path) }, trouble)
  }
}

async function assertAllReplaceable(path: string): Promise<void> {
  const [main, ...others] = exportFiles(path)
  await assertReplaceable(main)
  for (const other of others)
    if (!isFolder(other)) await assertReplaceable(other).catch(unlessTooLong)
}

/** Fails for a folder, a file marked read-only and, on Windows, a file that Excel has open. */
async function assertReplaceable(file: string): Promise<void> {
  try {
    await (await open(file, 'r+')).close()
  } catch (thrown) {
    if (!isMissing(thrown)) throw thrown
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** A folder under the name of ours that Sheaf did not make: nothing of it is ever replaced. */
function isForeignFolder(path: string): boolean {
  return isFolder(path) && !existsSync(join(path, evidenceMark))
}

interface Move {
  readonly from: string
  readonly to: string
}

/**
 * The rename of the main file is the moment that counts: what belongs beside it is placed before,
 * and taken back if the main file cannot follow. A table that this export does not have is taken
 * away, or the rows of an older export would stand beside documents they do not belong to.
 */
async function putInPlace(path: string, hidden: string): Promise<readonly string[]> {
  const [main, ...others] = exportFiles(path)
  const written = await readdir(hidden)
  for (const name of written)
    if (!isFolder(join(hidden, name))) await sync(join(hidden, name), 'r+')
  const done: Move[] = []
  const older = await makeHiddenFolder(path)
  try {
    for (const other of others) {
      const name = basename(other)
      if (isForeignFolder(other)) {
        if (written.includes(name)) throw new AppError('output_locked', { path: other })
        continue
      }
      await moveIfThere({ from: other, to: join(older, name) }, done)
      await moveIfThere({ from: join(hidden, name), to: other }, done)
    }
    await renamePatiently({ from: join(hidden, basename(main)), to: main })
  } catch (thrown) {
    // If even this fails, the older files stay where they were set aside.
    for (const { from, to } of done.reverse()) await renamePatiently({ from: to, to: from })
    await removeHiddenFolder(older)
    throw thrown
  }
  await removeHiddenFolder(older)
  // Windows opens no folder, and needs no sync of one.
  await sync(dirname(path), 'r').catch(() => {})
  return [main, ...others].filter((file) => written.includes(basename(file)))
}

async function moveIfThere(move: Move, done: Move[]): Promise<void> {
  try {
    await renamePatiently(move)
    done.push(move)
  } catch (thrown) {
    if (!isMissing(thrown)) unlessTooLong(thrown)
  }
}

// A virus scanner holds a new file for a moment; Excel holds it for good.
const pausesMs = [50, 150, 500]

async function renamePatiently({ from, to }: Move): Promise<void> {
  for (const pause of pausesMs) {
    try {
      return await rename(from, to)
    } catch (thrown) {
      if (!isCode(thrown, 'EBUSY', 'EPERM', 'EACCES')) throw thrown
      await wait(pause)
    }
  }
  await rename(from, to)
}

async function sync(path: string, flags: 'r' | 'r+'): Promise<void> {
  const file = await open(path, flags)
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** What has too long a name, though its export has not, is not there and is not asked for. */
function unlessTooLong(thrown: unknown): void {
  if (!isCode(thrown, 'ENAMETOOLONG')) throw thrown
}

function isMissing(thrown: unknown): boolean {
  return isCode(thrown, 'ENOENT')
}

function isCode(thrown: unknown, ...codes: readonly string[]): boolean {
  return thrown instanceof Error && 'code' in thrown && codes.includes(String(thrown.code))
}
