import { join } from 'node:path'
import { expect, folderOf, readFolder, test, untilFinished } from './withHost.ts'

const pictures = join(import.meta.dirname, '..', 'screenshots')

test('density holds for rows and is remembered, and letters can be switched off', async ({
  page,
  host,
}) => {
  const origin = new URL(page.url()).origin
  await readFolder(page, folderOf(host, 'May', ['invoice-en-us-cedar-loop-studio.pdf']))
  await untilFinished(page)
  const row = page.getByRole('row', { name: /cedar-loop/ })
  const height = async () => (await row.boundingBox())?.height ?? 0
  const roomy = await height()

  await page.keyboard.press(',')
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  const computer = page.getByRole('region', { name: 'Reading' })
  await expect(computer).toContainText(/Workers.*at a time/)
  await expect(computer).toContainText(/Pages with text inside.*a minute, by 1 page read here/)
  await expect(page.getByRole('list', { name: 'Languages' })).toContainText('German')
  await expect(page.getByRole('list', { name: 'Languages' })).toContainText('came with Sheaf')
  await expect(page.getByText('Finished batches are kept.')).toBeVisible()
  await page.getByText('Compact', { exact: true }).click()
  await page.goBack()
  await expect.poll(height).toBeLessThan(roomy - 8)
  await page.reload()
  await expect.poll(height).toBeLessThan(roomy - 8)

  await page.goto(`${origin}/#/settings`)
  await page.getByRole('switch', { name: 'Single-letter shortcuts' }).press('Space')
  await expect(page.getByRole('switch', { name: 'Single-letter shortcuts' })).not.toBeChecked()
  await page.reload()
  await expect(page.getByRole('switch', { name: 'Single-letter shortcuts' })).not.toBeChecked()
  await page.keyboard.press('d')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page).toHaveURL(/#\/settings$/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Drop a folder' })).toBeVisible()
})

test('colours, battery and licences; in light and dark, large and small', async ({ page }) => {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('switch', { name: 'Read on battery, too' }).press('Space')
  await page.reload()
  await expect(page.getByRole('switch', { name: 'Read on battery, too' })).toBeChecked()
  const workers = page.getByLabel('Workers', { exact: true }).first()
  await workers.press('Enter')
  await page.getByRole('option', { name: '1', exact: true }).click()
  const passwords = page.getByRole('region', { name: 'Passwords' })
  await expect(passwords).toContainText('None is remembered.')
  await passwords.getByLabel('Try this password on every locked file').fill('igel')
  await page.keyboard.press('Enter')
  await expect(passwords).toContainText('1 password remembered.')
  await page.reload()
  await expect(workers).toHaveValue('1')
  await expect(passwords).toContainText('1 password remembered.')
  await passwords.getByRole('button', { name: 'Forget it' }).press('Enter')
  await expect(passwords).toContainText('None is remembered.')
  await page.getByText('Packages and their licences').click()
  const packages = page.getByRole('list', { name: 'Packages' })
  await expect(packages).toContainText('better-sqlite3')
  await expect(packages).toContainText('LGPL-3.0')
  await page.getByText('Packages and their licences').click()
  for (const [words, scheme] of [
    ['Dark', 'dark'],
    ['Light', 'light'],
  ] as const) {
    await page.getByText(words, { exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
    for (const size of [
      { width: 1280, height: 800 },
      { width: 900, height: 600 },
    ]) {
      await page.setViewportSize(size)
      await page.screenshot({
        path: join(pictures, `settings-${scheme}-${size.width}x${size.height}.png`),
      })
    }
  }
})
