import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expectAccessibleInBoth as expectAccessible } from './axe.ts'
import { dropFolder } from './dropFolder.ts'
import type { StartedHost } from './startHost.ts'
import { tabThrough } from './tabThrough.ts'
import { ask, expect, folderOf, readFolder, test, untilFinished } from './withHost.ts'

const cedar = 'invoice-en-us-cedar-loop-studio.pdf'
const odd = join(import.meta.dirname, '..', 'resources', 'samples-odd')

// Every view is looked at twice and walked through: minutes, on a machine that has other things to do.
test.describe.configure({ timeout: 300_000 })
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }))

/** A folder with an invoice and files that cannot be read. */
function mixedFolder(host: StartedHost): string {
  const folder = folderOf(host, 'Mixed', [cedar])
  for (const file of ['locked.pdf', 'truncated.pdf'])
    copyFileSync(join(odd, file), join(folder, file))
  writeFileSync(join(folder, 'minutes.txt'), 'Minutes of the meeting')
  return folder
}

async function opened(page: Page, name: string | RegExp) {
  const dialog = page.getByRole('dialog', { name })
  await expect(dialog).toBeVisible()
  return dialog
}

async function closed(page: Page) {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('home, settings, upkeep, the sheet of keys and the choice of a folder', async ({
  page,
  host,
}) => {
  const origin = new URL(page.url()).origin
  folderOf(host, 'Bills', [cedar])
  await expectAccessible(page, 'the empty home')
  await tabThrough(page, 'the empty home')
  await page.keyboard.press('?')
  await opened(page, 'Keyboard shortcuts')
  await expectAccessible(page, 'the sheet of keys')
  await closed(page)
  await page.keyboard.press('o')
  const browser = await opened(page, 'Choose a folder')
  await expect(browser.getByRole('option', { name: 'Bills' })).toBeVisible()
  await expectAccessible(page, 'the choice of a folder')
  await tabThrough(page, 'the choice of a folder')
  await closed(page)
  await page.goto(`${origin}/#/settings`)
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await expectAccessible(page, 'settings')
  await tabThrough(page, 'settings')
  await page.goto(`${origin}/#/upkeep`)
  await expect(page.getByRole('main')).toBeVisible()
  await expectAccessible(page, 'upkeep')
  await tabThrough(page, 'upkeep')
})

test('a new template is calm until it is begun, and what it lacks can be read', async ({
  page,
}) => {
  const { origin } = new URL(page.url())
  await page.goto(`${origin}/#/templates/+new`)
  const editor = page.getByRole('region', { name: 'Draft' })
  await expect(editor.getByRole('textbox', { name: 'Title' })).toBeVisible()
  await expectAccessible(page, 'a new template')
  await expect(page.getByText(/to mend before it can be saved/)).toBeHidden()
  await page.keyboard.press('Alt+n')
  await expect(page.getByText(/to mend before it can be saved/)).toBeVisible()
  await expect(editor.getByText('The template needs a title')).toBeVisible()
  await expectAccessible(page, 'a new template with problems')
})

test('before the start, a batch with problems, and its dialogs', async ({ page, host }) => {
  await dropFolder(page, mixedFolder(host))
  const sheet = await opened(page, 'Read “Mixed”?')
  await expect(sheet.getByRole('status').last()).toHaveText('Nothing was read yet.', {
    timeout: 60_000,
  })
  await expectAccessible(page, 'before the start')
  await tabThrough(page, 'before the start')
  await sheet.getByRole('button', { name: /^Start reading/ }).click()
  await expect(page.getByText('Finished with problems')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('grid', { name: 'Documents' })).toBeVisible()
  await expectAccessible(page, 'a batch')
  await tabThrough(page, 'a batch')

  await page.getByRole('radio', { name: /^Problems/ }).press('Space')
  await expect(page.getByRole('list', { name: 'Problems' })).toBeVisible()
  await expectAccessible(page, 'the problems of a batch')
  await tabThrough(page, 'the problems of a batch')
  await page.getByRole('radio', { name: /^Documents/ }).press('Space')

  await page.getByText('truncated.pdf', { exact: true }).first().click()
  await opened(page, 'truncated.pdf')
  await expectAccessible(page, 'a problem')
  await closed(page)
  const more = page.getByRole('button', { name: 'More for this batch' })
  await more.click()
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  await expectAccessible(page, 'more for a batch')
  for (const [item, name] of [
    ['Extract again with a template…', 'Extract again with a template'],
    ['Retry with other settings…', 'Retry with other settings'],
  ] as const) {
    await page.getByRole('menuitem', { name: item }).click()
    await opened(page, name)
    await expectAccessible(page, name)
    await tabThrough(page, name)
    await closed(page)
    await more.click()
  }
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Columns' }).click()
  await expectAccessible(page, 'the choice of columns')
  await page.keyboard.press('Escape')
  await page.goto(`${new URL(page.url()).origin}/#/`)
  await expect(page.getByRole('link', { name: /^Mixed/ })).toBeVisible()
  await expectAccessible(page, 'home with a batch')
  await tabThrough(page, 'home with a batch')
})

test('a document with its menus and dialogs, and one field at a time', async ({ page, host }) => {
  const batchId = await readFolder(page, folderOf(host, 'Papers', [cedar]))
  await untilFinished(page)
  await page.getByRole('row', { name: cedar }).click()
  await expect(page.getByRole('img', { name: 'Page 1', exact: true })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Invoice date', exact: true })).toBeFocused()
  await expectAccessible(page, 'a document')
  await tabThrough(page, 'a document')
  for (const keys of ['Alt+t', 'Alt+r']) {
    await page.keyboard.press(keys)
    await expect(page.getByRole('menuitem').first()).toBeVisible()
    await expectAccessible(page, `the menu of ${keys}`)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menuitem')).toHaveCount(0)
  }
  await page.getByRole('button', { name: 'More for this document' }).click()
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  await expectAccessible(page, 'more for a document')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Row 1:/ }).click()
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  await expectAccessible(page, 'the menu of a row')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+x')
  await opened(page, 'Reject this document?')
  await expectAccessible(page, 'rejecting')
  await tabThrough(page, 'rejecting')
  await closed(page)
  await page.keyboard.press('Alt+g')
  await expect(page.getByRole('listbox', { name: 'Pages' })).toBeFocused()
  await expectAccessible(page, 'the pages of a file')
  await tabThrough(page, 'the pages of a file')
  await closed(page)
  await page.goto(`${new URL(page.url()).origin}/#/batch/${batchId}/field/issue_date`)
  await expect(page.getByRole('textbox', { name: /^Invoice date of/ })).toBeFocused()
  await expectAccessible(page, 'one field at a time')
  await tabThrough(page, 'one field at a time')
})

test('a field tells its name, value, page, state and reason', async ({ page, host }) => {
  const batchId = await readFolder(page, folderOf(host, 'Told', [cedar]))
  await untilFinished(page)
  await page.getByRole('row', { name: cedar }).click()
  const date = page.getByRole('textbox', { name: 'Invoice date', exact: true })
  await expect(date).toBeFocused()
  await expect(date).toHaveAccessibleDescription(
    /^Please look: .*Day and month could be swapped\..* Page 1\.$/,
  )
  const { rows } = await ask(page, 'batch.documents', { batchId })
  expect(rows[0]?.status).toBe('needs_review')
  await page.keyboard.press('Enter')
  await expect(date).toHaveAccessibleDescription(/^Accepted by you\. Page 1\.$/)
})
