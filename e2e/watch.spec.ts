import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expectAccessible, expectAccessibleInBoth } from './axe.ts'
import { ask, expect, folderOf, test } from './withHost.ts'

const samples = join(import.meta.dirname, '..', 'resources', 'samples')
const pictures = join(import.meta.dirname, '..', 'screenshots')
const cedar = 'invoice-en-us-cedar-loop-studio.pdf'
const ridgeline = 'invoice-en-us-ridgeline-supply.pdf'
/** What arrives is read in the pool, which other tests may keep busy. */
const read = { timeout: 60_000 }
const quick = { everySeconds: 0.5, settleSeconds: 0 } as const

// Both are looked at in light and dark, and at two sizes: minutes, on a machine that has other things to do.
test.describe.configure({ timeout: 300_000 })

async function openWatches(page: Page): Promise<void> {
  await page.keyboard.press('w')
  await expect(page.getByRole('heading', { name: 'Watched folders' })).toBeVisible()
}

const row = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Watched folders' }).getByRole('listitem', { name, exact: true })

/** The view at the sizes and in the colours that a designer looks at. */
async function picture(page: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    for (const [width, height] of [
      [1280, 800],
      [900, 600],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.screenshot({ path: join(pictures, `watch-${name}-${scheme}-${width}.png`) })
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}

test('a folder is watched from the keyboard, and what comes is read and moved', async ({
  page,
  host,
}) => {
  const inbox = folderOf(host, 'Inbox', [cedar])
  const done = join(host.home, 'Done')
  mkdirSync(done)
  await openWatches(page)
  await expect(page.getByText('No folder is watched yet')).toBeVisible()
  await expectAccessibleInBoth(page, 'no watched folder')
  await picture(page, 'empty')

  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: 'Watch a folder' })
  await expect(dialog.getByRole('textbox', { name: 'Folder' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Choose: Folder' }).click()
  const browser = page.getByRole('dialog', { name: 'Choose a folder' })
  await browser.getByRole('option', { name: 'Inbox' }).dblclick()
  await expect(browser.getByRole('option', { name: cedar })).toBeVisible()
  await browser.getByRole('button', { name: /Use this folder/ }).click()
  await expect(dialog.getByRole('textbox', { name: 'Folder' })).toHaveValue(inbox)
  await dialog.getByRole('textbox', { name: 'Move originals to' }).fill(join(inbox, 'done'))
  await dialog.getByRole('textbox', { name: /quiet/ }).fill('0')
  await dialog.getByRole('textbox', { name: 'Write results into' }).fill(join(host.home, 'Results'))
  await expectAccessibleInBoth(page, 'how a folder is watched')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('lie one inside the other')
  await picture(page, 'dialog')
  await dialog.getByRole('textbox', { name: 'Move originals to' }).fill(done)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()

  await expect(row(page, 'Inbox')).toContainText('1 done', read)
  await expect(row(page, 'Inbox')).toContainText('1 moved', read)
  expect(readdirSync(done)).toEqual([cedar])
  copyFileSync(join(samples, ridgeline), join(inbox, ridgeline))
  await expect(row(page, 'Inbox')).toContainText('2 done · 2 moved', read)
  expect(readdirSync(inbox)).toEqual([])
  expect(readdirSync(join(host.home, 'Results'))).toHaveLength(2)
  await expectAccessible(page, 'a watched folder')

  await row(page, 'Inbox')
    .getByRole('link', { name: /^Inbox/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: /^Inbox \d/ })).toBeVisible()
})

test('the list says how each folder stands, and lives by events', async ({ page, host }) => {
  const gone = folderOf(host, 'Scanner', [cedar])
  const still = folderOf(host, 'Mail', [])
  await ask(page, 'watch.add', { folder: gone, ...quick })
  await ask(page, 'watch.add', { folder: still, ...quick })
  await openWatches(page)
  await expect(row(page, 'Scanner')).toContainText('1 done', read)
  await expect(row(page, 'Mail')).toContainText('Waiting for files')
  await expect(row(page, 'Mail')).toContainText('Nothing came yet')

  renameSync(gone, `${gone} away`)
  await expect(row(page, 'Scanner')).toContainText('The folder is gone', read)
  await expect(row(page, 'Scanner')).toContainText('watching goes on by itself')
  await row(page, 'Mail').getByRole('button', { name: 'More for Mail' }).click()
  await page.getByRole('menuitem', { name: 'Pause' }).click()
  await expect(row(page, 'Mail')).toContainText('Paused')
  await expectAccessibleInBoth(page, 'watched folders')
  await picture(page, 'list')
  renameSync(`${gone} away`, gone)
  await expect(row(page, 'Scanner')).toContainText('Waiting for files', read)

  // Away from the menu, whose keys are its own.
  await page.getByRole('heading', { name: 'Watched folders' }).click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Change how it is watched' })
  await expect(dialog.getByRole('textbox', { name: 'Folder' })).toHaveValue(still)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await row(page, 'Mail').getByRole('button', { name: 'More for Mail' }).click()
  await page.getByRole('menuitem', { name: 'Stop watching…' }).click()
  await expectAccessible(page, 'the end of watching')
  await page.getByRole('button', { name: 'Stop watching', exact: true }).click()
  await expect(row(page, 'Mail')).toHaveCount(0)
  expect(existsSync(still)).toBe(true)
})
