import { chooseFromMenu, expect, folderOf, readFolder, test, untilFinished } from './withHost.ts'

test('a document is read again with OCR and in a language, keeps what was typed, and goes back', async ({
  page,
  host,
}) => {
  const folder = folderOf(host, 'Again', ['invoice-en-us-cedar-loop-studio.pdf'])
  await readFolder(page, folder)
  await untilFinished(page)
  await page.getByText('invoice-en-us-cedar-loop-studio.pdf').click()
  const reader = page.getByRole('button', { name: /^Page 1, .*: how it was read$/ })
  await expect(reader).toContainText('taken from the text inside the file')
  const number = page.getByRole('textbox', { name: 'Invoice number' })
  await number.fill('TYPED-1')
  await number.press('Enter')
  await expect(page.getByText('by hand').first()).toBeVisible()

  await page.keyboard.press('Alt+r')
  await expect(page.getByRole('menuitem', { name: /With OCR, language/ })).toBeVisible()
  await chooseFromMenu(page, 'German')
  await expect(page.getByText(/was read again with OCR in German/)).toBeVisible({ timeout: 60_000 })
  await expect(reader).toContainText('read from the picture')
  await expect(number).toHaveValue('TYPED-1')
  await page.reload()
  await expect(reader).toContainText('read from the picture')

  await page.keyboard.press('Control+z')
  await expect(reader).toContainText('taken from the text inside the file')
  await expect(number).toHaveValue('TYPED-1')
})
