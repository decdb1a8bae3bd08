import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from './db/migrate.ts'
import { openDatabase } from './db/open.ts'
import { countSpeed } from './db/speeds.ts'
import { limits } from './limits.ts'
import { defaultThreads } from './poolLimits.ts'
import { stubPool } from './testing/stubPool.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

test('pages a minute are those of all threads, and nothing is said of what was never read', () => {
  const db = openDatabase(join(testFolder(), 'sheaf.db'))
  migrate(db)
  const pool = { ...stubPool(), threads: 3 }
  const usualThreads = defaultThreads()
  expect(limits({ db, pool })).toEqual({ threads: 3, usualThreads, speeds: [] })
  for (const seconds of [1, 3]) countSpeed(db, { kind: 'ocr', seconds })
  expect(limits({ db, pool })).toEqual({
    ...{ threads: 3, usualThreads },
    speeds: [{ kind: 'ocr', pages: 2, pagesPerMinute: 90 }],
  })
})

test('workers that a person chose are there from the next start on, unless the start says otherwise', async () => {
  const dataDir = testFolder()
  const threadsAt = async (options: { threads?: number }) => {
    const { app, call } = await openTestApp(dataDir, { ...options, pool: null })
    const { threads } = await call('app.limits', {})
    await call('settings.set', { threads: 5 })
    await app.close()
    return threads
  }
  expect(await threadsAt({})).toBe(defaultThreads())
  expect(await threadsAt({})).toBe(5)
  expect(await threadsAt({ threads: 3 })).toBe(3)
})
