import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ReadFileParts, readingParts } from '../../workers/export/readingParts.ts'
import type { ReadFile } from '../../workers/export/readRecord.ts'
import type { PageOutcome, ReadFormat, RenderPagesTask } from '../../workers/export/renderPages.ts'
import type { Core } from './core.ts'
import { type Batch, configOf } from './db/batches.ts'
import { type Item, listItems } from './db/items.ts'
import type { Db } from './db/open.ts'
import { listPageStates } from './db/pageStates.ts'
import { listPageErrors, listPages, type PageKey } from './db/pages.ts'
import { isRemoved, type Selection } from './exportRecords.ts'
import { failure } from './summary.ts'

/** Pages in memory at a time: enough that a thread has something to do, few enough for any machine. */
const pagesAtOnce = 16

/** Writes the words of a batch's pages to `file`, a few pages at a time. Gives the number of files in it. */
export async function exportReading(
  core: Core,
  batch: Batch,
  { format, file, selection }: { format: ReadFormat; file: string; selection: Selection | null },
): Promise<number> {
  const chosen = selection && new Set(selection.itemIds)
  const items = listItems(core.db, batch.id).filter(
    (item) => !isRemoved(item) && (chosen?.has(item.id) ?? true),
  )
  const tables = configOf(core.db, batch.id)?.tables ?? false
  const files = filesOf(core, batch, items, { format, tables })
  const parts = readingParts(format, files, items.length === 1)
  await pipeline(Readable.from(parts), createWriteStream(file))
  return items.length
}

/** How each page is rendered. */
type Style = Omit<RenderPagesTask, 'pages'>

async function* filesOf(
  core: Core,
  batch: Batch,
  items: readonly Item[],
  style: Style,
): AsyncGenerator<ReadFileParts> {
  for (const item of items) {
    const pages = item.status === 'done' ? pagesOf(core, batch, item, style) : none()
    yield { file: fileOf(core.db, batch, item), pages }
  }
}

function fileOf(db: Db, { reference }: Batch, item: Item): ReadFile {
  const { id, filename, sha256, status, error, pageCount } = item
  const failed = error && failure(error)
  const states = status === 'done' ? listPageStates(db, id) : []
  const missing = states.flatMap(({ page, error }) => (error ? [page] : []))
  return {
    reference,
    filename,
    sha256,
    status: status === 'done' ? (missing.length > 0 ? 'needs_review' : 'completed') : status,
    error: failed && { code: failed.code, message: failed.message },
    page_count: pageCount,
    missing_pages: missing,
  }
}

async function* pagesOf(
  core: Core,
  { readerKey }: Batch,
  { sha256, pageCount, reading }: Item,
  style: Style,
): ReadFileParts['pages'] {
  const key = { sha256: sha256 ?? '', readerKey: reading?.readerKey ?? readerKey }
  for (let first = 1; first <= (pageCount ?? 0); first += pagesAtOnce) {
    const pages = outcomesOf(core, key, [first, first + pagesAtOnce - 1])
    const texts = await core.pool.renderPages({ ...style, pages })
    for (const [i, text] of texts.entries()) {
      const outcome = pages[i]
      if (outcome) yield [numberOf(outcome), text]
    }
  }
}

/** Pages that were read and those that could not be, in order. */
function outcomesOf(
  { db }: Core,
  key: PageKey,
  stretch: readonly [number, number],
): readonly PageOutcome[] {
  const read = listPages(db, key, stretch).map((page) => ({ kind: 'read', page }) as const)
  const failed = listPageErrors(db, key, stretch).map(({ page, code, details }) => {
    const { message } = failure({ code, details })
    return { kind: 'failed', number: page, code, message } as const
  })
  return [...read, ...failed].sort((a, b) => numberOf(a) - numberOf(b))
}

function numberOf(outcome: PageOutcome): number {
  return outcome.kind === 'read' ? outcome.page.number : outcome.number
}

async function* none(): ReadFileParts['pages'] {}
