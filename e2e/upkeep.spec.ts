import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ask, expect, folderOf, readFolder, test, untilFinished } from './withHost.ts'

const file = 'invoice-en-us-cedar-loop-studio.pdf'

test('a batch is deleted with one press, and undo brings it back', async ({ page, host }) => {
  const folder = folderOf(host, 'May', [file])
  await readFolder(page, folder)
  await untilFinished(page)
  await page.getByRole('button', { name: 'More for this batch' }).click()
  await page.getByRole('menuitem', { name: 'Delete batch' }).click()
  await expect(page.getByRole('heading', { name: 'Drop a folder' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^May/ })).toBeHidden()
  await expect(page.getByText('“May” was deleted')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: 'May' })).toBeVisible()
  await untilFinished(page)
})

test('what was deleted is listed, restored, and deleted for good; originals stay', async ({
  page,
  host,
}) => {
  const folder = folderOf(host, 'June', [file])
  const batchId = await readFolder(page, folder)
  await untilFinished(page)
  await page.keyboard.press('Shift+Delete')
  await page.getByRole('link', { name: 'Recently deleted: 1 batch' }).click()
  const deleted = page.getByRole('list', { name: 'Recently deleted' })
  await expect(deleted).toContainText('June')
  await deleted.getByRole('button', { name: 'Restore' }).click()
  await expect(deleted).toBeHidden()
  await page.keyboard.press('h')
  await page.getByRole('link', { name: /^June/ }).click()
  await page.keyboard.press('Shift+Delete')
  await page.goBack()
  await expect(page.getByText('“June” was deleted').first()).toBeVisible()
  await page.keyboard.press('d')
  await deleted.getByRole('button', { name: 'Delete for good' }).click()
  await expect(page.getByText('Nothing. A batch that you delete')).toBeVisible()
  expect(await ask(page, 'batch.list', { deleted: true })).toEqual([])
  expect(existsSync(join(folder, file))).toBe(true)
  await expect(ask(page, 'batch.get', { batchId })).rejects.toThrow('not there any more')
})

test('the doctor is asked, diagnostics are written, and the time of keeping is chosen', async ({
  page,
  host,
}) => {
  await page.getByRole('link', { name: 'Upkeep' }).click()
  await page.getByRole('button', { name: 'Check now' }).click()
  const findings = page.getByRole('list', { name: 'Findings' })
  await expect(findings).toContainText('The database is whole.')
  await expect(findings).toContainText('as shipped')
  await page.getByRole('button', { name: 'Save diagnostics' }).click()
  await expect(page.getByText('Diagnostics are written')).toBeVisible()
  expect(readdirSync(join(host.folder, 'data', 'diagnostics'))).toHaveLength(1)
  await page.getByRole('combobox', { name: 'How long batches are kept' }).click()
  await page.getByRole('option', { name: 'Delete them after 90 days' }).click()
  await expect.poll(() => ask(page, 'settings.get', {})).toEqual({ retentionDays: 90 })
})
