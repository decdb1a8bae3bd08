import { createHash } from 'node:crypto'
import type { ExtractedDocument, Field, Page } from '../../../workers/model.ts'
import type { Template } from '../../../workers/template.ts'
import { insertBatch, markFinished, markStarted } from '../db/batches.ts'
import { insertDocument } from '../db/documents.ts'
import { appendEvent } from '../db/fieldEvents.ts'
import { claimItem, failItem, finishItem } from '../db/itemMoves.ts'
import { saveInspection } from '../db/itemProgress.ts'
import { insertItem } from '../db/items.ts'
import { atomically, type Db } from '../db/open.ts'
import { settlePage } from '../db/pageStates.ts'
import { keepPage } from '../db/pages.ts'

export interface Filling {
  readonly batchId: string
  /** Tells the batch's files from those of others; the same mark gives the same files. */
  readonly mark: string
  readonly items: number
  readonly templates?: readonly Template[]
  /** Items of which this much is done; the others wait. */
  readonly share?: number
  /** On each page, beside the sixty that all pages have: some often, most seldom, as in a language. */
  readonly words?: number
  /** Of each document; twenty fields and eight lines of six cells, as an invoice has them, unless less is enough. */
  readonly fields?: number
  readonly lines?: number
}

const at = '2026-05-04T09:30:00.000Z'
const readerKey = '3:auto:found'

/** A batch of invented invoices, written by the functions that a real one is written by: every fiftieth fails. */
export function fillDatabase(db: Db, filling: Filling): void {
  const { batchId, mark, items, templates = [], share = 1 } = filling
  insertBatch(db, {
    ...{ id: batchId, name: `Batch ${mark}`, reference: null, sources: [`/scans/${mark}`] },
    priority: 'normal',
    ...{ kind: 'extract', template: 'auto', readerKey, output: null, createdAt: at },
    config: {
      templates,
      settings: { mode: 'auto', languages: [] },
      appVersion: '0.0.0',
    },
  })
  atomically(db, () => {
    for (let seq = 0; seq < items; seq++) {
      const filename = `${mark}-${String(seq).padStart(6, '0')}.pdf`
      insertItem(db, { batchId, seq, path: `/scans/${mark}/${filename}`, filename, size: 90_000 })
    }
  })
  markStarted(db, batchId, at)
  const done = Math.floor(items * share)
  for (let first = 0; first < done; first += 200)
    atomically(db, () => {
      for (let seq = first; seq < Math.min(first + 200, done); seq++) settle(db, filling, seq)
    })
  if (done === items) markFinished(db, batchId, at)
}

function settle(db: Db, filling: Filling, seq: number): void {
  const { batchId, mark, words = 0 } = filling
  const item = claimItem(db, batchId, 'ordinary', at)
  if (!item) throw new Error('there is no item to settle')
  const sha256 = createHash('sha256').update(`${mark}/${seq}`).digest('hex')
  const file = { type: 'pdf', size: 90_000, sha256, pageCount: 1, protection: 'none' } as const
  saveInspection(db, item, { ...file, modifiedAt: 1 })
  if (seq % 50 === 49) {
    const error = { code: 'file_damaged', details: { file: item.filename } } as const
    failItem(db, item, { at, seconds: 0.1, error })
    return
  }
  keepPage(
    db,
    { sha256, readerKey },
    {
      ...{ page: page(mark, seq, words), engine: 'invented', seconds: 1, previewWritten: false },
    },
  )
  settlePage(db, item, { sha256, readerKey }, { page: 1, isKept: false })
  const document = inventedDocument(filling, seq)
  finishItem(db, item, { at, seconds: 1.5, needsReview: document.needsReview })
  const id = `${batchId}-${seq + 1}-1`
  insertDocument(db, { id, batchId, itemId: item.id, seq: 0, missingPages: [], document })
  appendEvent(db, { documentId: id, kind: 'extracted', at })
}

function page(mark: string, seq: number, more: number): Page {
  const words = Array.from({ length: 60 + more }, (_, i) => ({
    text: i === 0 ? `${mark}${seq}` : i < 60 ? `word${i}` : seldomWord(seq * more + i),
    box: [10 * i, 20, 10 * i + 8, 30] as const,
    confidence: 0.9,
    reader: 'text_layer' as const,
  }))
  return {
    ...{ number: 1, size: [595, 842], rotation: 0, words, reader: 'text_layer' },
    ...{ readerReason: 'invented', confidence: 0.9, language: 'en' },
  }
}

const syllables = [
  'ba',
  'ne',
  'ti',
  'ro',
  'su',
  'la',
  'mer',
  'kon',
  'din',
  'vor',
  'pel',
  'gra',
] as const

/** One of 20,736 words of four syllables, the first ones more often. */
function seldomWord(place: number): string {
  // A hash of Knuth’s, as a number from 0 to 1.
  const share = ((place * 2_654_435_761) % 2 ** 32) / 2 ** 32
  let number = Math.floor(share ** 3 * syllables.length ** 4)
  let word = ''
  for (let i = 0; i < 4; i++) {
    word += syllables[number % syllables.length]
    number = Math.floor(number / syllables.length)
  }
  return word
}

/** Every fourth waits for a person. */
function inventedDocument(
  { mark, fields: count = 20, lines: rows = 8 }: Filling,
  seq: number,
): ExtractedDocument {
  const needsReview = seq % 4 === 0
  const fields = Array.from({ length: count }, (_, i) =>
    field(
      `field_${i}`,
      i === 0 ? `INV-${mark}-${seq}` : `value ${i} of ${seq}`,
      needsReview && i < 3,
    ),
  )
  const lines = Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(
      Array.from({ length: 6 }, (_, i) => [`cell_${i}`, field(`cell_${i}`, `${row}.${i}`, false)]),
    ),
  )
  return {
    ...{ pages: [1, 1], type: 'invoice', category: 'invoice', typeConfidence: 0.98 },
    ...{ template: { name: 'invoice', version: 1 }, language: 'en', fields },
    tables: { line_items: lines },
    ...{ checks: [], mathValid: true, confidence: 0.9, needsReview },
  }
}

function field(name: string, value: string, needsReview: boolean): Field {
  const provenance = { page: 1, box: [10, 20, 30, 40], pageSize: [595, 842], text: value } as const
  const candidate = {
    value,
    raw: value,
    confidence: 0.9,
    reader: 'text_layer',
    provenance,
  } as const
  return {
    ...{ name, label: name.replaceAll('_', ' '), type: 'text', value, raw: value },
    ...{ confidence: 0.9, needsReview, reasons: [], reader: 'text_layer', provenance },
    candidates: [{ ...candidate, why: ['right of its label'] }],
  }
}
