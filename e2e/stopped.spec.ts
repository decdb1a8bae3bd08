import { expect, test } from 'playwright/test'
import { startHost } from './startHost.ts'

test('a host that has stopped is said, and what is on the screen stays', async ({ page }) => {
  const host = await startHost()
  await page.goto(host.url)
  await expect(page.getByRole('heading', { name: 'Drop a folder' })).toBeVisible()
  await host.stop()
  await expect(page.getByRole('alert')).toContainText('Sheaf has stopped. Start it again')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('alert')).toContainText('Sheaf has stopped')
  await expect(page.getByRole('heading', { name: 'Drop a folder' })).toBeVisible()
})

test('the colours that were chosen are there at the next start', async ({ page }) => {
  const html = page.locator('html')
  for (const [start, scheme] of [
    ['first', 'light'],
    ['second', 'dark'],
  ] as const) {
    const host = await startHost()
    await page.goto(host.url)
    await expect(page.getByRole('button', { name: 'Choose folder…' })).toBeVisible()
    if (start === 'second') await expect(html).toHaveAttribute('data-mantine-color-scheme', 'light')
    await page.keyboard.press('t')
    await expect(html).toHaveAttribute('data-mantine-color-scheme', scheme)
    await host.stop()
  }
})
