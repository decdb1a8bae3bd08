import { join } from 'node:path'
import { expect, test } from 'vitest'
import { putItem, snapshotOf } from '../history.ts'
import { fillDatabase } from '../testing/fillDatabase.ts'
import { testFolder } from '../testing/testApp.ts'
import { findBatch, listBatches, listUnfinished } from './batches.ts'
import { listDeleted, listFinishedBefore, listPurgeable } from './deletion.ts'
import { countRows, listRows, type RowFilter } from './documentRows.ts'
import { deleteDocumentsOfItem, findDocument, findNeighbours, updateDocument } from './documents.ts'
import type { StoredField } from './fields.ts'
import { wrongCounts } from './health.ts'
import { cancelItems, claimItem, releaseItem, retryItems } from './itemMoves.ts'
import { countItems, countPage, setNeedsReview } from './itemProgress.ts'
import { migrate } from './migrate.ts'
import { change, type Db, openDatabase, rows } from './open.ts'

const batchId = '260504-aaaa'

function filled(items: number, share = 1): Db {
  const db = openDatabase(join(testFolder(), 'sheaf.db'))
  migrate(db)
  fillDatabase(db, { batchId: '260504-bbbb', mark: 'other', items: 5 })
  fillDatabase(db, { batchId, mark: 'scan', items, share })
  return db
}

/** What the table has to show, asked of the items and documents themselves. */
function expected(db: Db) {
  return rows(
    db,
    `select i.batch_id, i.seq, d.id as document, case
         when i.status <> 'done' then i.status
         when d.review <> 'approved' and d.needs_review = 1 then 'needs_review'
         else 'completed' end as status,
       folded(i.filename || ifnull(char(10) || d.type, '')) as named,
       (select group_concat(v, char(10)) from (select folded(f.value) as v from fields f
         where f.document_id = d.id and f.table_name is null and f.value is not null order by v)) as "values"
     from items i left join documents d on d.item_id = i.id and i.status = 'done'
     order by i.batch_id, i.seq, d.seq`,
  )
}

function kept(db: Db) {
  const found = rows<{ text: string }>(
    db,
    `select batch_id, item_seq as seq, document_id as document, status, text from batch_rows
     order by batch_id, item_seq, document_seq`,
  )
  return found.map(({ text, ...place }) => {
    const lines = text.split('\n')
    const named = lines.slice(0, 'document' in place && place.document ? 2 : 1)
    const values = lines.slice(named.length).toSorted().join('\n') || null
    return { ...place, named: named.join('\n'), values }
  })
}

test('the rows that triggers keep are those that counting and joining would give, whatever happens', () => {
  const db = filled(60, 0.7)
  const same = (step: string) => {
    expect(kept(db), step).toEqual(expected(db))
    expect(wrongCounts(db), step).toBe(0)
  }
  same('filled')
  const item = claimItem(db, batchId, 'ordinary', 'now')
  if (!item) throw new Error('no item is left')
  countPage(db, item, true)
  same('claimed')
  releaseItem(db, item)
  same('released')
  const state = {
    ...{ confidence: 1, mathValid: true, checks: [], reviewReason: null, postponed: null },
  } as const
  updateDocument(db, `${batchId}-1-1`, { ...state, needsReview: true, review: 'approved' })
  setNeedsReview(db, 1)
  same('approved')
  change(
    db,
    `update fields set value = 'Other' where document_id = '${batchId}-2-1' and position = 1`,
  )
  change(db, `update fields set value = null where document_id = '${batchId}-2-1' and position = 2`)
  same('corrected')
  change(db, `update documents set type = 'receipt' where id = '${batchId}-3-1'`)
  change(db, `delete from fields where document_id = '${batchId}-3-1' and position < 5`)
  same('read again')
  const postponed = { at: '2026-05-05', until: null }
  updateDocument(db, `${batchId}-5-1`, {
    ...{ ...state, needsReview: true, review: 'none', postponed },
  })
  same('postponed')
  const reviewReason = 'Not ours.'
  updateDocument(db, `${batchId}-9-1`, {
    ...{ ...state, needsReview: false, review: 'rejected', reviewReason },
  })
  setNeedsReview(db, 9)
  same('rejected')
  arrange(db, `${batchId}-6-1`, same)
  const [first] = rows<{ item: number }>(
    db,
    `select item_id as item from documents where id = '${batchId}-4-1'`,
  )
  deleteDocumentsOfItem(db, first?.item ?? 0)
  same('without its document')
  change(db, `update items set status = 'failed', error_code = 'password_wrong' where seq % 7 = 3`)
  same('failed')
  expect(countItems(db, batchId).reduce((sum, { locked }) => sum + locked, 0)).toBe(9)
  cancelItems(db, batchId, 'now')
  same('cancelled')
  retryItems(db, batchId)
  same('retried')
  change(db, `delete from batches where id = '260504-bbbb'`)
  same('deleted')
  expect(rows(db, 'select * from item_counts where items < 0')).toEqual([])
})

/** Puts a second document beside one, then the second before it, then takes both acts back. */
function arrange(db: Db, documentId: string, same: (step: string) => void): void {
  const document = findDocument(db, documentId)
  if (!document) throw new Error('there is no document to arrange')
  const before = { arrangement: null, documents: [snapshotOf(db, document)] }
  const other = { ...document, id: `${documentId}-b`, seq: 1, type: 'receipt', needsReview: true }
  const two = [
    ...before.documents,
    {
      document: other,
      fields: [{ ...(before.documents[0]?.fields[0] as StoredField), id: 90_000 }],
    },
  ]
  const turned = two
    .toReversed()
    .map((one, seq) => ({ ...one, document: { ...one.document, seq } }))
  const steps = { split: two, turned, 'taken back': two, 'all taken back': before.documents }
  for (const [step, documents] of Object.entries(steps)) {
    putItem(db, document.itemId, { arrangement: { documents: [[1]], leftOut: [] }, documents })
    setNeedsReview(db, document.itemId)
    same(step)
    expect(
      rows(
        db,
        `select document_seq as seq, document_id from batch_rows
         where item_id = ${document.itemId} order by document_seq limit 1`,
      ),
    ).toEqual([{ seq: 0, document_id: documents[0]?.document.id }])
  }
  expect(snapshotOf(db, document)).toEqual(before.documents[0])
}

test('a batch of an older database is listed and counted as a new one is', () => {
  const db = filled(30, 0.5)
  const before = { rows: kept(db), counts: countItems(db, batchId) }
  change(db, 'delete from batch_rows')
  expect(kept(db)).toEqual([])
  // The same statements as in the migration: a row that its item is moved to and back.
  change(db, `update items set seq = seq + 1000`)
  change(db, `update items set seq = seq - 1000`)
  expect({ rows: kept(db), counts: countItems(db, batchId) }).toEqual(before)
})

const filters: readonly Omit<RowFilter, 'batchId'>[] = [
  { statuses: [], search: '' },
  { statuses: ['failed'], search: '' },
  { statuses: ['completed', 'failed', 'pending'], search: '' },
  { statuses: [], search: 'SCAN-00001' },
  { statuses: ['completed', 'needs_review'], search: 'value 7 of 1' },
]

test.each(filters)('slices of %j come together to the whole, each row once', (filter) => {
  const db = filled(120, 0.8)
  const all = listRows(db, { batchId, ...filter, after: -1, limit: 1000 })
  expect(all.length).toBeGreaterThan(0)
  expect(countRows(db, { batchId, ...filter })).toBe(all.length)
  const parts = []
  for (let after = -1; ; ) {
    const part = listRows(db, { batchId, ...filter, after, limit: 7 })
    parts.push(...part)
    const last = part.at(-1)
    if (!last) break
    after = last.index
  }
  expect(parts).toEqual(all)
  expect(all.map(({ index }) => index)).toEqual(
    all.map(({ index }) => index).toSorted((a, b) => a - b),
  )
})

test('signs that mean something in patterns are searched for as they stand', () => {
  const db = filled(30)
  const total = (search: string) => countRows(db, { batchId, statuses: [], search })
  expect(total('scan-00000_')).toBe(0)
  expect(total('%')).toBe(0)
  expect(total('inv-scan-7')).toBe(1)
})

/** Runs something and gives the plan of every statement that it prepared. */
function plansOf(db: Db, run: () => void): string[] {
  const statements: string[] = []
  const prepare = db.prepare
  db.prepare = ((sql: string) => {
    statements.push(sql)
    return prepare.call(db, sql)
  }) as typeof db.prepare
  run()
  db.prepare = prepare
  return statements.flatMap((sql) => {
    const named = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, null] as const)
    const plan = db.prepare(`explain query plan ${sql}`)
    const steps = plan.all(Object.fromEntries(named)) as { detail: string }[]
    return steps.map(({ detail }) => detail)
  })
}

const tables = 'batches|batch_rows|item_counts|items|documents|fields|pages'

test.each([false, true])('no list scans a whole table (statistics: %s)', (hasStatistics) => {
  const db = filled(300)
  if (hasStatistics) db.exec('analyze')
  const document = { batchId, itemId: 20, seq: 0 }
  const plans = plansOf(db, () => {
    for (const after of [-1, 150]) {
      for (const filter of filters) {
        listRows(db, { batchId, ...filter, after, limit: 200 })
        countRows(db, { batchId, ...filter })
      }
    }
    findBatch(db, batchId)
    countItems(db, batchId)
    listUnfinished(db, 'run')
    findNeighbours(db, document)
    listDeleted(db, 10)
    listPurgeable(db, '2026')
  })
  expect(plans.length).toBeGreaterThan(20)
  expect(plans.filter((step) => new RegExp(`^SCAN (${tables})\\b`).test(step))).toEqual([])
  expect(plans.filter((step) => step.includes('AUTOMATIC'))).toEqual([])
})

test('only the rows of one slice are ever put in order', () => {
  const db = filled(300)
  const sorts = (statuses: RowFilter['statuses']) =>
    plansOf(db, () => listRows(db, { batchId, statuses, search: '', after: 5, limit: 20 })).filter(
      (step) => step.includes('TEMP B-TREE'),
    )
  // The one sort is that of the twenty rows, looked up by their keys; both use the same statement for it.
  expect(sorts([])).toHaveLength(1)
  expect(sorts(['completed'])).toEqual([])
})

test('batches come in the order of an index, so that a page of them is all that is touched', () => {
  const db = filled(5)
  const plans = plansOf(db, () => {
    listBatches(db, { after: null, limit: 10 })
    listBatches(db, { after: batchId, limit: 10 })
    listFinishedBefore(db, '2026')
  })
  const found = plans.filter((step) => / batches\b/.test(step))
  expect(found).toHaveLength(4)
  for (const step of found) expect(step).toMatch(/USING (COVERING )?INDEX/)
  expect(plans.filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
})
