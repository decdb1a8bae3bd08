import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ExactSource } from '../../../workers/model.ts'
import { typedPage } from '../../../workers/testing/typedPage.ts'
import { testFolder } from '../testing/testApp.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open.ts'
import { keepPage, listPages } from './pages.ts'

const key = { sha256: 'a', readerKey: 'k' }

test('what a page states exactly is kept with it, and nothing where nothing is stated', () => {
  const db = openDatabase(join(testFolder(), 'sheaf.db'))
  migrate(db)
  const exact: readonly ExactSource[] = [
    {
      ...{ reader: 'qr', format: 'epc', box: [1, 2, 3, 4], rows: [] },
      facts: [{ term: 'BT-84', value: 'DE89370400440532013000' }],
    },
  ]
  const first = { ...typedPage([[40, 60, 'Invoice']]), exact }
  const second = typedPage([[40, 60, 'Page two']], { number: 2 })
  for (const page of [first, second])
    keepPage(db, key, { page, engine: 'typed', seconds: 1, previewWritten: false })
  const [one, two] = listPages(db, key)
  expect(one?.exact).toEqual(exact)
  expect(two).not.toHaveProperty('exact')
})
