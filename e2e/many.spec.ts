import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect, type Locator } from 'playwright/test'
import { migrate } from '../electron/core/db/migrate.ts'
import { openDatabase } from '../electron/core/db/open.ts'
import { fillDatabase } from '../electron/core/testing/fillDatabase.ts'
import { templateSchema } from '../workers/template.ts'
import { expectAccessible } from './axe.ts'
import { type StartedHost, startHost } from './startHost.ts'

const pictures = join(import.meta.dirname, '..', 'screenshots')
const templateDir = join(import.meta.dirname, '..', 'resources', 'templates')
const batchId = '260504-aaaa'
const items = 5000
/** Every fiftieth of the invented files fails; of the others every fourth waits for a person. */
const failed = items / 50
const doubtful = items / 4

function fill(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true })
  const db = openDatabase(join(dataDir, 'sheaf.db'))
  migrate(db)
  // Nothing of it has to survive a power cut.
  db.pragma('synchronous = off')
  const templates = readdirSync(templateDir).map((name) =>
    templateSchema.parse(JSON.parse(readFileSync(join(templateDir, name), 'utf8'))),
  )
  fillDatabase(db, { batchId, mark: 'scan', items, templates, fields: 4, lines: 0 })
  db.close()
}

const test = base.extend<{ host: StartedHost }>({
  host: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from it.
    async ({}, use) => {
      const host = await startHost(fill)
      await use(host)
      await host.stop()
    },
    { timeout: 60_000 },
  ],
})

test('five thousand documents are scrolled, sorted, filtered, searched and selected by keys', async ({
  page,
  host,
}) => {
  test.setTimeout(60_000)
  await page.goto(host.url)
  await expect(page.getByRole('button', { name: 'Choose folder…' })).toBeVisible()
  await page.goto(`${new URL(page.url()).origin}/#/batch/${batchId}`)
  const grid = page.getByRole('grid', { name: 'Documents' })
  const bar = page.getByRole('region', { name: 'Selected documents' })
  const chip = (name: string, count: number) =>
    page.getByRole('button', { name: `${name} ${count.toLocaleString('en')}` })
  const rows = (count: number) => expect(grid).toHaveAttribute('aria-rowcount', String(count + 1))
  const row = (name: string) => grid.getByRole('row').filter({ hasText: name })
  const current = () => grid.locator('tr[data-current]')
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const enter = async (target: Locator) => {
    await target.focus()
    await page.keyboard.press('Enter')
  }

  await rows(items)
  await expect(chip('All', items)).toBeVisible()
  await expect(chip('Failed', failed)).toBeVisible()
  await expect(chip('Needs review', doubtful)).toBeVisible()

  // To the end and back.
  await grid.focus()
  await press('End')
  await expect(row('scan-004999.pdf')).toBeInViewport()
  await expect(current()).toContainText('scan-004999.pdf')
  await press('PageUp')
  await expect(current()).toContainText('scan-004989.pdf')
  await press('Home')
  await expect(row('scan-000000.pdf')).toBeInViewport()

  // The other way round, and back.
  const sorting = grid.getByRole('columnheader', { name: /^Document/ }).getByRole('button')
  await enter(sorting)
  await enter(sorting)
  await expect(row('scan-004999.pdf')).toBeInViewport()
  await grid.focus()
  await press('End')
  await expect(row('scan-000000.pdf')).toBeInViewport()

  // Those that failed are taken out, all at once, and come back.
  await enter(chip('Failed', failed))
  await rows(failed)
  await grid.focus()
  await press('Control+a')
  await expect(bar).toContainText('100 documents selected')
  await press('Delete')
  await expect(page.getByText('100 files removed from the batch')).toBeVisible()
  await expect(chip('Skipped', failed)).toBeVisible()
  await enter(chip('All', items))
  await grid.focus()
  await press('Control+z')
  await expect(chip('Failed', failed)).toBeVisible()
  await expect(page.getByText('100 files removed from the batch')).toBeHidden()

  // All of them, by one key.
  await press('Control+a')
  await expect(bar).toContainText('5,000 documents selected')
  await expect(bar.getByRole('button', { name: 'Approve 1,250' })).toBeEnabled()
  await expect(bar.getByRole('button', { name: 'Retry 100' })).toBeEnabled()
  await press('Escape')
  await expect(bar).toBeHidden()

  // By a word that stands on one page alone, and by a value.
  await press('/')
  await page.keyboard.type('SCAN4711')
  await rows(1)
  await expect(row('scan-004711.pdf')).toContainText('… scan4711 word1 word2')
  await expect(row('scan-004711.pdf')).toContainText('page 1')
  await expectAccessible(page, 'a search')
  await page.screenshot({ path: join(pictures, 'search-1280x800.png') })
  await press('Escape')
  await rows(items)
  await page.keyboard.type('value 3 of 4712')
  await rows(1)
  await expect(row('scan-004712.pdf')).toContainText('field 3: value 3 of 4712')
})
