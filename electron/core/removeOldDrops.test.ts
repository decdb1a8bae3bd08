import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTestApp, testFolder } from './testing/testApp.ts'

test('a drop stays while a batch is made of it, or while it is of today', async () => {
  const dataDir = testFolder({
    'dropped/used/a.pdf': '1 page',
    'dropped/old/a.pdf': '1 page',
    'dropped/new/a.pdf': '1 page',
  })
  const now = () => new Date()
  const first = await openTestApp(dataDir, { now })
  const { id } = await first.call('batch.create', { paths: [join(dataDir, 'dropped', 'used')] })
  await first.app.idle(id)
  await first.app.close()
  const lastWeek = new Date(Date.now() - 7 * 24 * 60 * 60 * 1000)
  for (const name of ['used', 'old']) utimesSync(join(dataDir, 'dropped', name), lastWeek, lastWeek)
  const { app } = await openTestApp(dataDir, { now })
  expect(readdirSync(join(dataDir, 'dropped')).toSorted()).toEqual(['new', 'used'])
  await app.close()
})
