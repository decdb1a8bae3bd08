import { expect, test } from 'vitest'
import { type ItemStatus, itemMoves, itemStatuses } from '../status.ts'
import { testFolder } from '../testing/testApp.ts'
import { insertBatch } from './batches.ts'
import {
  cancelItems,
  claimItem,
  failItem,
  finishItem,
  leaveOutItem,
  putBackItem,
  recoverItems,
  releaseItem,
  releaseRunning,
  removeItem,
  retryItems,
  unlockItem,
} from './itemMoves.ts'
import { findItem, type Item, insertItem } from './items.ts'
import { migrate } from './migrate.ts'
import { change, type Db, openDatabase } from './open.ts'
import { keepRemoval } from './removals.ts'

const at = '2026-05-04T09:30:00.000Z'
const trouble = { code: 'file_damaged', details: {} } as const
const ending = { at, seconds: 1 }

/** Everything that may ever write a status. */
const moves: Readonly<Record<string, (db: Db, item: Item) => unknown>> = {
  claim: (db) => claimItem(db, 'b', 'ordinary', at),
  release: (db, item) => releaseItem(db, item),
  finish: (db, item) => finishItem(db, item, { ...ending, needsReview: false }),
  fail: (db, item) => failItem(db, item, { ...ending, error: trouble }),
  skip: (db, item) =>
    failItem(db, item, { ...ending, error: { code: 'unsupported_type', details: {} } }),
  leaveOut: (db, item) => leaveOutItem(db, item, { at, error: { code: 'duplicate', details: {} } }),
  cancel: (db) => cancelItems(db, 'b', at),
  retry: (db) => retryItems(db, 'b'),
  unlock: (db, item) => unlockItem(db, item),
  releaseRunning: (db) => releaseRunning(db, null),
  recover: (db) => recoverItems(db, at),
  remove: (db, item) => removeItem(db, item, at),
  ...Object.fromEntries(
    itemStatuses
      .filter((status) => status !== 'running')
      .map((status) => [
        `put back ${status}`,
        (db: Db, item: Item) => {
          keepRemoval(db, item.id, { at, documents: [] })
          change(db, 'update removals set status = @status', { status })
          if (item.status === 'skipped') change(db, "update items set error_code = 'removed'")
          putBackItem(db, item)
        },
      ]),
  ),
}

function openWithItem(): Db {
  const db = openDatabase(`${testFolder()}/sheaf.db`)
  migrate(db)
  insertBatch(db, {
    id: 'b',
    name: 'b',
    reference: null,
    sources: [],
    kind: 'extract',
    priority: 'normal',
    template: 'auto',
    config: {
      templates: [],
      settings: { mode: 'auto', languages: [] },
      appVersion: '0',
    },
    readerKey: 'k',
    output: null,
    createdAt: at,
  })
  insertItem(db, { batchId: 'b', seq: 0, path: '/x.pdf', filename: 'x.pdf', size: 1 })
  return db
}

function force(db: Db, status: ItemStatus, crashes = 0): Item {
  change(db, 'update items set status = @status, crashes = @crashes', { status, crashes })
  return itemIn(db)
}

function itemIn(db: Db): Item {
  const item = findItem(db, 1)
  if (!item) throw new Error('the item is gone')
  return item
}

test.each(Object.entries(moves))('%s moves an item only where the table allows it', (_, move) => {
  const db = openWithItem()
  for (const from of itemStatuses)
    for (const crashes of [0, 2]) {
      move(db, force(db, from, crashes))
      const to = itemIn(db).status
      if (to !== from) expect(itemMoves[from], `${from} -> ${to}`).toContain(to)
    }
})

test('every move of the table but the retry of a done item is made by some statement', () => {
  const db = openWithItem()
  const seen = new Set<string>()
  for (const move of Object.values(moves))
    for (const from of itemStatuses)
      for (const crashes of [0, 2]) {
        move(db, force(db, from, crashes))
        const to = itemIn(db).status
        if (to !== from) seen.add(`${from} -> ${to}`)
      }
  const all = itemStatuses.flatMap((from) => itemMoves[from].map((to) => `${from} -> ${to}`))
  expect(all.filter((move) => !seen.has(move))).toEqual(['done -> pending'])
})

test('the late result of an attempt that was given up changes nothing', () => {
  const db = openWithItem()
  const first = claimItem(db, 'b', 'ordinary', at)
  if (!first) throw new Error('nothing to claim')
  releaseItem(db, first)
  claimItem(db, 'b', 'ordinary', at)
  expect(finishItem(db, first, { ...ending, needsReview: false })).toBe(false)
  expect(failItem(db, first, { ...ending, error: trouble })).toBe(false)
  expect(releaseItem(db, first)).toBe(false)
  expect(itemIn(db).status).toBe('running')
})

test('an item that was running when the process died three times is set aside', () => {
  const db = openWithItem()
  const stops = [1, 2, 3].map(() => {
    claimItem(db, 'b', 'ordinary', at) ?? claimItem(db, 'b', 'suspect', at)
    recoverItems(db, at)
    return itemIn(db).status
  })
  expect(stops).toEqual(['pending', 'pending', 'failed'])
  expect(itemIn(db).error).toEqual({ code: 'gave_up', details: { file: 'x.pdf' } })
})

test('an item is set aside after as many deaths as the caller allows', () => {
  const db = openWithItem()
  const stops = [1, 2, 3, 4, 5].map(() => {
    claimItem(db, 'b', 'ordinary', at) ?? claimItem(db, 'b', 'suspect', at)
    recoverItems(db, at, 5)
    return itemIn(db).status
  })
  expect(stops).toEqual(['pending', 'pending', 'pending', 'pending', 'failed'])
})

test('an item that got on before the process died was not what stopped it', () => {
  const db = openWithItem()
  for (const pages of [20, 40, 60, 80]) {
    claimItem(db, 'b', 'ordinary', at)
    change(db, 'update items set pages_done = @pages', { pages })
    recoverItems(db, at)
  }
  expect(itemIn(db)).toMatchObject({ status: 'pending', crashes: 0 })
})

test('an item that ended cleanly does not count as stopped', () => {
  const db = openWithItem()
  for (let i = 0; i < 5; i++) {
    claimItem(db, 'b', 'ordinary', at)
    releaseRunning(db, null)
  }
  expect(itemIn(db)).toMatchObject({ status: 'pending', crashes: 0 })
})

test('items that were running at a crash come last, and after two crashes only by themselves', () => {
  const db = openWithItem()
  insertItem(db, { batchId: 'b', seq: 1, path: '/y.pdf', filename: 'y.pdf', size: 1 })
  force(db, 'pending')
  change(db, 'update items set crashes = 1 where seq = 0')
  expect(claimItem(db, 'b', 'ordinary', at)?.filename).toBe('y.pdf')
  expect(claimItem(db, 'b', 'ordinary', at)?.filename).toBe('x.pdf')
  force(db, 'pending', 2)
  expect(claimItem(db, 'b', 'ordinary', at)).toBeNull()
  expect(claimItem(db, 'b', 'suspect', at)?.filename).toBe('x.pdf')
})
