import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { ocrData, ocrLanguages } from '../../../scripts/setup/ocrData.mjs'
import { migrate } from '../db/migrate.ts'
import { change, openDatabase } from '../db/open.ts'
import { fillDatabase } from '../testing/fillDatabase.ts'
import { openTestApp, testFolder } from '../testing/testApp.ts'
import { shippedData } from './shippedData.ts'

const project = join(import.meta.dirname, '..', '..', '..')

async function examined(dataDir: string, options: { fix?: boolean; resourcesDir?: string } = {}) {
  const { fix = false, resourcesDir } = options
  const now = () => new Date()
  const { app, call } = await openTestApp(dataDir, { now, ...(resourcesDir && { resourcesDir }) })
  const { findings } = await call('app.doctor', { fix })
  await app.close()
  return Object.fromEntries(findings.map(({ name, ...finding }) => [name, finding]))
}

test('in a new data folder everything is in order, and every line says what it looked at', async () => {
  if (!ocrData.isFresh(project)) await ocrData.run(project)
  const findings = await examined(testFolder(), { resourcesDir: join(project, 'resources') })
  const levels = Object.entries(findings).filter(
    ([name, { level }]) => level !== 'ok' && name !== 'space',
  )
  expect(levels).toEqual([])
  expect(Object.keys(findings)).toEqual([
    ...['versions', 'database', 'counts', 'size', 'changes', 'space', 'folder', 'log', 'languages'],
    ...['previews', 'dropped', 'unfinished', 'pages'],
  ])
  expect(findings.versions?.sentence).toMatch(
    /^Sheaf 0\.0\.0-test, database format \d+, reading \d/,
  )
  expect(findings.languages?.sentence).toContain(`${ocrLanguages.length} languages`)
})

test('language data is compared with what was shipped', async () => {
  expect(Object.keys(shippedData).toSorted()).toEqual(ocrLanguages.toSorted())
  const resources = testFolder({
    'templates/none.txt': '',
    'ocr/eng.traineddata': 'half of it',
  })
  const findings = await examined(testFolder({ 'ocr/gle.traineddata': '' }), {
    resourcesDir: resources,
  })
  expect(findings.languages).toMatchObject({
    level: 'error',
    sentence: expect.stringMatching(/missing: German, .*; not as shipped: English\.$/),
    advice: expect.any(String),
  })
  expect(findings['own languages']).toMatchObject({ level: 'error' })
})

test('what belongs to nothing is named, and gone after a fix; what is needed stays', async () => {
  const dataDir = testFolder()
  const exports = testFolder({ '.sheaf-aB3xYz/r.json': 'half' })
  const db = openDatabase(join(dataDir, 'sheaf.db'))
  migrate(db)
  fillDatabase(db, { batchId: '260504-aaaa', mark: 'scan', items: 10 })
  fillDatabase(db, { batchId: '260504-bbbb', mark: 'gone', items: 4 })
  change(db, `delete from batches where id = '260504-bbbb'`)
  change(db, `update batches set output = '${join(exports, 'r.json')}'`)
  const [needed] = db.prepare('select sha256 from items limit 1').pluck().all() as string[]
  db.close()
  const old = new Date(Date.now() - 7 * 24 * 60 * 60 * 1000)
  const put = (path: string) => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, 'x')
    utimesSync(dirname(path), old, old)
    return path
  }
  const picture = (sha256: string) =>
    join(dataDir, 'previews', sha256.slice(0, 2), `${sha256}-1.webp`)
  const stays = put(picture(needed ?? ''))
  const goes = [
    put(picture('f'.repeat(64))),
    put(join(dataDir, 'sheaf.db.before-v4.unfinished')),
    join(exports, '.sheaf-aB3xYz', 'r.json'),
  ]
  utimesSync(join(exports, '.sheaf-aB3xYz'), old, old)

  const before = await examined(dataDir)
  expect(before.previews).toMatchObject({
    level: 'warning',
    sentence: '1 picture of pages belongs to nothing any more.',
    advice: expect.stringContaining('--fix'),
  })
  expect(before.unfinished?.sentence).toMatch(/^2 files/)
  expect(before.pages?.sentence).toMatch(/^4 contents of which pages are kept belong/)
  const fixed = await examined(dataDir, { fix: true })
  expect(fixed.pages?.sentence).toBe(
    '4 contents of which pages are kept belonged to nothing and are gone.',
  )
  const after = await examined(dataDir)
  for (const name of ['previews', 'dropped', 'unfinished', 'pages'])
    expect(after[name], name).toMatchObject({ level: 'ok', advice: null })
  expect(readFileSync(stays, 'utf8')).toBe('x')
  for (const path of goes) expect(() => readFileSync(path)).toThrow('ENOENT')
})

test('pages are nobody’s only when no file waits to be looked at', async () => {
  const dataDir = testFolder()
  const db = openDatabase(join(dataDir, 'sheaf.db'))
  migrate(db)
  fillDatabase(db, { batchId: '260504-aaaa', mark: 'scan', items: 4 })
  change(db, `update items set sha256 = null, status = 'pending' where seq = 0`)
  change(db, `update batches set intent = 'pause', finished_at = null`)
  db.close()
  const { pages } = await examined(dataDir, { fix: true })
  expect(pages).toMatchObject({
    level: 'ok',
    sentence: expect.stringContaining('waits to be looked at'),
  })
  const again = openDatabase(join(dataDir, 'sheaf.db'))
  expect(again.prepare('select count(*) from pages').pluck().get()).toBe(4)
})

test('counts that went wrong are found and counted anew', async () => {
  const dataDir = testFolder()
  const db = openDatabase(join(dataDir, 'sheaf.db'))
  migrate(db)
  fillDatabase(db, { batchId: '260504-aaaa', mark: 'scan', items: 4 })
  change(db, 'update item_counts set items = items + 3')
  db.close()
  expect((await examined(dataDir)).counts).toMatchObject({ level: 'error' })
  expect((await examined(dataDir, { fix: true })).counts?.sentence).toContain('are right now')
  expect((await examined(dataDir)).counts).toMatchObject({ level: 'ok' })
})

test('room that a purged batch leaves is told and given back', async () => {
  const dataDir = testFolder()
  const db = openDatabase(join(dataDir, 'sheaf.db'))
  migrate(db)
  fillDatabase(db, { batchId: '260504-aaaa', mark: 'scan', items: 200 })
  db.close()
  const { app, call } = await openTestApp(dataDir)
  await call('batch.delete', { batchId: '260504-aaaa' })
  await call('batch.purge', { batchId: '260504-aaaa' })
  const { findings } = await call('app.doctor', {})
  expect(findings.find(({ name }) => name === 'size')?.sentence).toMatch(
    /[5-9]\d\d KB|MB of it could be freed/,
  )
  const { freedBytes } = await call('app.compact', {})
  expect(freedBytes).toBeGreaterThan(500_000)
  await app.close()
})
