import type { App } from '../core/createApp.ts'
import type { BatchSummary, DocumentRow } from '../views.ts'
import { type Call, callOf } from './call.ts'
import type { Command } from './command.ts'
import { exit } from './exitStatus.ts'
import { findBatch } from './findBatch.ts'
import { UsageError } from './options.ts'
import type { Terminal } from './terminal.ts'
import { columns } from './words.ts'

type List = Extract<Command, { kind: 'list' }>

/** A piece of a list, and where the next one begins; null: there is none. */
interface Piece<T> {
  readonly rows: readonly T[]
  readonly next: string | null
}

/** Batches, the newest first, or the documents of one in the order of intake: a piece at a time. */
export async function list(app: App, terminal: Terminal, command: List): Promise<number> {
  const call = callOf(app)
  if (command.batch === null) {
    const { rows, next } = await batchesAfter(call, command)
    if (command.json) terminal.answer(JSON.stringify({ batches: rows, next_cursor: next }, null, 2))
    else for (const line of batchLines(rows)) terminal.answer(line)
    tellMore(terminal, command, next)
    return exit.good
  }
  const { id: batchId } = await findBatch(call, command.batch)
  const { rows, next } = await documentsAfter(call, batchId, command)
  if (command.json) terminal.answer(JSON.stringify({ documents: rows, next_cursor: next }, null, 2))
  else for (const line of documentLines(rows)) terminal.answer(line)
  tellMore(terminal, command, next)
  return exit.good
}

/** Batches as a table. */
export function batchLines(batches: readonly BatchSummary[]): readonly string[] {
  if (batches.length === 0) return ['There are no batches yet.']
  const rows = batches.map((batch) => [
    batch.id,
    batch.outcome ?? batch.lifecycle,
    `${Math.floor(batch.percent)} %`,
    `${batch.pagesDone}/${batch.pagesTotal}`,
    String(batch.items),
    batch.createdAt.slice(0, 16).replace('T', ' '),
    batch.name,
  ])
  return columns([['BATCH', 'STATE', 'DONE', 'PAGES', 'FILES', 'CREATED', 'NAME'], ...rows])
}

async function batchesAfter(call: Call, { cursor, limit }: List): Promise<Piece<BatchSummary>> {
  // One that is not there any more would end the list as though it were complete.
  if (cursor !== null) await call('batch.get', { batchId: cursor }).catch(refuseCursor)
  const found = await call('batch.list', { after: cursor, limit: Math.min(1000, limit + 1) })
  const rows = found.slice(0, limit)
  const isMore = found.length > limit || (limit === 1000 && found.length === 1000)
  return { rows, next: isMore ? (rows.at(-1)?.id ?? null) : null }
}

async function documentsAfter(
  call: Call,
  batchId: string,
  { cursor, limit }: List,
): Promise<Piece<DocumentRow>> {
  const after = cursor === null ? -1 : /^\d{1,9}$/.test(cursor) ? Number(cursor) : refuseCursor()
  const { rows } = await call('batch.documents', { batchId, after, limit })
  // Whole files: a piece may be longer than was asked for.
  const last = rows.at(-1)
  if (!last || rows.length < limit) return { rows, next: null }
  const beyond = await call('batch.documents', { batchId, after: last.index, limit: 1 })
  return { rows, next: beyond.rows.length > 0 ? String(last.index) : null }
}

function refuseCursor(): never {
  throw new UsageError('--cursor takes what a list said where it ended; begin anew without it.')
}

function documentLines(rows: readonly DocumentRow[]): readonly string[] {
  if (rows.length === 0) return ['There is nothing in it.']
  const cells = rows.map(({ index, documentId, status, type, confidence, filename, error }) => [
    String(index + 1),
    documentId ?? '-',
    status,
    type ?? error?.code ?? '-',
    confidence === null ? '-' : `${Math.floor(confidence * 100)} %`,
    oneLine(filename),
  ])
  return columns([['FILE', 'DOCUMENT', 'STATE', 'TYPE', 'SURE', 'NAME'], ...cells])
}

/** Names of files may hold anything; a line stays a line. */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
}

function tellMore(terminal: Terminal, { batch }: List, next: string | null): void {
  if (next === null) return
  const of = batch === null ? '' : ` ${batch}`
  terminal.say(`There are more: npm start -- list${of} --cursor ${next}`)
}
