import { expect, folderOf, readFolder, test, untilFinished } from './withHost.ts'

test('a batch is paused and goes on where it was', async ({ page, host }) => {
  const folder = folderOf(host, 'Slow', [
    'invoice-de-brauhaus-nord.pdf',
    'invoice-en-us-cedar-loop-studio.pdf',
    'invoice-en-uk-harbour-and-finch.pdf',
    'invoice-en-us-ridgeline-supply.pdf',
    'invoice-it-officine-ventaglio.pdf',
    'invoice-it-studio-lucciola.pdf',
  ])
  await readFolder(page, folder)
  await expect(page.getByRole('heading', { name: 'Slow' })).toBeVisible()
  await page.keyboard.press('p')
  await expect(page.getByRole('region', { name: 'Progress' })).toContainText('nothing is lost')
  const progress = page.getByRole('progressbar', { name: 'Pages read' })
  const percent = async () => Number(await progress.getAttribute('aria-valuenow'))
  const before = await percent()
  await expect(page.getByText('Paused', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Resume' }).click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  expect(await percent()).toBeGreaterThanOrEqual(before)
  await untilFinished(page)
  await expect(page.getByRole('button', { name: 'All 6' })).toBeVisible()
})

test('a batch is cancelled after one question, and the rest can be read later', async ({
  page,
  host,
}) => {
  const folder = folderOf(host, 'Long', [
    'invoice-de-tischlerei-eichblatt-scan.pdf',
    'invoice-en-us-cedar-loop-studio.pdf',
    'invoice-en-uk-harbour-and-finch.pdf',
  ])
  await readFolder(page, folder)
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: 'Cancel this batch?' })
  await dialog.getByRole('button', { name: 'Cancel the batch' }).click()
  await expect(page.getByText('Cancelled', { exact: true }).first()).toBeVisible({
    timeout: 90_000,
  })
  await expect(page.getByRole('button', { name: 'Read the rest' })).toBeVisible()
})
