import { join } from 'node:path'
import { ask, expect, folderOf, readFolder, test, untilFinished } from './withHost.ts'

const pictures = join(import.meta.dirname, '..', 'screenshots')
const files = [
  'credit-note-en-uk-larkspur-linen.pdf',
  'invoice-de-elektro-funkenfeder-two-pages.pdf',
  'invoice-en-ie-mossgate-software.pdf',
  'invoice-en-us-cedar-loop-studio.pdf',
  'receipt-en-us-bluebird-diner.webp',
]

test('columns are chosen and remembered, and the table is sorted by them', async ({
  page,
  host,
}) => {
  await readFolder(page, folderOf(host, 'Columns', files))
  await untilFinished(page)
  const head = (name: string) => page.getByRole('columnheader', { name: new RegExp(`^${name}`) })
  await expect(head('Doubtful')).toBeVisible()
  await head('Pages').getByRole('button').click()
  await head('Pages').getByRole('button').click()
  await expect(head('Pages')).toHaveAttribute('aria-sort', /ending/)
  await head('Document').getByRole('button').click()
  const names = page.locator('td[data-column="filename"]')
  await expect(names).toHaveText(files)
  await head('Document').getByRole('button').click()
  await expect(names).toHaveText(files.toReversed())

  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Confidence' }).press('Space')
  await page.keyboard.press('Escape')
  await expect(head('Confidence')).toBeHidden()
  await page.reload()
  await expect(head('Status')).toBeVisible()
  await expect(head('Confidence')).toBeHidden()
})

test('documents are selected with the keyboard, approved together, and taken back', async ({
  page,
  host,
}) => {
  const batchId = await readFolder(page, folderOf(host, 'Together', files))
  await untilFinished(page)
  const doubtful = async () => (await ask(page, 'batch.get', { batchId })).counts.needs_review
  const before = await doubtful()
  expect(before).toBeGreaterThan(0)
  const bar = page.getByRole('region', { name: 'Selected documents' })
  await page.getByRole('grid', { name: 'Documents' }).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await expect(bar).toContainText('1 document selected')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar).toContainText('3 documents selected')
  await page.keyboard.press('Shift+ArrowUp')
  await expect(bar).toContainText('2 documents selected')
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await page.keyboard.press('Control+a')
  await expect(bar).toContainText(`${files.length} documents selected`)
  for (const scheme of ['light', 'dark'] as const)
    for (const size of [
      { width: 1280, height: 800 },
      { width: 900, height: 600 },
    ]) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize(size)
      await page.screenshot({
        path: join(pictures, `selected-${scheme}-${size.width}x${size.height}.png`),
      })
    }
  const table = page.getByRole('grid', { name: 'Documents' })
  await page.getByRole('button', { name: 'Select none' }).press('Enter')
  await expect(table, 'a button that goes away leaves the keyboard to the table').toBeFocused()
  await page.keyboard.press('m')
  await expect(page).toHaveTitle(/Templates/)
  await expect(page.getByRole('main')).toBeFocused()
  await page.goBack()
  await expect(table).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+Enter')
  await expect(bar).toBeHidden()
  await expect.poll(doubtful).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(doubtful).toBe(before)

  await page.getByRole('checkbox', { name: `Select ${files[1]}` }).click()
  await page.getByText(files[3] ?? '').click({ modifiers: ['Shift'] })
  await expect(bar).toContainText('3 documents selected')

  // A key that is hit twice before the host has answered does what it does once.
  const deeds: string[] = []
  await page.route('**/call', async (route) => {
    const { name } = route.request().postDataJSON()
    if (['export.write', 'batch.delete'].includes(name)) deeds.push(name)
    const response = await route.fetch()
    await new Promise((resolve) => setTimeout(resolve, 300))
    await route.fulfill({ response })
  })
  await page.keyboard.press('Escape')
  await table.focus()
  await page.keyboard.press('e')
  await expect(page.getByRole('dialog').getByText(/^Into /)).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/ is ready/)).toBeVisible()
  await expect(table).toBeFocused()
  await page.keyboard.press('Shift+Delete')
  await page.keyboard.press('Shift+Delete')
  await expect(page.getByRole('heading', { name: 'Drop a folder' })).toBeVisible()
  await page.unrouteAll({ behavior: 'wait' })
  expect(deeds).toEqual(['export.write', 'batch.delete'])
})
