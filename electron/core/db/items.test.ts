import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fillDatabase } from '../testing/fillDatabase.ts'
import { testFolder } from '../testing/testApp.ts'
import { itemsInStretches, listItems } from './items.ts'
import { migrate } from './migrate.ts'
import { change, openDatabase } from './open.ts'

test('items come a few at a time, each once and in order, whatever is gone between them', () => {
  const db = openDatabase(join(testFolder(), 'sheaf.db'))
  migrate(db)
  for (const [batchId, mark] of [
    ['b', 'own'],
    ['c', 'other'],
  ] as const)
    fillDatabase(db, { batchId, mark, items: 7, share: 0 })
  change(db, "delete from items where batch_id = 'b' and seq in (2, 3)")
  for (const limit of [1, 2, 5, 200]) {
    const items = [...itemsInStretches(db, 'b', limit)]
    expect(items.map(({ seq }) => seq)).toEqual([0, 1, 4, 5, 6])
    expect(items).toEqual(listItems(db, 'b'))
  }
  expect([...itemsInStretches(db, 'nobody')]).toEqual([])
  db.close()
})
