import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../workers/errors.ts'
import type { Core } from './core.ts'
import { countPagesAhead, type PageCounts, usedBytes } from './db/preflight.ts'
import { listSpeeds } from './db/speeds.ts'
import { sizeWords } from './sizeWords.ts'

export interface Space {
  readonly neededBytes: number
  readonly freeBytes: number | null
  readonly isMeasured: boolean
}

/** A page's words and the values of a document of one page, and the picture of a scan, as they usually are. */
const usual = { pageBytes: 48_000, previewBytes: 100_000 }
/** With fewer pages, what the database began with weighs more than the pages. */
const enoughPages = 200
/** The write-ahead log, the export and its temporary copy. */
const reserveBytes = 8_000_000
/** Pages differ: what is missing in the night is worse than what is left over. */
const margin = 1.2

/** What reading will add to the data folder, and what is free on its disk. */
export async function spaceNeeded(
  core: Pick<Core, 'db' | 'dataDir' | 'freeBytes'>,
  pages: PageCounts,
): Promise<Space> {
  const { db, dataDir } = core
  const read = listSpeeds(db).reduce((sum, speed) => sum + speed.pages, 0)
  const isMeasured = read >= enoughPages
  const pageBytes = isMeasured ? usedBytes(db) / read : usual.pageBytes
  const pictures = pages.picturePages + pages.unknownPages
  const previewBytes = pictures > 0 ? await averagePreview(join(dataDir, 'previews')) : 0
  const ahead = pages.textPages + pictures
  const growth = ahead * pageBytes + pictures * (previewBytes ?? usual.previewBytes)
  const neededBytes = ahead === 0 ? 0 : Math.round(growth * margin + reserveBytes)
  return { neededBytes, freeBytes: await core.freeBytes(dataDir), isMeasured }
}

/** The error for a disk that is too small; null when there is room, or nobody can say. */
export function spaceRefusal({ neededBytes, freeBytes }: Space, folder: string): AppError | null {
  if (freeBytes === null || neededBytes <= freeBytes) return null
  return new AppError('no_space', {
    needed: sizeWords(neededBytes),
    free: sizeWords(freeBytes),
    folder,
  })
}

/** Throws no_space when the pages that a batch still has to read would not fit on the disk. */
export async function assertRoom(
  core: Core,
  batch: { readonly id: string; readonly readerKey: string },
): Promise<void> {
  const pages = countPagesAhead(core.db, { batchId: batch.id, readerKey: batch.readerKey })
  const refusal = spaceRefusal(await spaceNeeded(core, pages), core.dataDir)
  if (refusal) throw refusal
}

/** Of the pictures in one of the folders, so that thousands of them cost no time; null where are none. */
async function averagePreview(folder: string): Promise<number | null> {
  try {
    for (const name of await readdir(folder)) {
      const names = (await readdir(join(folder, name))).slice(0, 32)
      const sizes = await Promise.all(
        names.map(async (file) => (await stat(join(folder, name, file))).size),
      )
      if (sizes.length >= 8) return sizes.reduce((sum, size) => sum + size, 0) / sizes.length
    }
  } catch {}
  return null
}
