import { expect, folderOf, readFolder, test, untilFinished } from './withHost.ts'

test('a value is corrected, kept, taken back, and the document approved', async ({
  page,
  host,
}) => {
  const folder = folderOf(host, 'Review', ['invoice-en-us-cedar-loop-studio.pdf'])
  await readFolder(page, folder)
  await untilFinished(page)
  await page.getByText('invoice-en-us-cedar-loop-studio.pdf').click()
  const number = page.getByRole('textbox', { name: 'Invoice number' })
  const printed = await number.inputValue()

  await number.fill('CORRECTED-1')
  await number.press('Enter')
  await expect(page.getByText('by hand').first()).toBeVisible()
  await page.reload()
  await expect(number).toHaveValue('CORRECTED-1')

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(number).toHaveValue(printed)
  await page.reload()
  await expect(number).toHaveValue(printed)

  await number.fill('typed and given up')
  await number.press('Escape')
  await expect(number).toHaveValue(printed)

  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Approved by you')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Approved by you')).toBeHidden()
})

test('the page follows the field: zoom, page and mark', async ({ page, host }) => {
  const folder = folderOf(host, 'Pages', ['invoice-de-elektro-funkenfeder-two-pages.pdf'])
  await readFolder(page, folder)
  await untilFinished(page)
  await page.getByText('invoice-de-elektro-funkenfeder-two-pages.pdf').click()
  await expect(page.getByRole('img', { name: 'Page 1', exact: true })).toBeVisible()
  await page.keyboard.press('PageDown')
  await expect(page.getByText('2 of 2')).toBeVisible()
  await page.keyboard.press('PageUp')
  await expect(page.getByText('1 of 2')).toBeVisible()
  const width = async () =>
    (await page.getByRole('img', { name: 'Page 1', exact: true }).boundingBox())?.width ?? 0
  const fitted = await width()
  await page.keyboard.press('Alt+=')
  await expect.poll(width).toBeGreaterThan(fitted)
  const pixels = () =>
    page
      .getByRole('img', { name: 'Page 1', exact: true })
      .evaluate((image) => (image as HTMLImageElement).naturalHeight)
  await expect.poll(pixels).toBe(1800)
  for (let zoom = 0; zoom < 7; zoom++) await page.keyboard.press('Alt+=')
  await expect.poll(pixels, 'looked at closely, it is drawn anew').toBeGreaterThan(3500)
  await page.keyboard.press('Alt+0')
  await expect.poll(width).toBe(fitted)
  await expect.poll(pixels).toBe(1800)
})

test('every shortcut stands on the sheet', async ({ page }) => {
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet.getByText('Choose a folder')).toBeVisible()
  await expect(
    sheet.getByText('Approve; once approved, go to the next one to review'),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
})
