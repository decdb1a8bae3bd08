import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask, expect, folderOf, readFolder, test, untilFinished } from './withHost.ts'

test('a batch is added to, extracted again without reading, and read once more', async ({
  page,
  host,
}) => {
  const folder = folderOf(host, 'May', ['invoice-en-us-cedar-loop-studio.pdf'])
  const later = folderOf(host, 'Later', ['invoice-en-ie-mossgate-software.pdf'])
  writeFileSync(join(folder, 'empty.pdf'), '')
  const batchId = await readFolder(page, folder)
  await untilFinished(page)
  const more = page.getByRole('button', { name: 'More for this batch' })

  await more.click()
  await page.getByRole('menuitem', { name: 'Add a folder…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Choose a folder' })
  await dialog.getByRole('combobox').fill(later)
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('1 file to read here')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('1 file added.')).toBeVisible()
  await expect(page.getByText('invoice-en-ie-mossgate-software.pdf')).toBeVisible()
  await untilFinished(page)
  const { pagesDone } = await ask(page, 'batch.get', { batchId })

  await more.click()
  await page.getByRole('menuitem', { name: 'Extract again with a template…' }).click()
  const extracting = page.getByRole('dialog', { name: 'Extract again with a template' })
  await extracting.getByRole('combobox', { name: 'Template' }).selectOption('receipt')
  await extracting.getByRole('button', { name: 'Extract again' }).click()
  await expect(page.getByText(/with “receipt” instead of “auto”/)).toBeVisible()
  await expect(page.getByRole('row', { name: /cedar-loop.*Receipt/ })).toBeVisible()
  expect(await ask(page, 'batch.get', { batchId })).toMatchObject({
    pagesDone,
    template: 'receipt',
  })

  await more.click()
  await page.getByRole('menuitem', { name: 'Retry with other settings…' }).click()
  const retrying = page.getByRole('dialog', { name: 'Retry with other settings' })
  await retrying.getByRole('combobox', { name: 'Take words from' }).selectOption('ocr')
  await retrying.getByRole('button', { name: 'Retry' }).click()
  await page.getByRole('button', { name: 'All 2 differences' }).click()
  await expect(page.getByText(/1 file was tried again and read by OCR/)).toBeVisible()
  await page.keyboard.press('Escape')

  await more.click()
  await page.getByRole('menuitem', { name: 'With today’s templates' }).click()
  await expect(page).not.toHaveURL(new RegExp(batchId))
  await untilFinished(page)
  await expect(page.getByText('Read before')).toBeVisible()
})
