import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError, type ErrorCode, errorCodes } from '../../../workers/errors.ts'
import { recordsIn } from '../../../workers/export/recordLines.ts'
import { renderPages } from '../../../workers/export/renderPages.ts'
import { findMatches } from '../../../workers/extraction/findMatches.ts'
import type { ExtractedDocument, Field, Page } from '../../../workers/model.ts'
import { readSheets } from '../../../workers/sheets/readSheets.ts'
import type { ReadPageTask } from '../../../workers/tasks.ts'
import type { Pool } from '../pool.ts'

export interface StubPool extends Pool {
  /** Every page that was asked for, as `file:page`, in order. */
  readonly reads: string[]
  readonly inspections: string[]
}

/**
 * A pool without threads. A stub document is a text file: its first line says `3 pages` or names an
 * error code, `locked with PASSWORD` before it locks the file, the word `review` in it makes its document need a person. `over` replaces functions.
 */
export function stubPool(over: Partial<Pool> = {}): StubPool {
  const reads: string[] = []
  const inspections: string[] = []
  const base: Pool = {
    threads: 2,
    sharesProcess: true,
    async inspectFile({ path, passwords }) {
      const content = await openedContent(path, passwords)
      const [first = ''] = content.split('\n')
      const file = basename(path)
      if (content === '') throw new AppError('file_empty', { file })
      if (isErrorCode(first)) throw new AppError(first, { file })
      const pages = /^(\d+) pages?/.exec(first)?.[1]
      if (!pages) throw new AppError('unsupported_type', { file })
      const whole = await contentOf(path)
      const sha256 = createHash('sha256').update(whole).digest('hex')
      const size = Buffer.byteLength(whole)
      const protection = content === whole ? 'none' : 'password'
      return { type: 'pdf', size, sha256, pageCount: Number(pages), protection }
    },
    async readPage(task) {
      const page = await stubPage(task)
      return { page, engine: 'stub 1', seconds: 0.1, previewWritten: false }
    },
    async renderPreview({ path, passwords, previewFile, page, rotation }) {
      await openedContent(path, passwords)
      await writeFile(previewFile, `picture of page ${page}, turned by ${rotation}`)
    },
    async extract({ pages }) {
      return { documents: [stubDocument(pages)] }
    },
    findMatches: async (task) => findMatches(task),
    async writeExport({ file, recordsFile }) {
      await writeFile(file, JSON.stringify([...recordsIn(recordsFile)]))
    },
    renderPages: async (task) => renderPages(task),
    readSheets: async (task) => readSheets(task),
    async close() {},
  }
  const merged = { ...base, ...over }
  return {
    ...merged,
    reads,
    inspections,
    inspectFile: (task, options) => {
      inspections.push(basename(task.path))
      return merged.inspectFile(task, options)
    },
    readPage: (task, options) => {
      reads.push(`${basename(task.path)}:${task.page}`)
      return merged.readPage(task, options)
    },
  }
}

async function contentOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new AppError('file_not_found', { file: basename(path) })
  }
}

/** What follows the line `locked with PASSWORD`, if that is known; else the whole file. */
async function openedContent(path: string, passwords: readonly string[]): Promise<string> {
  const content = await contentOf(path)
  const [, password, below] = /^locked with (\S+)\n(.*)$/s.exec(content) ?? []
  if (password === undefined || below === undefined) return content
  if (passwords.includes(password)) return below
  const code = passwords.length > 0 ? 'password_wrong' : 'file_encrypted'
  throw new AppError(code, { file: basename(path) })
}

function isErrorCode(text: string): text is ErrorCode {
  return (errorCodes as readonly string[]).includes(text)
}

/** A page whose words are those of the file. */
export async function stubPage({ path, passwords, page }: ReadPageTask): Promise<Page> {
  const texts = (await openedContent(path, passwords)).split(/\s+/).filter(Boolean)
  const words = [...texts, `page${page}`].map((text, i) => ({
    text,
    box: [10 * i, 20, 10 * i + 8, 30] as const,
    confidence: 0.9,
    reader: 'text_layer' as const,
  }))
  return {
    number: page,
    size: [595, 842],
    rotation: 0,
    words,
    reader: 'text_layer',
    readerReason: 'The stub says so.',
    confidence: 0.9,
    language: 'en',
  }
}

function stubDocument(pages: readonly Page[]): ExtractedDocument {
  const words = pages.flatMap((page) => page.words)
  const needsReview = words.some(({ text }) => text === 'review')
  const [first = 1, last = 1] = [pages[0]?.number, pages.at(-1)?.number]
  const number = stubField('invoice_number', words[2]?.text ?? 'none', false)
  const total = stubField('grand_total', '119.00', needsReview)
  const line = stubField('description', 'Paper', false)
  return {
    pages: [first, last],
    type: 'invoice',
    category: 'invoice',
    typeConfidence: 0.98,
    template: { name: 'invoice', version: 1 },
    language: 'en',
    fields: [number, total],
    tables: { line_items: [{ description: line }, { description: line }] },
    checks: [
      {
        code: 'totals_add_up',
        level: 'error',
        passed: true,
        sentence: 'Net and tax give the total.',
        fields: ['grand_total'],
      },
    ],
    mathValid: true,
    confidence: 0.9,
    needsReview,
  }
}

function stubField(name: string, value: string, needsReview: boolean): Field {
  const provenance = { page: 1, box: [10, 20, 30, 40], pageSize: [595, 842], text: value } as const
  const type = name === 'grand_total' ? 'amount' : 'text'
  const candidate = {
    value,
    raw: value,
    confidence: 0.9,
    reader: 'text_layer',
    provenance,
  } as const
  const other = { ...candidate, value: '999.00', raw: '999,00', confidence: 0.1, why: ['bold'] }
  return {
    name,
    label: name.replaceAll('_', ' '),
    type,
    value,
    raw: value,
    confidence: needsReview ? 0.4 : 0.95,
    needsReview,
    reasons: needsReview ? ['low_confidence'] : [],
    reader: 'text_layer',
    provenance,
    candidates: [{ ...candidate, why: ['right of its label'] }, other],
  }
}
