import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../../testing/testApp.ts'
import { findLastAct, findUndoneAct } from '../fieldEvents.ts'
import { migrate, migrations } from '../migrate.ts'
import { openDatabase, rows } from '../open.ts'

test('a history that an older Sheaf kept can still be taken back, and goes with its file', () => {
  const db = openDatabase(join(testFolder(), 'sheaf.db'))
  migrate(
    db,
    migrations.slice(
      0,
      migrations.findIndex(({ name }) => name === '0012-review'),
    ),
  )
  const state = JSON.stringify({ document: { review: 'none' }, fields: [] })
  db.exec(`
    insert into batches (id, name, sources, template, reader_key, intent, created_at)
      values ('b', 'b', '[]', 'auto', 'k', 'run', '2026');
    insert into items (id, batch_id, seq, path, filename) values (7, 'b', 0, '/a', 'a');
    insert into documents (id, batch_id, item_id, seq, first_page, last_page, missing_pages, type,
      category, type_confidence, confidence, needs_review, checks)
      values ('d', 'b', 7, 0, 1, 1, '[]', 'invoice', 'invoice', 1, 1, 0, '[]');
    insert into fields (document_id, position, name, label, type, confidence, needs_review, reasons,
      candidates) values ('d', 0, 'total', 'Total', 'amount', 1, 0, '[]', '[]');
    insert into field_events (id, document_id, kind, at, before, after) values
      (1, 'd', 'corrected', '2026', '${state}', '${state}'),
      (2, 'd', 'approved', '2026', '${state}', '${state}');
    insert into field_events (id, document_id, kind, at, undoes) values (3, 'd', 'undone', '2026', 2);
  `)
  migrate(db)
  expect(findLastAct(db, 'd')).toMatchObject({ id: 1, kind: 'corrected', itemId: 7 })
  expect(findUndoneAct(db, 'd')).toMatchObject({ id: 2, kind: 'approved' })
  expect(rows(db, 'select batch_id, accepted from fields')).toEqual([
    { batch_id: 'b', accepted: 0 },
  ])
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.exec('delete from batches')
  expect(rows(db, 'select * from field_events')).toEqual([])
})
