import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../workers/errors.ts'
import { abortable } from './abortable.ts'
import type { BatchRun } from './batchRun.ts'
import type { Core } from './core.ts'
import { countPage, setPagesKept } from './db/items.ts'
import { hasPage, keepPage, keepPageError, listKeptPages, listPageErrors } from './db/pages.ts'
import { inParallel } from './inParallel.ts'
import { type InspectedItem, isUnchanged } from './inspectItem.ts'
import { previewFile } from './previews.ts'
import { troubleOf } from './trouble.ts'

// Trouble of the file or the machine, not of one page: the item has to face it.
const notOfThePage = new Set(['disk_full', 'file_not_found', 'access_denied', 'language_missing'])

/**
 * Reads the pages of an item that nobody has kept yet, several at a time. A page that cannot be
 * read is a page with an error. `interrupted` when the run stopped before the last page.
 * Throws when the file as a whole is at fault: gone, changed, or not one page of it readable.
 */
export async function readPages(
  core: Core,
  run: BatchRun,
  item: InspectedItem,
): Promise<'read' | 'interrupted'> {
  const key = { sha256: item.sha256, readerKey: run.batch.readerKey }
  const kept = new Set(listKeptPages(core.db, key))
  setPagesKept(core.db, item, kept.size)
  core.events.batchMoved(run.batch.id)

  const pages = Array.from({ length: item.pageCount }, (_, i) => i + 1)
  const unread = pages.filter((page) => !kept.has(page))
  await inParallel(
    run.pagesAtOnce,
    () => (run.isStopping() ? null : (unread.shift() ?? null)),
    (page) => takePage(core, run, item, page),
  )
  if (unread.length > 0) return 'interrupted'

  const errors = listPageErrors(core.db, key)
  const first = errors[0]
  if (first && errors.length >= item.pageCount)
    throw new AppError(first.code, { ...first.details, page: first.page })
  return 'read'
}

/** Waits for whoever is reading the page already, or reads it. */
async function takePage(
  core: Core,
  run: BatchRun,
  item: InspectedItem,
  page: number,
): Promise<void> {
  const key = { sha256: item.sha256, readerKey: run.batch.readerKey, page }
  const { pagesInHand } = core
  const id = JSON.stringify(key)
  for (let other = pagesInHand.get(id); other; other = pagesInHand.get(id))
    await other.catch(() => {})
  if (hasPage(core.db, key)) {
    countPage(core.db, item, true)
  } else {
    const own = readOnePage(core, run, item, page).finally(() => pagesInHand.delete(id))
    pagesInHand.set(id, own)
    await own
    countPage(core.db, item, false)
    run.pace.countPage(core.now())
  }
  core.events.batchMoved(run.batch.id)
}

async function readOnePage(
  core: Core,
  run: BatchRun,
  item: InspectedItem,
  page: number,
): Promise<void> {
  const key = { sha256: item.sha256, readerKey: run.batch.readerKey }
  const preview = previewFile(core.dataDir, item.sha256, page)
  const startedAt = core.now().getTime()
  try {
    await mkdir(dirname(preview), { recursive: true })
    const task = {
      path: item.path,
      type: item.type,
      page,
      settings: run.config.settings,
      engineFiles: { ocrDir: join(core.resourcesDir, 'ocr') },
      previewFile: preview,
    }
    const reading = await abortable(core.pool.readPage(task, run.signal), run.signal)
    if (!(await isUnchanged(item)))
      throw new AppError('internal', { problem: `“${item.filename}” changed while it was read` })
    keepPage(core.db, key, reading)
  } catch (thrown) {
    if (run.signal.aborted) throw thrown
    const error = troubleOf(thrown)
    if (notOfThePage.has(error.code)) throw thrown
    const seconds = (core.now().getTime() - startedAt) / 1000
    const details = { file: item.filename, page, ...error.details }
    keepPageError(core.db, key, { page, seconds, error: { code: error.code, details } })
    core.log('page.failed', { item: item.id, page, code: error.code })
  }
}
