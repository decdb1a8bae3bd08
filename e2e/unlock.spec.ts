import { join } from 'node:path'
import { expect, folderOf, readFolder, test } from './withHost.ts'
import { writeLocked } from './writeLocked.ts'

test('locked files ask once for a password, with the keyboard alone', async ({ page, host }) => {
  const folder = folderOf(host, 'Locked', ['invoice-en-us-cedar-loop-studio.pdf'])
  await writeLocked(join(folder, 'a-1.pdf'), 'hase')
  await writeLocked(join(folder, 'a-2.pdf'), 'hase')
  await writeLocked(join(folder, 'b.pdf'), 'igel')
  await readFolder(page, folder)
  const locked = page.getByRole('form', { name: 'Locked files' })
  await expect(locked).toContainText('3 files need a password.', { timeout: 60_000 })
  await expect(page.getByText('Finished with problems')).toBeVisible()

  await page.keyboard.press('u')
  await expect(locked.getByLabel('Password', { exact: true })).toBeFocused()
  await page.keyboard.type('falsch')
  await page.keyboard.press('Enter')
  await expect(locked).toContainText('That one opens none of them.')
  await expect(locked).toContainText('3 files need a password.')

  await page.keyboard.press('Control+a')
  await page.keyboard.type('hase')
  await page.keyboard.press('Enter')
  await expect(locked).toContainText('1 file needs a password. 2 files were opened')
  await page.keyboard.type('igel')
  await page.keyboard.press('Enter')
  await expect(locked).toBeHidden()
  await expect(page.getByText('Finished', { exact: true }).first()).toBeVisible({ timeout: 60_000 })

  await page.getByText('b.pdf', { exact: true }).click()
  await expect(page.getByRole('img', { name: 'Page 1', exact: true })).toBeVisible()
})

test('a locked row leads to the password', async ({ page, host }) => {
  const folder = folderOf(host, 'Locked', [])
  await writeLocked(join(folder, 'a.pdf'), 'hase')
  await readFolder(page, folder)
  await expect(page.getByText('“a.pdf” is locked with a password.')).toBeVisible()
  await page.getByText('a.pdf', { exact: true }).click()
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
})
