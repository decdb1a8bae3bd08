import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../../testing/testApp.ts'
import { migrate, migrations } from '../migrate.ts'
import { change, openDatabase, rows } from '../open.ts'
import { foldedSearch } from './0020-folded-search.ts'

test('what an older Sheaf kept to be searched loses its accents', () => {
  const db = openDatabase(join(testFolder(), 'sheaf.db'))
  migrate(db, migrations.slice(0, migrations.indexOf(foldedSearch)))
  db.pragma('foreign_keys = off')
  for (const [seq, text] of ['MÜller.pdf\ninvoice\nsöhne', 'plain.pdf'].entries())
    change(db, `insert into batch_rows values ('b', @seq, -1, @seq, null, 'completed', @text)`, {
      seq,
      text,
    })
  migrate(db)
  expect(rows(db, 'select text from batch_rows order by item_seq')).toEqual([
    { text: 'muller.pdf\ninvoice\nsohne' },
    { text: 'plain.pdf' },
  ])
  db.close()
})
