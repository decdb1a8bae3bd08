import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import PDFDocument from 'pdfkit'
import type { Page } from 'playwright/test'
import { expectAccessible } from './axe.ts'
import type { StartedHost } from './startHost.ts'
import { ask, expect, readFolder, test, untilFinished } from './withHost.ts'

const name = 'stack.pdf'

/** A folder with one file: invoices of a page each, one behind the other, as a scanner stacks them. */
async function stackOf(host: StartedHost, pages: number): Promise<string> {
  const folder = join(host.home, 'Stack')
  mkdirSync(folder, { recursive: true })
  const pdf = new PDFDocument({ size: 'A4', autoFirstPage: false })
  const file = createWriteStream(join(folder, name))
  pdf.pipe(file)
  for (let page = 1; page <= pages; page++) {
    pdf.addPage().fontSize(20).text('Invoice').fontSize(11).moveDown()
    pdf.text('Pine Hill Joinery, 4 Mill Lane, York')
    pdf.text(`Invoice number: INV-${100 + page}`).text(`Invoice date: 2026-03-${9 + (page % 20)}`)
    pdf.text('Work on the stairs of the house, as agreed').text(`Total: GBP ${page}0.00`)
    pdf.text(`Page ${page} of ${pages}`)
  }
  pdf.end()
  await finished(file)
  return folder
}

/** Opens the file as one document; gives how its pages make up documents now. */
async function openStack(page: Page, folder: string, pages: number) {
  const batchId = await readFolder(page, folder)
  await untilFinished(page)
  const { rows } = await ask(page, 'batch.documents', { batchId })
  const itemId = rows[0]?.itemId ?? 0
  const whole = Array.from({ length: pages }, (_, i) => i + 1)
  const { documents } = await ask(page, 'item.arrange', { itemId, documents: [{ pages: whole }] })
  await page.goto(`${new URL(page.url()).origin}/#/document/${documents[0]?.id}`)
  await expect(page.getByRole('img', { name: 'Page 1', exact: true })).toBeVisible()
  const arranged = async () => {
    const { documents, leftOut } = await ask(page, 'item.pages', { itemId })
    return [...documents.map(({ pages }) => pages), ...leftOut.map((one) => `without ${one.page}`)]
  }
  return { arranged }
}

test('pages are split, merged, moved and left out by keys, and all of it is taken back', async ({
  page,
  host,
}) => {
  const { arranged } = await openStack(page, await stackOf(host, 3), 3)
  expect(await arranged()).toEqual([[1, 2, 3]])
  const number = page.getByRole('textbox', { name: 'Invoice number', exact: true })
  await number.fill('MINE-1')
  await number.press('Enter')
  await expect(page.getByText('by hand').first()).toBeVisible()

  await page.keyboard.press('PageDown')
  await expect(page.getByText('2 of 3')).toBeVisible()
  await page.keyboard.press('Alt+Shift+S')
  await expect(page.getByText('2 documents')).toBeVisible()
  expect(await arranged()).toEqual([[1], [2, 3]])
  await expect(page.getByText('1 of 2')).toBeVisible()

  await page.keyboard.press('Alt+ArrowUp')
  await expect(number).toHaveValue('MINE-1')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByText('1 of 2')).toBeVisible()
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await expect.poll(arranged).toEqual([[1], [3, 2]])
  await page.keyboard.press('Alt+Shift+M')
  await expect.poll(arranged).toEqual([[1, 3, 2]])
  await expect(page.getByText(/of 3/).first()).toBeVisible()

  await page.keyboard.press('Control+z')
  await expect.poll(arranged).toEqual([[1], [3, 2]])
  await page.keyboard.press('Control+z')
  await expect.poll(arranged).toEqual([[1], [2, 3]])
  await page.keyboard.press('Control+z')
  await expect.poll(arranged).toEqual([[1, 2, 3]])
  await expect(number).toHaveValue('MINE-1')
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(arranged).toEqual([[1], [2, 3]])
})

test('all pages of a file are put together in a list, and kept as one act', async ({
  page,
  host,
}) => {
  const { arranged } = await openStack(page, await stackOf(host, 30), 30)
  const from4 = Array.from({ length: 27 }, (_, i) => i + 4)
  await page.keyboard.press('Alt+g')
  const dialog = page.getByRole('dialog', { name: `Pages of ${name}` })
  const list = dialog.getByRole('listbox', { name: 'Pages' })
  await expect(list).toBeFocused()
  const first = list.getByRole('option', { name: /^Page 1 Document 1 · .* 1 of 30$/ })
  await expect(first).toBeVisible()
  expect(await list.getByRole('option').count(), 'only those in sight').toBeLessThan(20)
  await page.keyboard.press('End')
  await expect(list.getByRole('option', { name: /^Page 30 / })).toBeInViewport()
  await page.keyboard.press('Home')
  await expect(first).toBeInViewport()
  await expectAccessible(page, 'the pages of a file')

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('s')
  await expect(dialog.getByRole('status')).toHaveText('2 documents')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Delete')
  await expect(dialog.getByRole('status')).toHaveText('2 documents, 1 page left out')
  await page.keyboard.press('Delete')
  await expect(dialog.getByRole('status')).toHaveText('2 documents')
  await page.keyboard.press('Control+z')
  await expect(dialog.getByRole('status')).toHaveText('2 documents, 1 page left out')
  expect(await arranged()).toHaveLength(1)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect.poll(arranged).toEqual([[1], [2, ...from4], 'without 3'])
  await expect(page.getByText('2 documents, 1 page left out')).toBeVisible()

  await page.reload()
  await expect(page.getByRole('img', { name: /^Page \d$/ }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(arranged).toEqual([[1, 2, 3, ...from4]])

  await page.getByRole('button', { name: 'More for this document' }).click()
  await page.getByRole('menuitem', { name: 'All pages of the file…' }).click()
  await expect(list).toBeFocused()
  // While the dialog still comes in, the list would be scrolled to find the page.
  const isStill = () =>
    dialog.evaluate((node) => node.getAnimations({ subtree: true }).length === 0)
  await expect.poll(isStill).toBe(true)
  await expect(page.getByRole('menu')).toHaveCount(0)
  const option = (number: number) =>
    list.getByRole('option', { name: new RegExp(`^Page ${number} `) })
  await option(3).dragTo(option(1), { targetPosition: { x: 40, y: 6 } })
  await expect(list.getByRole('option').first()).toHaveAccessibleName(/^Page 3 /)
  await dialog.getByRole('button', { name: /^Keep/ }).click()
  await expect.poll(arranged).toEqual([[3, 1, 2, ...from4]])
})
