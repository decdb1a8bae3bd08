import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../../workers/errors.ts'
import type { PageReading } from '../../workers/tasks.ts'
import { abortable } from './abortable.ts'
import type { BatchRun } from './batchRun.ts'
import type { Core } from './core.ts'
import type { BatchConfig, Trouble } from './db/batches.ts'
import { atomically } from './db/open.ts'
import { beginPages, settlePage } from './db/pageStates.ts'
import { hasPage, keepPage, keepPageError, listKeptPages, listPageErrors } from './db/pages.ts'
import { drawPreview } from './drawPreview.ts'
import { inParallel } from './inParallel.ts'
import { type InspectedItem, isUnchanged } from './inspectItem.ts'
import { languageMissing, ocrDirs } from './languages.ts'
import { ownOcrData } from './ownOcrData.ts'
import { previewFile, unturnedPreviewFile } from './previews.ts'
import { troubleOf } from './trouble.ts'

// Trouble of the file or the machine, not of one page: the item has to face it.
const notOfThePage = new Set([
  ...['disk_full', 'file_not_found', 'access_denied', 'language_missing'],
  ...['language_damaged', 'language_changed', 'file_encrypted', 'password_wrong'],
])

/** `interrupted`: the run stopped before the last page. `changed`: the file did, begin it anew. */
export type Outcome = 'read' | 'interrupted' | 'changed'

/**
 * Reads the pages of an item (or of a stretch of it) that nobody has kept yet, several at a time. A page that cannot be
 * read is a page with an error. Throws when the file as a whole is at fault: it is gone, or not one
 * page of it can be read.
 */
export async function readPages(
  core: Core,
  run: BatchRun,
  item: InspectedItem,
  [first, last]: readonly [number, number] = [1, item.pageCount],
): Promise<Outcome> {
  const key = { sha256: item.sha256, readerKey: run.batch.readerKey }
  const kept = new Set(listKeptPages(core.db, key))
  beginPages(core.db, item, key, item.pageCount)
  core.events.batchMoved(run.batch.id)

  const pages = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const unread = pages.filter((page) => !kept.has(page))
  let hasChanged = false
  await inParallel(
    run.pagesAtOnce,
    () => (run.isStopping() || hasChanged ? null : (unread.shift() ?? null)),
    async (page) => {
      const outcome = await run.turn(() => takePage(core, run, item, page))
      if (outcome === 'changed') hasChanged = true
    },
  )
  if (hasChanged) return 'changed'
  if (unread.length > 0) return 'interrupted'

  const errors = listPageErrors(core.db, key, [first, last])
  const [error] = errors
  if (error && errors.length >= pages.length)
    throw new AppError(error.code, { ...error.details, page: error.page })
  return 'read'
}

/** Waits for whoever is reading the page already, or reads it. */
async function takePage(
  core: Core,
  run: BatchRun,
  item: InspectedItem,
  page: number,
): Promise<'read' | 'changed'> {
  const { db, pagesInHand } = core
  const key = { sha256: item.sha256, readerKey: run.batch.readerKey, page }
  const id = JSON.stringify(key)
  for (let other = pagesInHand.get(id); other; other = pagesInHand.get(id))
    await abortable(
      other.catch(() => {}),
      run.signal,
    )
  if (hasPage(db, key)) {
    atomically(db, () => settlePage(db, item, key, { page, isKept: true }))
  } else {
    const own = readAndKeep(core, run, item, page).finally(() => pagesInHand.delete(id))
    pagesInHand.set(id, own)
    if ((await own) === 'changed') return 'changed'
    run.pace.countPage(core.now())
  }
  core.events.batchMoved(run.batch.id)
  return 'read'
}

async function readAndKeep(
  core: Core,
  run: BatchRun,
  item: InspectedItem,
  page: number,
): Promise<'read' | 'changed'> {
  const key = { sha256: item.sha256, readerKey: run.batch.readerKey }
  const startedAt = core.now().getTime()
  const preview = unturnedPreviewFile(core.dataDir, { ...key, page })
  const outcome = await tryToRead(core, run, item, { page, preview })
  // Words of a new content must not be kept under the name of the old one.
  if (!(await isUnchanged(item))) {
    await rm(preview, { force: true })
    return 'changed'
  }
  if ('reading' in outcome) {
    const turned = { ...key, page, rotation: outcome.reading.page.rotation }
    if (outcome.reading.previewWritten) await rename(preview, previewFile(core.dataDir, turned))
    // Now there is a password; whoever looks later may have none.
    else if (item.protection === 'password') await drawPreview(core, turned)
    const { reading } = outcome
    atomically(core.db, () => {
      keepPage(core.db, key, reading)
      settlePage(core.db, item, key, { page, isKept: false })
    })
    return 'read'
  }
  const { code, details } = outcome.error
  const seconds = (core.now().getTime() - startedAt) / 1000
  const error = { code, details: { file: item.filename, page, ...details } }
  atomically(core.db, () => {
    keepPageError(core.db, key, { page, seconds, error })
    settlePage(core.db, item, key, { page, isKept: false })
  })
  core.log('page.failed', { item: item.id, page, code })
  return 'read'
}

async function tryToRead(
  core: Core,
  { batch, config, signal, isUrgent }: BatchRun,
  { path, type }: InspectedItem,
  { page, preview }: { page: number; preview: string },
): Promise<{ readonly reading: PageReading } | { readonly error: Trouble }> {
  const engineFiles = { ocrDirs: ocrDirs(core) }
  const { settings } = config
  try {
    await mkdir(dirname(preview), { recursive: true })
    const passwords = core.passwords.of(batch.id)
    const task = { path, passwords, type, page, settings, engineFiles, previewFile: preview }
    const options = { signal, urgent: isUrgent }
    const reading = await abortable(core.pool.readPage(task, options), signal)
    if (reading.page.number !== page)
      throw new AppError('internal', { problem: `page ${page} was answered with another one` })
    assertSameData(core, config, reading)
    return { reading }
  } catch (thrown) {
    const error = troubleOf(thrown)
    if (error.code === 'language_missing')
      throw languageMissing(core, String(error.details.language))
    if (signal.aborted || notOfThePage.has(error.code)) throw thrown
    return { error }
  }
}

/** Throws language_changed when OCR may have used other language data than what the page is kept under. */
function assertSameData(
  core: Core,
  { settings, ownData }: BatchConfig,
  { page }: PageReading,
): void {
  if (ownData === undefined || page.words.every(({ reader }) => reader !== 'ocr')) return
  if (ownOcrData(core, settings.languages) === ownData) return
  throw new AppError('language_changed', { folder: ocrDirs(core)[0] })
}
