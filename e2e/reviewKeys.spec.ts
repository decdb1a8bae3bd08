import type { Page } from 'playwright/test'
import type { DocumentView } from '../electron/views.ts'
import { ask, expect, folderOf, readFolder, test, untilFinished } from './withHost.ts'

const invoice = 'invoice-en-us-cedar-loop-studio.pdf'

/** Opens a sample as it was read, and gives what the core knows about it. */
async function openSample(page: Page, folder: string, name: string): Promise<DocumentView> {
  const batchId = await readFolder(page, folder)
  await untilFinished(page)
  await page.getByText(name).click()
  await expect(page.getByRole('img', { name: 'Page 1', exact: true })).toBeVisible()
  const { rows } = await ask(page, 'batch.documents', { batchId })
  const documentId = rows.find(({ filename }) => filename === name)?.documentId ?? ''
  return ask(page, 'document.get', { documentId })
}

test('a document is reviewed with keys alone, and the next one opens', async ({ page, host }) => {
  const names = [invoice, 'invoice-de-tischlerei-eichblatt-scan.pdf']
  const view = await openSample(page, folderOf(host, 'Keys', names), invoice)
  await page.keyboard.press('ArrowDown')
  const number = page.getByRole('textbox', { name: 'Invoice number' })
  await expect(number).toBeFocused()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(number).not.toBeFocused()
  await page.keyboard.press('Shift+ArrowUp')
  await expect(number).toBeFocused()

  await page.keyboard.press('F2')
  await page.keyboard.type('H-TEST 7')
  await expect(number).toHaveValue('H-TEST 7')
  await page.keyboard.press('Enter')
  await expect(page.getByText('by hand').first()).toBeVisible()
  await expect(number).not.toBeFocused()

  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Approved by you')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveTitle(/eichblatt/)
  const stored = await ask(page, 'document.get', { documentId: view.id })
  expect(stored.review).toBe('approved')
})
