import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from './db/migrate.ts'
import { openDatabase } from './db/open.ts'
import { countSpeed } from './db/speeds.ts'
import { limits } from './limits.ts'
import { stubPool } from './testing/stubPool.ts'
import { testFolder } from './testing/testApp.ts'

test('pages a minute are those of all threads, and nothing is said of what was never read', () => {
  const db = openDatabase(join(testFolder(), 'sheaf.db'))
  migrate(db)
  const pool = { ...stubPool(), threads: 3 }
  expect(limits({ db, pool })).toEqual({ threads: 3, speeds: [] })
  for (const seconds of [1, 3]) countSpeed(db, { kind: 'ocr', seconds })
  expect(limits({ db, pool })).toEqual({
    threads: 3,
    speeds: [{ kind: 'ocr', pages: 2, pagesPerMinute: 90 }],
  })
})
