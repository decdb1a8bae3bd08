import { expect, folderOf, test, untilFinished } from './withHost.ts'

test('a folder is chosen with the keyboard alone', async ({ page, host }) => {
  folderOf(host, 'Bills/2026', ['invoice-en-us-cedar-loop-studio.pdf'])
  await page.keyboard.press('o')
  const dialog = page.getByRole('dialog', { name: 'Choose a folder' })
  await expect(dialog.getByRole('option', { name: 'Bills' })).toBeVisible()

  await page.keyboard.type('bil')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('option', { name: '2026' })).toBeVisible()
  await page.keyboard.press('Backspace')
  await expect(dialog.getByRole('option', { name: 'Bills' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('option', { name: '2026' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('1 file to read here')).toBeVisible()
  await page.keyboard.press('Control+Enter')

  await expect(page.getByRole('heading', { name: '2026' })).toBeVisible()
  await untilFinished(page)
  await expect(page.getByText('invoice-en-us-cedar-loop-studio.pdf')).toBeVisible()
})

test('a path can be pasted, and a wrong one is explained', async ({ page, host }) => {
  const folder = folderOf(host, 'Bills', ['invoice-en-us-cedar-loop-studio.pdf'])
  await page.keyboard.press('o')
  const dialog = page.getByRole('dialog', { name: 'Choose a folder' })
  await dialog.getByRole('combobox').fill(`${folder}-that-is-not-there`)
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('Check the name and try again')
  await dialog.getByRole('combobox').fill(folder)
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('1 file to read here')).toBeVisible()
})

test('files are ticked one by one', async ({ page, host }) => {
  folderOf(host, 'Bills', [
    'invoice-en-us-cedar-loop-studio.pdf',
    'invoice-en-uk-harbour-and-finch.pdf',
  ])
  await page.keyboard.press('f')
  const dialog = page.getByRole('dialog', { name: 'Choose files' })
  await expect(dialog.getByRole('option', { name: 'Bills' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('option', { name: /harbour/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('1 file chosen')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await untilFinished(page)
  await expect(page.getByRole('button', { name: 'All 1' })).toBeVisible()
})
